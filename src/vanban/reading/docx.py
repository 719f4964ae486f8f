"""DOCX -> draft: paragraphs, tables, automatic numbers, notes, text boxes; tracked changes are taken as accepted."""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec
from lxml import etree

from vanban.model import Finding, Note
from vanban.reading.columns import take_columns_apart
from vanban.reading.docx_numbering import Numbering
from vanban.reading.docx_package import Package, W, open_package
from vanban.reading.draft import Draft, Edit, apply
from vanban.reading.lines import Cell, Grid, Line, assemble
from vanban.reading.paragraphs import join_wrapped
from vanban.reading.wrapping import Break
from vanban.rules import Rules

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _R, _T, _TBL = f"{W}p", f"{W}r", f"{W}t", f"{W}tbl"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}fldData"})
_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_SIGN = "\ufdd0"  # no character: stands for the sign of a note until all are known
_NUMBERED = "\ufdd1"  # no character: stands between an automatic number and the words of its paragraph
_MARKS = re.compile(f"{_SIGN}|^[^\n]{{1,40}}?{_NUMBERED}|{_NUMBERED}", re.MULTILINE)
_SIGNS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "",
}  # fmt: skip
_PLAIN = (_T, *_SIGNS)


def read_docx(data: bytes, name: str, rules: Rules) -> Draft:
    """The draft of a DOCX: a line a paragraph, cells each on its own line, notes at the end ("[1] …")."""
    package = open_package(data, name)
    reading = _Reading(package)
    body = package.document.find(f"{W}body")
    if body is not None:
        reading.story(body)
    firsts = reading.notes()
    draft = _with_signs(assemble(reading.lines, reading.grids), firsts, reading.signs)
    if reading.changed:
        draft = msgspec.structs.replace(draft, findings=(Finding("tracked-changes", "warning"),))
    draft = take_columns_apart(draft)
    return join_wrapped(draft, _cell_ends(draft), rules)


def _cell_ends(draft: Draft) -> dict[int, Break]:
    """The line breaks between two cells, which no paragraph crosses."""
    return {
        following.start - 1: "blank"
        for place, following in pairwise(draft.places)
        if (place.row, place.column) != (following.row, following.column)
    }


def _with_signs(draft: Draft, firsts: list[int], signs: list[str]) -> Draft:
    """The draft with the signs of its notes and its automatic numbers written out and told, the notes tied to them."""
    if _SIGN not in draft.content and _NUMBERED not in draft.content:
        return draft
    edits: list[Edit] = []
    marks: list[int] = []
    for match in _MARKS.finditer(draft.content):
        if match.group() == _SIGN and len(marks) < len(signs):
            edits.append(Edit(match.start(), match.end(), signs[len(marks)]))
            marks.append(match.start())
        else:
            number = match.group()[:-1]
            edits.append(Edit(match.start(), match.end(), number, "auto-number" if number else "", ""))
    starts = [place.start for place in draft.places]
    ends = [*(starts[first] - 1 for first in firsts[1:]), len(draft.content)]
    notes = tuple(
        Note(mark, starts[first], end, str(number))
        for number, (mark, first, end) in enumerate(zip(marks, firsts, ends, strict=False), start=1)
    )
    return apply(msgspec.structs.replace(draft, notes=notes), edits)


