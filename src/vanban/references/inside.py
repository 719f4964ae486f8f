"""References that stay inside the document: from a path and the unit that holds the words to an eid.

Identifiers are systematic (`structure`), so that most answers are a look-up of the eid that the words spell; only what
hangs below chapters, sections or appendices asks the tree.
"""

from collections.abc import Sequence

from vanban.model import Provision, Unit
from vanban.references.pinpoint import RANK, Path
from vanban.structure import Tree

_LEVEL_OF_THIS = {
    "this-point": "point", "this-clause": "clause", "this-article": "article", "this-subsection": "subsection",
    "this-section": "section", "this-chapter": "chapter", "this-part": "part", "this-appendix": "appendix",
}  # fmt: skip
_NAMED = frozenset({"title", "heading", "sentence", "paragraph"})


class Inside:
    """The look-ups of one document. `at` walks forward only: ask in the order of the text."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self._units = tuple(provisions)
        self._by_eid = {unit.eid: unit for unit in self._units}
        self._tree: Tree | None = None
        self._place = 0
        self._stack: list[Provision] = []

    def at(self, offset: int) -> str:
        """The eid of the innermost unit at `offset`, never less than at the call before; "" outside of every unit."""
        units = self._units
        while self._place < len(units) and units[self._place].start <= offset:
            unit = units[self._place]
            while self._stack and self._stack[-1].end <= unit.start:
                self._stack.pop()
            self._stack.append(unit)
            self._place += 1
        while self._stack and self._stack[-1].end <= offset:
            self._stack.pop()
        return self._stack[-1].eid if self._stack else ""

    def unit(self, eid: str) -> Provision | None:
        """The unit of this eid."""
        return self._by_eid.get(eid)

    def quoted(self, eid: str) -> bool:
        """Whether the unit is another document's new wording."""
        unit = self._by_eid.get(eid)
        return unit is not None and unit.quoted

    def above(self, eid: str) -> list[Provision]:
        """The unit and all units above it, the nearest first."""
        chain = []
        unit = self._by_eid.get(eid)
        while unit is not None:
            chain.append(unit)
            unit = self._by_eid.get(unit.parent) if unit.parent is not None else None
        return chain

    def eid(self, path: Path, within: str) -> str | None:
        """The eid of `path` as said by words that stand in `within`; None where no unit, or no single one, answers."""
        units = [unit for unit in path.units if unit.level not in _NAMED]
        base: str | None = None
        if path.relative is not None:
            base = self._enclosing(within, _LEVEL_OF_THIS[path.relative])
            if base is None:
                return None
        elif units and RANK[units[0].level] < RANK["article"]:
            base = self._enclosing_above(within, units[0])
            if base is None:
                return None
        if not units:
            return base
        return self._find(units, base, within)

    def _enclosing(self, within: str, level: str) -> str | None:
        """The unit of this level around the words, without leaving the quoted wording that they stand in."""
        unit = self._by_eid.get(within)
        quoted = unit is not None and unit.quoted
        while unit is not None and unit.quoted == quoted:
            if unit.level == level:
                return unit.eid
            unit = self._by_eid.get(unit.parent) if unit.parent is not None else None
        return None

    def _enclosing_above(self, within: str, first: Unit) -> str | None:
        """The nearest unit around the words that is larger than the one named: "khoản 2" alone is of this article."""
        unit = self._by_eid.get(within)
        quoted = unit is not None and unit.quoted
        while unit is not None and unit.quoted == quoted:
            if RANK.get(unit.level, 0) > RANK[first.level]:
                return unit.eid
            unit = self._by_eid.get(unit.parent) if unit.parent is not None else None
        return None

    def _find(self, units: list[Unit], base: str | None, within: str) -> str | None:
        if self._tree is None:
            self._tree = Tree(self._units)
        if base is not None:
            return self._tree.find(units, base)
        unit = self._by_eid.get(within)
        if unit is not None:
            # the smallest scope first: quoted wording, an attached document or appendix, then the document itself
            chain = self.above(within)
            for holder in chain:
                if holder.level in ("appendix", "form") or (
                    holder.quoted and (holder.parent is None or not self.quoted(holder.parent))
                ):
                    place = holder.parent if holder.quoted else holder.eid
                    found = self._tree.find(units, holder.eid if not holder.quoted else holder.eid)
                    if found is not None:
                        return found
                    if holder.quoted and place is not None:
                        return None
        return self._tree.find(units)
