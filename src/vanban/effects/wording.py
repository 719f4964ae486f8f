"""A document's own words, clause by clause: what it says itself, without the new wording that it quotes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

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

    def holding(self, offsets: Iterable[int]) -> list[int]:
        """The places, in order, of the clauses whose own words hold one of the ascending `offsets`."""
        found: list[int] = []
        asked_upto = 0
        for offset in offsets:
            if offset >= asked_upto and (place := self.at(offset)) is not None:
                found.append(place)
                asked_upto = self.clauses[place].end
        return found

    def finish(self, clause: Clause) -> int:
        """Where a clause ends with all that stands below it."""
        return clause.end if clause.last < 0 else self.clauses[clause.last].end


def read(text: Text, provisions: tuple[Provision, ...]) -> Wording:
    """The clauses of a text. Quoted units belong to no clause; their words are blanked, as are quotations in a line."""
    content = text.content
    folded = fold(content)
    own = [unit for unit in provisions if not unit.quoted]
    place_of: dict[str | None, int] = {unit.eid: place for place, unit in enumerate(own)}
    starts = [unit.start for unit in own]
    quotes_units = len(own) < len(provisions)
    nexts = [after.start for unit, after in pairwise(provisions) if not unit.quoted] if quotes_units else starts[1:]
    nexts.append(len(content))
    # the end of the text is one too many where the last unit is quoted
    ends = [after if after < unit.end else unit.end for unit, after in zip(own, nexts, strict=False)]
    quoted: list[tuple[str, ...]] = [()] * len(own)
    blanks: list[tuple[int, int]] = []
    if quotes_units:
        blanks = [(unit.start, unit.end) for unit in provisions if unit.quoted]
        for place, eids in _quoted(provisions, place_of).items():
            quoted[place] = tuple(eids)
        for place in _before_quoted(provisions, place_of):
            starts[place] = quotes.past_stray(content, starts[place])
    blanks += _quotations(content, quotes.marks(content, folded), starts, ends)
    aboves = [place_of.get(unit.parent, -1) for unit in own]
    lasts, attached = _lasts(aboves), _attached(own, aboves)
    clauses = tuple(
        [
            Clause(unit.eid, unit.level, unit.num, start, end, above, last, eids, inside)
            for unit, start, end, above, last, eids, inside in zip(
                own, starts, ends, aboves, lasts, quoted, attached, strict=True
            )
        ]
    )
    folded = _without_notes(_blanked(folded, blanks))
    tables = tuple([(table.start, table.end) for table in text.tables])
    return Wording(content, folded, clauses, tuple(starts), signs.of(folded), tables)


def _quoted(provisions: tuple[Provision, ...], place_of: dict[str | None, int]) -> dict[int, list[str]]:
    """The quoted units by the place of the clause that they belong to."""
    found: dict[int, list[str]] = {}
    line: Provision | None = None
    for unit in provisions:
        if not unit.quoted:
            line = unit
            continue
        # Under a line that the paper does not number ("Điểm a khoản 3 được sửa đổi như sau:") they belong to it.
        beside = line is not None and line.level == "paragraph" and line.parent == unit.parent
        place = place_of.get(line.eid if beside and line is not None else unit.parent)
        if place is not None:
            found.setdefault(place, []).append(unit.eid)
    return found


def _before_quoted(provisions: tuple[Provision, ...], place_of: dict[str | None, int]) -> list[int]:
    """The places of the numbered clauses that begin with what they quote: a mark may stand before their number."""
    return [
        place_of[unit.eid]
        for unit, after in pairwise(provisions)
        if after.quoted and not unit.quoted and unit.num and after.parent == unit.eid
    ]


def _quotations(content: str, marks: tuple[int, ...], starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """What clauses quote in a line, found from the first mark in each clause that has one."""
    found: list[tuple[int, int]] = []
    unread = 0
    while unread < len(marks):
        following = bisect_right(starts, marks[unread])
        place = following - 1
        if place >= 0 and marks[unread] < ends[place]:
            found += [(quote.start, quote.end) for quote in quotes.find(content, marks, starts[place], ends[place])]
        if following == len(starts):
            break
        unread = bisect_left(marks, starts[following], unread)
    return found


def _lasts(aboves: list[int]) -> list[int]:
    """The place of the last clause below each, -1 where there is none, by the place above each."""
    found = [-1] * len(aboves)
    last_child = {above: place for place, above in enumerate(aboves)}
    for above in sorted(last_child, reverse=True):
        if above >= 0:
            child = last_child[above]
            found[above] = found[child] if found[child] >= 0 else child
    return found


def _attached(own: list[Provision], aboves: list[int]) -> list[bool]:
    """Which clauses are attached units, or stand in one."""
    found = [unit.level in _ATTACHED for unit in own]
    if True in found:
        for place in range(found.index(True) + 1, len(found)):
            above = aboves[place]
            if above >= 0 and found[above]:
                found[place] = True
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