class _Reading:
    """Lines and grids as they grow, with the counters that Word keeps while it prints."""

    def __init__(self, package: Package) -> None:
        self.lines: list[Line] = []
        self.grids: list[Grid] = []
        self.changed = False
        self._package = package
        self._numbering = Numbering(package.numbering, package.styles)
        self.signs: list[str] = []  # what is printed at the place of each note; "" where the text prints it itself
        self._references: list[tuple[str, str]] = []  # part and id of each note, in the order of their signs
        self._paragraph = -1
        self._cell: tuple[int | None, int | None] = (None, None)
        self._carried = ""
        self._boxes: list[etree._Element] = []
        self._open: list[Grid] = []

    def story(self, parent: etree._Element) -> None:
        """Everything that stands in a body, a cell, a note or a text box."""
        for child in parent:
            if child.tag == _P:
                self._add(child)
            elif child.tag == _TBL:
                self._table(child)
            elif child.tag == f"{_MC}AlternateContent":
                self.story(_alternative(child))
            elif child.tag in _CHANGES and child.tag in _GONE:
                self.changed = True
            elif child.tag not in _GONE and isinstance(child.tag, str) and len(child):
                self.story(child)  # content controls, custom XML and the like

    def notes(self) -> list[int]:
        """The words of all notes as lines at the end; for each note, in order, its first line."""
        firsts = []
        self._cell = (None, None)
        for (part, identifier), sign in zip(self._references, self.signs, strict=True):
            root = self._package.footnotes if part == "footnote" else self._package.endnotes
            note = None if root is None else root.find(f"{W}{part}[@{W}id='{identifier}']")
            firsts.append(len(self.lines))
            if note is not None:
                self.story(note)
            if len(self.lines) == firsts[-1]:
                self.lines.append(Line("", None, self._paragraph))
            if sign:
                self.lines[firsts[-1]].words = f"{sign} {self.lines[firsts[-1]].words.strip()}"
        return firsts

    def _add(self, paragraph: etree._Element) -> None:
        self._paragraph += 1
        properties = paragraph.find(f"{W}pPr")
        number = self._numbering.number(properties)
        words = self._carried + (_simple_words(paragraph) if self._package.simple else "".join(self._words(paragraph)))
        self._carried = ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.changed, self._carried = True, words  # the paragraph's end was deleted: it goes on
            return
        if number and words.strip():
            words = f"{number} {_NUMBERED}{words.lstrip()}"
        for piece in words.split("\n"):
            self.lines.append(Line(piece, None, self._paragraph, *self._cell))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.story(box)

    def _words(self, parent: etree._Element) -> Iterator[str]:
        """The words of a paragraph or of anything inside one."""
        for child in parent:
            tag = child.tag
            if tag == _T:
                yield child.text or ""
            elif tag == _R:
                yield from self._run(child)
            elif tag in _GONE:
                self.changed |= tag in _CHANGES
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._references.append((tag[len(W) : -len("Reference")], child.get(f"{W}id", "")))
                own_sign = child.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off")
                self.signs.append("" if own_sign else f"[{len(self._references)}]")
                yield _SIGN
            elif tag == f"{W}sym":
                yield _symbol(child)
            elif tag == f"{W}txbxContent":
                self._boxes.append(child)
            elif tag == f"{_MC}AlternateContent":
                yield from self._words(_alternative(child))
            elif len(child):
                self.changed |= tag in _CHANGES
                yield from self._words(child)

    def _run(self, run: etree._Element) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        if properties is None:
            yield from self._words(run)
        elif not _is_on(properties, "vanish"):
            words = "".join(self._words(run))
            yield words.upper() if _is_on(properties, "caps") else words

    def _table(self, table: etree._Element) -> None:
        grid = Grid(len(self.lines), 0, [])
        if self._open:
            self._open[-1].nested = True
        self.grids.append(grid)
        self._open.append(grid)
        outer = self._cell
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.changed = True
            else:
                self._row(row, grid)
        self._cell = outer
        self._open.pop().last = len(self.lines)

    def _row(self, row: etree._Element, grid: Grid) -> None:
        cells: list[Cell] = []
        for column, cell in enumerate(_inside(row, f"{W}tc")):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val", "continue") == "continue" and not _has_words(cell):
                continue
            self._cell = (len(grid.rows), column)
            first = len(self.lines)
            self.story(cell)
            while len(self.lines) > first and not self.lines[-1].words.strip():
                self.lines.pop()
            cells.append(Cell(first, len(self.lines)))
        grid.rows.append(cells)


def _simple_words(paragraph: etree._Element) -> str:
    """The words of a paragraph in a document without anything special: ten times as fast as looking for it."""
    return "".join([(piece.text or "") if piece.tag == _T else _SIGNS[piece.tag] for piece in paragraph.iter(*_PLAIN)])


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _inside(child, tag)


def _alternative(element: etree._Element) -> etree._Element:
    """The one of several renderings that is read: the first choice, else the fallback."""
    choice = element.find(f"{_MC}Choice")
    if choice is None:
        choice = element.find(f"{_MC}Fallback")
    return element if choice is None else choice


def _is_on(properties: etree._Element, name: str) -> bool:
    found = properties.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off")


def _has_words(cell: etree._Element) -> bool:
    return any((text.text or "").strip() for text in cell.iter(_T))


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font: its code where it is a real one, a box for check marks and bullets."""
    code = int(element.get(f"{W}char", "0") or "0", 16)
    return chr(code) if 32 <= code < 0xE000 else {0xF0B7: "-", 0xF02D: "-", 0xF0A7: "-"}.get(code, "□")
