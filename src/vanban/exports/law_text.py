"""The words of a document as nested HTML: units in units, each with its address, pointers as links, marks beside.

Stripped of tags and of the marks it is the text again: no word added, none lost. No inline style and no script.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Generic, NamedTuple

from vanban.exports.elements import P, elements
from vanban.model import ExpressedProvision, Expression, Level, Table

_HEADED: tuple[Level, ...] = ("part", "chapter", "section", "subsection", "article", "appendix", "form")
# The number that opens a unit's first line: "Điều 4a.", "2.", "đ1)", "(i)", "1.2."
_NUMBER = re.compile(r"[\s“\"]*((?i:điều)\s+\w+\s*[.:]?|(?:\d+[a-zđ]?\.)+|\d+\)|[a-zđ]\d?\)|\([ivx\d]+\)|[IVXLC]+\.)")
_DEEPEST = 6


class Anchor(NamedTuple):
    """Where a pointer leads: `href`, its class, and `more` addresses where one stretch of words means several."""

    href: str
    kind: str
    more: tuple[str, ...] = ()


class Side(NamedTuple):
    """A mark beside a unit: its kind (a class), its words, and where it leads."""

    kind: str
    words: str
    href: str


class Dress(NamedTuple, Generic[P]):
    """What the page decides: the address of a unit, the anchor of pointers that share words, the marks beside units."""

    address: Callable[[str], str]
    anchor: Callable[[Sequence[P]], Anchor]
    sides: Mapping[str, Sequence[Side]]


def law_text(
    made: Expression,
    links: Sequence[P],
    dress: Dress[P],
    tables: Sequence[Table] = (),
    units: Sequence[ExpressedProvision] | None = None,
    top: int = 2,
) -> str:
    """The HTML of the given units and all below them (None: the whole). `top` is the level of the first headings."""
    return "".join(_Writer(made, links, dress, tables).units(units, top))


class _Writer(Generic[P]):
    """The text being written, with what has to be found by its place."""

    def __init__(self, made: Expression, links: Sequence[P], dress: Dress[P], tables: Sequence[Table]) -> None:
        self.text = made.text
        self.dress = dress
        self.provisions = made.provisions
        self.pieces = list(elements(made.text, links))
        self.starts = [start for start, _, _ in self.pieces]
        self.tables = sorted(tables, key=lambda table: table.start)
        self.table_starts = [table.start for table in self.tables]
        self.below: dict[str | None, list[ExpressedProvision]] = {}
        for unit in made.provisions:
            self.below.setdefault(unit.parent, []).append(unit)
        self.by_eid = {unit.eid: unit for unit in made.provisions}

    def units(self, units: Sequence[ExpressedProvision] | None, top: int) -> Iterator[str]:
        if units is None:
            for unit in self.below.get(None, ()):
                yield from self._unit(unit, top, False)
            return
        for at, unit in enumerate(units):
            above = self._opened_by(unit) if len(units) > 1 or unit.parent is None else []
            if not at:
                top -= self._depth(above[0] if above else unit)
            for holder in above:
                yield from self._head(holder, top + self._depth(holder))
            yield from self._unit(unit, top + self._depth(unit), False)
            yield from self._stretch(unit.end, self._closed_at(unit)) if len(units) > 1 else ()

    def _opened_by(self, unit: ExpressedProvision) -> list[ExpressedProvision]:
        """The units whose first words come right before this one, outermost first."""
        found: list[ExpressedProvision] = []
        while unit.parent is not None and self.below[unit.parent][0] is unit:
            unit = self.by_eid[unit.parent]
            found.insert(0, unit)
        return found

    def _closed_at(self, unit: ExpressedProvision) -> int:
        """Where the words end that follow this unit in the units that it is the last of."""
        end = unit.end
        while unit.parent is not None and self.below[unit.parent][-1] is unit:
            unit = self.by_eid[unit.parent]
            end = unit.end
        return end

    def _depth(self, unit: ExpressedProvision) -> int:
        """How many units with a heading hold this one."""
        depth = 0
        while unit.parent is not None:
            unit = self.by_eid[unit.parent]
            depth += unit.level in _HEADED
        return depth

    def _head(self, unit: ExpressedProvision, level: int) -> Iterator[str]:
        """The heading and the first words of a unit whose sub-units follow as units of their own."""
        head_end = self.below[unit.eid][0].start
        stop = self._heading_end(unit, head_end) if unit.level in _HEADED else unit.start
        yield f'<div class="u {escape(unit.level)}" id="{escape(unit.eid)}">'
        if unit.level in _HEADED:
            deep = min(level, _DEEPEST)
            yield f"<h{deep}>{self._first(unit, unit.start, stop)}</h{deep}>"
        yield from self._stretch(stop, head_end)
        yield "</div>\n"

    def _unit(self, unit: ExpressedProvision, level: int, quoted: bool) -> Iterator[str]:
        headed = unit.level in _HEADED
        sides = self.dress.sides.get(unit.eid, ())
        tag = "section" if headed else "div"
        name = unit.eid if unit.level == "paragraph" and unit.parent is None else unit.level
        kinds = " ".join([name, *("quoted" for _ in [0] if unit.quoted and not quoted), *(s.kind for s in sides)])
        yield f'<{tag} class="u {escape(kinds)}" id="{escape(unit.eid)}">'
        children = self.below.get(unit.eid, ())
        at = unit.start
        head_end = children[0].start if children else unit.end
        for side in sides:
            yield f'<a class="mark {side.kind}" href="{escape(side.href)}">{escape(side.words)}</a>'
        if headed:
            stop = self._heading_end(unit, head_end)
            deep = min(level, _DEEPEST)
            yield f"<h{deep}>{self._first(unit, at, stop)}</h{deep}>"
            at = stop
        elif not children or self.text[at:head_end].strip():
            stop = self._line_end(at, head_end)
            if not self._table_at(at, stop):
                yield f"<p>{self._first(unit, at, stop)}</p>"
                at = stop
        for child in children:
            yield from self._stretch(at, child.start)
            yield from self._unit(child, level + headed, quoted or unit.quoted)
            at = child.end
        yield from self._stretch(at, unit.end)
        yield f"</{tag}>\n"

    def _line_end(self, start: int, end: int) -> int:
        """Where the first line with words ends."""
        while start < end and self.text[start] == "\n":
            start += 1
        stop = self.text.find("\n", start, end)
        return end if stop < 0 else stop

    def _heading_end(self, unit: ExpressedProvision, end: int) -> int:
        """The end of the first line, or of the last one that still belongs to the printed heading."""
        stop = self._line_end(unit.start, end)
        if unit.heading and unit.heading not in self.text[unit.start : stop]:
            found = self.text.find(unit.heading, unit.start, min(end, stop + 2 * len(unit.heading) + 80))
            if found >= 0:
                return self._line_end(found + len(unit.heading) - 1, end)
        return stop

    def _first(self, unit: ExpressedProvision, start: int, end: int) -> str:
        """The first line of a unit, its number a link to the unit's own page."""
        match = _NUMBER.match(self.text, start, end)
        address = escape(self.dress.address(unit.eid))
        if match is not None:
            before, number = self.text[start : match.start(1)], match[1]
            linked = f'<a class="n" href="{address}">{escape(number, quote=False)}</a>'
            return f"{escape(before, quote=False)}{linked}{self._inline(match.end(1), end)}"
        if unit.level in _HEADED and unit.level != "article":
            line = self._line_end(start, end)
            linked = f'<a class="n" href="{address}">{escape(self.text[start:line].strip(), quote=False)}</a>'
            rest = self._inline(line, end).strip()
            return f"{linked} <span>{rest}</span>" if rest else linked
        return self._inline(start, end).strip()

    def _stretch(self, start: int, end: int) -> Iterator[str]:
        """Paragraphs and tables between two units."""
        while start < end:
            stop = self._line_end(start, end)
            table = self._table_at(start, stop)
            if table is not None and table.end <= end:
                yield from self._paragraphs(start, table.start)
                yield self._table(table)
                start = table.end
            else:
                yield from self._paragraphs(start, stop)
                start = stop + 1

    def _paragraphs(self, start: int, end: int) -> Iterator[str]:
        words = self._inline(start, end).strip()
        if words:
            yield f"<p>{words}</p>"

    def _table_at(self, start: int, end: int) -> Table | None:
        at = bisect_left(self.table_starts, start)
        return self.tables[at] if at < len(self.tables) and self.tables[at].start < end else None

    def _table(self, table: Table) -> str:
        rows = (
            "<tr>"
            + "".join(f"<td>{self._inline(*cell).strip().replace(chr(10), '<br>')}</td>" for cell in row)
            + "</tr>"
            for row in table.rows
        )
        return f'<div class="table" tabindex="0" role="region"><table>{"".join(rows)}</table></div>'

    def _inline(self, start: int, end: int) -> str:
        """Words with their pointers as links; a pointer that goes on beyond them is cut at their end."""
        out: list[str] = []
        at = max(bisect_left(self.starts, start) - 1, 0)
        for begin, stop, owners in self.pieces[at:]:
            if begin >= end:
                break
            if stop <= start:
                continue
            out.append(escape(self.text[start : max(begin, start)], quote=False))
            words = escape(self.text[max(begin, start) : min(stop, end)], quote=False)
            out.append(_linked(words, self.dress.anchor(owners)))
            start = min(stop, end)
        out.append(escape(self.text[start:end], quote=False))
        return "".join(out)


def _linked(words: str, anchor: Anchor) -> str:
    more = f' data-more="{escape(" ".join(anchor.more))}"' if anchor.more else ""
    if not anchor.href:
        return f'<span class="{anchor.kind}">{words}</span>'
    return f'<a class="{anchor.kind}" href="{escape(anchor.href)}"{more}>{words}</a>'
