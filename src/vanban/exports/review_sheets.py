"""The statutory lists as the forms lay them out: headings, tables, cells. DOCX and XLSX are written from these."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from vanban.review.entries import printed_day
from vanban.review.list_words import list_words
from vanban.review.listed import (
    Document,
    EndedRow,
    Entry,
    FieldGroup,
    HandlingRow,
    Part,
    ReviewLists,
    StandingRow,
    Undecided,
)
from vanban.rules import Rules
from vanban.rules.review_rows import FormColumn, ReviewForm, ReviewKind

_ABSENT = "*"  # what row `absent` of the table `review_words` explains below the list


class Line(msgspec.Struct, frozen=True):
    """One line of a table. Of a "row" the first `merged` cells belong to the line above it; others have one cell.

    `link` names the text that the cell of the symbol leads to ("": none).
    """

    kind: Literal["group", "row", "total"]
    cells: tuple[str, ...]
    merged: int = 0
    link: str = ""


class Table(msgspec.Struct, frozen=True):
    """A table below its own heading ("" where the form has none)."""

    heading: str
    lines: tuple[Line, ...]


class Sheet(msgspec.Struct, frozen=True):
    """One form, filled. `cover` are the lines of a title page, `notes` stand below the last table."""

    id: str
    number: str
    over: str
    titles: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    tables: tuple[Table, ...]
    cover: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def sheets(lists: ReviewLists, rules: Rules) -> Iterator[Sheet]:
    """The forms that the lists fill: Mẫu 01 and 02 of a year, all five of a period."""
    kind = next(row for row in rules.review_kinds if row.kind == lists.kind)
    forms = {row.id: row for row in rules.review_forms}

    def sheet(name: str, span: str, tables: Iterable[Table], *, notes: tuple[str, ...] = ()) -> Sheet:
        form = forms[name]
        titles = _titles(form, lists, kind, span, rules)
        cover = _cover(form, lists, kind)
        return Sheet(form.id, form.number, form.over, titles, form.columns, tuple(tables), cover, notes)

    for name, parts in (("mau-01", lists.ended), ("mau-02", lists.ended_in_part)):
        yield sheet(name, lists.said, _ended_tables(forms[name], parts, kind, rules), notes=_absences(parts, rules))
    if lists.window == "period":
        as_at = list_words("as-at", rules, day=printed_day(lists.last))
        yield sheet("mau-03", as_at, [_standing_table(forms["mau-03"], lists.standing, rules)])
        yield sheet("mau-04", as_at, [_handling_table(forms["mau-04"], lists.handling, rules)])
        yield sheet("mau-05", "", [_standing_table(forms["mau-05"], lists.standing, rules)])
    if lists.undecided:
        yield sheet("can-quyet-dinh", lists.said, [_undecided_table(forms["can-quyet-dinh"], lists.undecided, rules)])


def link_of(document: Document) -> str:
    """The name under which the text of a document stands in the collection (a bookmark: letters, digits, _)."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in document.work)
    return f"vb_{kept[-36:]}"


def _titles(form: ReviewForm, lists: ReviewLists, kind: ReviewKind, span: str, rules: Rules) -> tuple[str, ...]:
    """The title with the window and the scope; below it what the reader must know of the list."""
    lines = [" ".join(filter(None, (_of_kind(form.title, kind), span, _scope(lists, rules))))]
    if lists.provisional:
        lines.append(list_words("provisional", rules, day=printed_day(lists.last)))
    return (*lines, *filter(None, (kind.note or form.note,)))


def _of_kind(words: str, kind: ReviewKind) -> str:
    """The words with the name of another kind of documents where they say "văn bản quy phạm pháp luật"."""
    for change in (str, str.upper, _capital):
        words = words.replace(change(kind.instead_of), change(kind.says))
    return words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _scope(lists: ReviewLists, rules: Rules) -> str:
    if lists.responsible:
        return list_words("of-responsible", rules, body=lists.responsible)
    return list_words("of-issuer", rules, body=lists.issuer) if lists.issuer else ""


def _cover(form: ReviewForm, lists: ReviewLists, kind: ReviewKind) -> tuple[str, ...]:
    body = lists.responsible or lists.issuer or "…"
    span = f"{lists.first.year} - {lists.last.year}"
    year = lists.last.year + 1
    return tuple(_of_kind(line.format(BODY=body.upper(), span=span, year=year), kind) for line in form.cover)


