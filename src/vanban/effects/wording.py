"""A document's own words, clause by clause: what it says itself, without the new wording that it quotes."""

import re
from bisect import bisect_right

import msgspec

from vanban.effects import quotes, signs
from vanban.effects.signs import Signs
from vanban.model import Level, Provision, Text
from vanban.orthography import fold

# "[Khoản này được sửa đổi bởi …]"; a footnote mark ("[5]") is no note.
_NOTE = re.compile(r"\[(?=[^\[\]]{0,400}?\b(?:boi|huong dan|hieu luc|dinh chinh)\b)[^\[\]]{15,1500}\]")

_ATTACHED = frozenset({"appendix", "form"})


class Clause(msgspec.Struct, frozen=True, gc=False):
    """One provision's own words: number, heading and lead, up to its first child.

    `above` is the place of the clause that holds it, `last` that of the last one below it (-1: none), `quoted` the eids
    of the units of new wording that it quotes. `attached` where it stands in an appendix, a form or an attached
    document.
    """

    eid: str
    level: Level
    num: str
    start: int
    end: int
    above: int
    last: int
    quoted: tuple[str, ...]
    attached: bool


class Wording(msgspec.Struct, frozen=True):
    """A text ready for reading effects: `content`, and `folded`, the same length, quoted words blanked out as "~".

    `signs` are those of `folded`.
    """

    content: str
    folded: str
    clauses: tuple[Clause, ...]
    starts: tuple[int, ...]
    signs: Signs
    tables: tuple[tuple[int, int], ...] = ()

    def at(self, offset: int) -> int | None:
        """The place of the clause whose own words hold the character at `offset`; None inside quoted units."""
        place = bisect_right(self.starts, offset) - 1
        return place if place >= 0 and offset < self.clauses[place].end else None

    def finish(self, clause: Clause) -> int:
        """Where a clause ends with all that stands below it."""
        return clause.end if clause.last < 0 else self.clauses[clause.last].end


def read(text: Text, provisions: tuple[Provision, ...]) -> Wording:
    """The clauses of a text. Quoted units belong to no clause; their words are blanked, as are quotations in a line."""
    content = text.content
    folded = fold(content)
    marks = quotes.marks(content, folded)
    unread_marks = iter((*marks, len(content)))
    mark = next(unread_marks)
    place_of: dict[str | None, int] = {}
    own: list[Provision] = []
    starts: list[int] = []
    ends: list[int] = []
    aboves: list[int] = []
    attached: list[bool] = []
    quoted: dict[int, tuple[str, ...]] = {}
    blanks: list[tuple[int, int]] = []
    for unit, following in zip(provisions, (*provisions[1:], None), strict=True):
        above = place_of.get(unit.parent, -1)
        start, end = unit.start, unit.end
        if unit.quoted:
            blanks.append((start, end))
            # Under a line that the paper does not number ("Điểm a khoản 3 được sửa đổi như sau:") they belong to it.
            line = own[-1] if own else None
            beside = line is not None and line.level == "paragraph" and line.parent == unit.parent
            place = len(own) - 1 if beside else above
            quoted[place] = (*quoted.get(place, ()), unit.eid)
            continue
        if following is not None:
            if following.start < end:
                end = following.start
            if following.quoted and unit.num and following.parent == unit.eid:
                start = quotes.past_stray(content, start)
        place_of[unit.eid] = len(own)
        own.append(unit)
        starts.append(start)
        ends.append(end)
        aboves.append(above)
        attached.append(unit.level in _ATTACHED or (above >= 0 and attached[above]))
        while mark < start:
            mark = next(unread_marks)
        if mark < end:
            blanks.extend((quote.start, quote.end) for quote in quotes.find(content, marks, start, end))
    clauses = tuple(
        [
            Clause(unit.eid, unit.level, unit.num, start, end, above, last, quoted.get(place, ()), inside)
            for place, (unit, start, end, above, last, inside) in enumerate(
                zip(own, starts, ends, aboves, _last_below(aboves), attached, strict=True)
            )
        ]
    )
    folded = _without_notes(_blanked(folded, blanks))
    tables = tuple((table.start, table.end) for table in text.tables)
    return Wording(content, folded, clauses, tuple(starts), signs.of(folded), tables)


def _last_below(aboves: list[int]) -> list[int]:
    """The place of the last clause below each, -1 where there is none, by the place above each."""
    found = [-1] * len(aboves)
    for place in range(len(aboves) - 1, 0, -1):
        above = aboves[place]
        if above >= 0:
            last = max(place, found[place])
            if found[above] < last:
                found[above] = last
    return found


def _without_notes(folded: str) -> str:
    """Editors' notes in square brackets, as commercial sites put them in, are none of the document's words."""
    if "[" not in folded:
        return folded
    return _NOTE.sub(lambda note: " " * len(note.group()), folded)


def _blanked(folded: str, blanks: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(blanks):
        begin = max(start, done)
        if end > begin:
            pieces += (folded[done:begin], "~" * (end - begin))
            done = end
    pieces.append(folded[done:])
    return "".join(pieces)
