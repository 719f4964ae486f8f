"""A document's own words, clause by clause: what it says itself, without the new wording that it quotes."""

import re
from bisect import bisect_right
from itertools import zip_longest

import msgspec

from vanban.effects import quotes, signs
from vanban.model import Level, Provision, Text
from vanban.orthography import fold

# "[Khoản này được sửa đổi bởi …]"; a footnote mark ("[5]") is no note.
_NOTE = re.compile(r"\[(?=[^\[\]]{0,400}?\b(?:boi|huong dan|hieu luc|dinh chinh)\b)[^\[\]]{15,1500}\]")

_ATTACHED = frozenset({"appendix", "form"})


class Clause(msgspec.Struct, frozen=True, gc=False):
    """One provision's own words: number, heading and lead, up to its first child.

    `above` is the place of the clause that holds it (-1: none), `below` those it holds, `quoted` the eids of the units
    of new wording that it quotes. `attached` where it stands in an appendix, a form or an attached document.
    """

    eid: str
    level: Level
    num: str
    start: int
    end: int
    above: int
    below: tuple[int, ...]
    quoted: tuple[str, ...]
    attached: bool


class Wording(msgspec.Struct, frozen=True):
    """A text ready for reading effects: `content`, and `folded`, the same length, quoted words blanked out as "~".

    `acting` are the sorted offsets of the words that every instruction holds one of.
    """

    content: str
    folded: str
    clauses: tuple[Clause, ...]
    starts: tuple[int, ...]
    acting: tuple[int, ...]
    tables: tuple[tuple[int, int], ...] = ()

    def at(self, offset: int) -> int | None:
        """The place of the clause whose own words hold the character at `offset`; None inside quoted units."""
        place = bisect_right(self.starts, offset) - 1
        return place if place >= 0 and offset < self.clauses[place].end else None


def read(text: Text, provisions: tuple[Provision, ...]) -> Wording:
    """The clauses of a text. Quoted units belong to no clause; their words are blanked, as are quotations in a line."""
    content = text.content
    folded = fold(content)
    marks = quotes.marks(content, folded)
    place_of: dict[str | None, int] = {}
    own: list[tuple[Provision, int, int, int]] = []  # each with its start, its end and the place above it
    below: list[list[int]] = []
    quoted: dict[int, list[str]] = {}
    blanks: list[tuple[int, int]] = []
    for unit, following in zip_longest(provisions, provisions[1:]):
        above = place_of.get(unit.parent, -1)
        if unit.quoted:
            blanks.append((unit.start, unit.end))
            # Under a line that the paper does not number ("Điểm a khoản 3 được sửa đổi như sau:") they belong to it.
            line = own[-1] if own else None
            beside = line is not None and line[0].level == "paragraph" and line[0].parent == unit.parent
            quoted.setdefault(len(own) - 1 if beside else above, []).append(unit.eid)
            continue
        place = place_of[unit.eid] = len(own)
        if above >= 0:
            below[above].append(place)
        below.append([])
        end = unit.end if following is None else min(following.start, unit.end)
        quoting = unit.num and following is not None and following.quoted and following.parent == unit.eid
        start = quotes.past_stray(content, unit.start) if quoting else unit.start
        own.append((unit, start, end, above))
        if marks and signs.between(marks, start, end):
            blanks.extend((quote.start, quote.end) for quote in quotes.find(content, marks, start, end))
    clauses: list[Clause] = []
    for place, (unit, start, end, above) in enumerate(own):
        attached = unit.level in _ATTACHED or (above >= 0 and clauses[above].attached)
        parts = tuple(below[place]), tuple(quoted.get(place, ()))
        clauses.append(Clause(unit.eid, unit.level, unit.num, start, end, above, *parts, attached))
    folded = _without_notes(_blanked(folded, blanks))
    tables = tuple((table.start, table.end) for table in text.tables)
    starts = tuple(clause.start for clause in clauses)
    return Wording(content, folded, tuple(clauses), starts, signs.acting(folded), tables)


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