def _total(form: ReviewForm, count: int) -> Line:
    return Line("total", (form.total.format(count=count),))


def _ended_tables(form: ReviewForm, parts: tuple[Part, ...], kind: ReviewKind, rules: Rules) -> Iterator[Table]:
    for part in parts:
        lines: list[Line] = []
        for group in part.groups:
            lines.append(Line("group", (group.heading,)))
            for row in group.rows:
                lines += _ended_lines(form, row, rules)
        yield Table(_of_kind(part.heading, kind), (*lines, _total(form, part.count)))


def _ended_lines(form: ReviewForm, row: EndedRow, rules: Rules) -> Iterator[Line]:
    same = sum(column.shows not in ("what", "reason", "day") for column in form.columns)
    for at, entry in enumerate(row.entries):
        cells = tuple(_ended_cell(column.shows, row, entry, rules) for column in form.columns)
        yield Line("row", cells, merged=same if at else 0)


def _ended_cell(shows: str, row: EndedRow, entry: Entry, rules: Rules) -> str:
    if shows == "what":
        return entry.what
    if shows == "reason":
        return entry.reason
    if shows == "day":
        until = list_words("until", rules, day=printed_day(entry.until)) if entry.until else ""
        return f"{printed_day(entry.day)}\n{until}".strip()
    return _document_cell(shows, row.number, row.document, rules)


def _document_cell(shows: str, number: int, document: Document, rules: Rules) -> str:
    symbol = document.symbol or list_words("no-symbol", rules)
    day = f"; {list_words('made-on', rules, day=printed_day(document.date))}" if document.date else ""
    mark = _ABSENT if document.absent else ""
    if shows == "number":
        return str(number)
    if shows == "issuer":
        return "; ".join(part for part in (document.type_name, document.issuer_name) if part)
    if shows in ("symbol", "symbol-link"):
        return f"{symbol}{mark}{day}"
    if shows == "symbol-title":
        return f"{symbol}{mark}{day}\n{document.title}".strip()
    return document.title


def _absences(parts: tuple[Part, ...], rules: Rules) -> tuple[str, ...]:
    rows = (row for part in parts for group in part.groups for row in group.rows)
    return (list_words("absent", rules),) if any(row.document.absent for row in rows) else ()


def _standing_table(form: ReviewForm, groups: tuple[FieldGroup, ...], rules: Rules) -> Table:
    lines: list[Line] = []
    linked = any(column.shows == "symbol-link" for column in form.columns)
    for group in groups:
        lines.append(Line("group", (group.heading,)))
        for row in group.rows:
            cells = tuple(_standing_cell(column.shows, row, rules) for column in form.columns)
            lines.append(Line("row", cells, link=link_of(row.document) if linked else ""))
    return Table("", (*lines, _total(form, sum(len(group.rows) for group in groups))))


def _standing_cell(shows: str, row: StandingRow, rules: Rules) -> str:
    if shows == "start":
        return printed_day(row.start)
    return row.note if shows == "note" else _document_cell(shows, row.number, row.document, rules)


def _handling_table(form: ReviewForm, rows: tuple[HandlingRow, ...], rules: Rules) -> Table:
    lines = [Line("row", tuple(_handling_cell(column.shows, row, rules) for column in form.columns)) for row in rows]
    return Table("", (*lines, _total(form, len(rows))))


def _handling_cell(shows: str, row: HandlingRow, rules: Rules) -> str:
    if shows == "handling":
        return row.handling if row.decided else f"{row.handling}\n{list_words('suggested', rules)}".strip()
    if shows in ("reason", "drafting", "deadline"):
        return str(getattr(row, shows))
    if row.document is None:
        return str(row.number) if shows == "number" else ""
    return _document_cell(shows, row.number, row.document, rules)


def _undecided_table(form: ReviewForm, doubts: tuple[Undecided, ...], rules: Rules) -> Table:
    lines = []
    for number, doubt in enumerate(doubts, start=1):
        said = {"why": doubt.message, "clause": doubt.clause, "day": printed_day(doubt.day)}
        cells = (said.get(column.shows) for column in form.columns)
        document = (_document_cell(column.shows, number, doubt.document, rules) for column in form.columns)
        lines.append(Line("row", tuple(a if a is not None else b for a, b in zip(cells, document, strict=True))))
    return Table("", (*lines, _total(form, len({doubt.document.work for doubt in doubts}))))
