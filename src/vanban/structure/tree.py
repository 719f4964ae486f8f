"""An index over the provisions of one document: which unit stands at an offset, what is above it, what a path names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from vanban.model import Level, Provision, Unit

_Key = tuple[str, Level, str]


class Tree:
    """Look-ups over a document's provisions, each in logarithmic time or better; built once, in one pass.

    A *scope* is a stretch with its own numbering: the document itself (""), each appendix, form or attached document
    (its eid), and the new wording that one unit quotes (the eid of the quoting unit followed by "“"). A path is only
    looked for in the scope it starts from: "Điều 5" in an amending act never finds an article that the act quotes.
    """

    def __init__(self, provisions: Iterable[Provision]) -> None:
        self.provisions = tuple(provisions)
        units = self.provisions
        index = self._index = {unit.eid: at for at, unit in enumerate(units)}
        self._starts = [unit.start for unit in units]
        parents: list[int] = []
        depths: list[int] = []
        scopes: list[str] = []
        by_number: dict[_Key, list[int]] = {}
        for at, unit in enumerate(units):
            above, depth, scope = -1, 0, ""
            if unit.parent is not None:
                above = index[unit.parent]
                depth = depths[above] + 1
                scope = _scope_of(unit, units[above], scopes[above])
            parents.append(above)
            depths.append(depth)
            scopes.append(scope)
            by_number.setdefault((scope, unit.level, unit.num), []).append(at)
        last = list(range(len(units)))
        for at in range(len(units) - 1, 0, -1):
            above = parents[at]
            if above >= 0 and last[above] < last[at]:
                last[above] = last[at]
        self._parent, self._depth, self._scope, self._last, self._by_number = parents, depths, scopes, last, by_number

    def __getitem__(self, eid: str) -> Provision:
        """The unit of this eid. Raises KeyError where the document has none."""
        return self.provisions[self._index[eid]]

    def __contains__(self, eid: object) -> bool:
        return eid in self._index

    def at(self, offset: int) -> str | None:
        """The eid of the innermost unit that holds the character at `offset`; None outside of the text."""
        place = bisect_right(self._starts, offset) - 1
        while place >= 0 and self.provisions[place].end <= offset:
            place = self._parent[place]
        return self.provisions[place].eid if place >= 0 else None

    def ancestors(self, eid: str) -> Iterator[Provision]:
        """The units above this one, the nearest first."""
        place = self._parent[self._index[eid]]
        while place >= 0:
            yield self.provisions[place]
            place = self._parent[place]

    def children(self, eid: str) -> tuple[Provision, ...]:
        """The units one level below, in the order of the text."""
        here = self._index[eid]
        below = range(here + 1, self._last[here] + 1)
        return tuple(self.provisions[place] for place in below if self._parent[place] == here)

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
        return self._scope[self._index[eid]]

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

    def _step(self, base: int, step: Unit) -> Iterator[int]:
        places = self._by_number.get((self._scope_below(base), step.level, step.num), [])
        if base >= 0:
            places = places[bisect_right(places, base) : bisect_left(places, self._last[base] + 1)]
        nearest = min((self._depth[place] for place in places), default=0)
        return (place for place in places if self._depth[place] == nearest)

    def _scope_below(self, base: int) -> str:
        if base < 0:
            return ""
        unit = self.provisions[base]
        return unit.eid if unit.level in ("appendix", "form") else self._scope[base]


def _scope_of(unit: Provision, parent: Provision, scope: str) -> str:
    """The scope that a unit stands in: appendices stand in the `scope` around them and open their own below."""
    if unit.quoted and not parent.quoted:
        return parent.eid + "“"
    return parent.eid if parent.level in ("appendix", "form") else scope
