"""A document's own words, clause by clause: what it says itself, without the new wording that it quotes."""

import re
from bisect import bisect_right
from collections import defaultdict

import msgspec

from vanban.effects import quotes, signs
from vanban.model import Level, Provision, Text
from vanban.orthography import fold

# "[Khoản này được sửa đổi bởi …]"; a footnote mark ("[5]") is no note.
_NOTE = re.compile(r"\[(?=[^\[\]]{0,400}?\b(?:boi|huong dan|hieu luc|dinh chinh)\b)[^\[\]]{15,1500}\]")


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
    own = [at for at, unit in enumerate(provisions) if not unit.quoted]
    place_of = {provisions[at].eid: place for place, at in enumerate(own)}
    below: defaultdict[int, list[int]] = defaultdict(list)
    quoted: defaultdict[int, list[str]] = defaultdict(list)
    for unit in provisions:
        above = None if unit.parent is None else place_of.get(unit.parent)
        if above is not None and unit.quoted:
            quoted[above].append(unit.eid)
        elif above is not None:
            below[above].append(place_of[unit.eid])
    blanks: list[tuple[int, int]] = [(unit.start, unit.end) for unit in provisions if unit.quoted]
    folded = fold(content)
    marks = quotes.marks(content, folded)
    clauses: list[Clause] = []
    for place, at in enumerate(own):
        unit = provisions[at]
        following = provisions[at + 1].start if at + 1 < len(provisions) else unit.end
        end = min(following, unit.end)
        above = -1 if unit.parent is None else place_of.get(unit.parent, -1)
        attached = unit.level in ("appendix", "form") or (above >= 0 and clauses[above].attached)
        below_it, quoted_by_it = tuple(below.get(place, ())), tuple(quoted.get(place, ()))
        clauses.append(Clause(unit.eid, unit.level, unit.num, unit.start, end, above, below_it, quoted_by_it, attached))
        if marks and signs.between(marks, unit.start, end):
            blanks.extend((quote.start, quote.end) for quote in quotes.find(content, marks, unit.start, end))
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
