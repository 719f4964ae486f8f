"""Which units of a text are passages of their own: articles, and where there are none the units of the same weight.

A passage is what an answer shows: the article whole, because its clauses explain each other. What is too long for
that (a law quoted in one article, an annex of a hundred pages) is cut at its own units, and a unit without any at the
ends of its lines.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from vanban.model import Level
from vanban.search.passage import Inner

# Characters. Nine articles in ten have under 3,000; at 12,000 only lists, annexes and quoted laws are cut.
LONGEST = 12_000
# The lead of a chapter or an annex is a passage of its own where it says more than a heading.
_WORTH = 200
_DIVISIONS: frozenset[Level] = frozenset({"part", "chapter", "section", "subsection", "appendix", "form"})
# What introduces a document belongs to the passage of the document itself; signatures and recipients to none.
_FRONT, _BACK = ("preface", "preamble"), ("conclusions",)


class Unit(Protocol):
    """As much of a provision, enacted or expressed, as cutting needs."""

    @property
    def eid(self) -> str:
        """Its identifier."""
        ...

    @property
    def level(self) -> Level:
        """What it is."""
        ...

    @property
    def heading(self) -> str:
        """Its printed title."""
        ...

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...

    @property
    def parent(self) -> str | None:
        """What holds it."""
        ...


class Cut(NamedTuple):
    """A passage to be: `text[start:end]` of the unit `eid` (None: the document), and the units inside it.

    `unit` is where the unit begins.
    """

    eid: str | None
    heading: str
    above: str
    unit: int
    start: int
    end: int
    inside: tuple[Inner, ...] = ()


def cut(text: str, units: Sequence[Unit]) -> Iterator[Cut]:
    """The passages of a text, in its order; the first is the document itself."""
    below: dict[str | None, list[Unit]] = {}
    for unit in units:
        below.setdefault(unit.parent, []).append(unit)
    top = below.get(None, [])
    front = max((unit.end for unit in top if unit.eid in _FRONT), default=0)
    for start, end in _stretches(text, 0, front):
        yield Cut(None, "", "", 0, start, end)
    for unit in top:
        if unit.eid not in (*_FRONT, *_BACK):
            yield from _of_unit(text, unit, "", below)


def _of_unit(text: str, unit: Unit, above: str, below: dict[str | None, list[Unit]]) -> Iterator[Cut]:
    children = below.get(unit.eid, [])
    if children and (unit.level in _DIVISIONS or unit.end - unit.start > LONGEST):
        lead = children[0].start
        if unit.level not in _DIVISIONS or lead - unit.start > _WORTH:
            yield from _pieces(text, unit, above, unit.start, lead, ())
        named = " · ".join(part for part in (above, unit.heading) if part)
        for child in children:
            yield from _of_unit(text, child, named, below)
        return
    inside = tuple(_inside(unit, unit.start, below))
    yield from _pieces(text, unit, above, unit.start, unit.end, inside)


def _inside(unit: Unit, start: int, below: dict[str | None, list[Unit]]) -> Iterator[Inner]:
    for child in below.get(unit.eid, ()):
        yield Inner(child.start - start, child.eid)
        yield from _inside(child, start, below)


def _pieces(text: str, unit: Unit, above: str, start: int, end: int, inside: tuple[Inner, ...]) -> Iterator[Cut]:
    for begin, stop in _stretches(text, start, end):
        if text[begin:stop].strip():
            yield Cut(unit.eid, unit.heading, above, unit.start, begin, stop, inside)


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in one piece, or in several that end with lines where it is too long."""
    while end - start > LONGEST:
        line = text.rfind("\n", start + LONGEST // 2, start + LONGEST)
        middle = line + 1 if line >= 0 else start + LONGEST
        yield start, middle
        start = middle
    yield start, end
