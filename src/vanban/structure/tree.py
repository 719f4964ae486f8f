"""An index over the provisions of one document: which unit stands at an offset, what is above it, what a path names."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from vanban.model import Level, Provision, Unit

_APART: frozenset[Level] = frozenset(("appendix", "form"))  # each with a numbering of its own below it
_Step = tuple[int, Level, str]


class Tree:
    """Look-ups over a document's provisions. What a question needs is worked out when it is asked, and kept.

    A *scope* is a stretch with its own numbering: the document itself (""), each appendix, form or attached document
    (its eid), and the new wording that one unit quotes (the eid of the quoting unit followed by "“"). A path is only
    looked for in the scope it starts from: "Điều 5" in an amending act never finds an article that the act quotes.
    """

    def __init__(self, provisions: Iterable[Provision]) -> None:
        self.provisions = tuple(provisions)
        self._index = {unit.eid: at for at, unit in enumerate(self.provisions)}
        self._steps: dict[_Step, list[int]] = {}
        self._lasts: dict[int, int] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.start for unit in self.provisions]

    @cached_property
    def _numbered(self) -> dict[tuple[Level, str], list[int]]:
        """The places of the units by level and number, each list in the order of the text."""
        found: defaultdict[tuple[Level, str], list[int]] = defaultdict(list)
        for at, unit in enumerate(self.provisions):
            found[unit.level, unit.num].append(at)
        return dict(found)

    def __getitem__(self, eid: str) -> Provision:
        """The unit of this eid. Raises KeyError where the document has none."""
        return self.provisions[self._index[eid]]

    def __contains__(self, eid: object) -> bool:
        return eid in self._index

    def at(self, offset: int) -> str | None:
        """The eid of the innermost unit that holds the character at `offset`; None outside of the text."""
        place = bisect_right(self._starts, offset) - 1
        while place >= 0 and self.provisions[place].end <= offset:
            place = self._above(place)
        return self.provisions[place].eid if place >= 0 else None

    def ancestors(self, eid: str) -> Iterator[Provision]:
        """The units above this one, the nearest first."""
        parent = self[eid].parent
        while parent is not None:
            above = self[parent]
            yield above
            parent = above.parent

    def children(self, eid: str) -> tuple[Provision, ...]:
        """The units one level below, in the order of the text."""
        here = self._index[eid]
        below = self.provisions[here + 1 : self._last(here) + 1]
        return tuple(unit for unit in below if unit.parent == eid)

    def enclosing(self, eid: str, level: Level) -> str | None:
        """The eid of the unit of this level that holds `eid` (or is it): what "Điều này" means where `eid` stands.

        Stays in the scope: inside quoted words "Điều này" never means the article of the amending act.
        """
        scope = self.scope(eid)
        unit = self[eid]
        while unit.level != level:
            if unit.parent is None or self.scope(unit.parent) != scope:
                return None
            unit = self[unit.parent]
        return unit.eid

    def scope(self, eid: str) -> str:
        """The scope that the unit stands in (see the class); "" is the document itself."""
        unit = self[eid]
        while unit.parent is not None:
            above = self[unit.parent]
            if unit.quoted and not above.quoted:
                return above.eid + "“"
            if above.level in _APART:
                return above.eid
            unit = above
        return ""

    def find_all(self, path: Iterable[Unit], within: str | None = None) -> tuple[str, ...]:
        """The eids of every unit that `path` (outermost first) can name below `within`; None is the whole document.

        A step may skip levels ("Điều 5" below a document with chapters); where a number is met at several depths, the
        nearest to `within` is meant. A path that starts from an appendix searches the appendix's own numbering.
        """
        found: tuple[int, ...] = (-1 if within is None else self._index[within],)
        for step in path:
            found = tuple(place for base in found for place in self._step(base, step))
        return tuple(self.provisions[place].eid for place in found)

    def find(self, path: Iterable[Unit], within: str | None = None) -> str | None:
        """The eid that `path` names below `within` where exactly one unit answers; None for no unit or several."""
        found = self.find_all(path, within)
        return found[0] if len(found) == 1 else None

    def _step(self, base: int, step: Unit) -> list[int]:
        key = (base, step.level, step.num)
        found = self._steps.get(key)
        if found is None:
            found = self._steps[key] = self._places(key)
        return found

    def _places(self, key: _Step) -> list[int]:
        """The places of the units that one step names below a place (-1: the whole document), the least deep ones."""
        base, level, num = key
        places = self._numbered.get((level, num), [])
        scope = ""
        if base >= 0:
            places = places[bisect_right(places, base) : bisect_right(places, self._last(base))]
            unit = self.provisions[base]
            scope = unit.eid if unit.level in _APART else self.scope(unit.eid)
        places = [place for place in places if self.scope(self.provisions[place].eid) == scope]
        if len(places) < 2:
            return places
        depths = [sum(1 for _ in self.ancestors(self.provisions[place].eid)) for place in places]
        nearest = min(depths)
        return [place for place, depth in zip(places, depths, strict=True) if depth == nearest]

    def _above(self, place: int) -> int:
        """The place of the unit above; -1 at the top."""
        parent = self.provisions[place].parent
        return self._index[parent] if parent is not None else -1

    def _last(self, place: int) -> int:
        """The place of the last unit below this one; its own where there is none."""
        last = self._lasts.get(place)
        if last is None:
            last = place
            while last + 1 < len(self.provisions) and self._above(last + 1) >= place:
                last += 1
            self._lasts[place] = last
        return last
