"""A document's text as a tree that can be written into, each unit knowing who wrote its own words.

The one mutable value of the room: it lives inside one call of `consolidate` and leaves it as an `Expression`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable

from vanban.consolidation.index import COMPLETE, Index
from vanban.consolidation.node import ATTACHED, Node
from vanban.model import ExpressedProvision, Provision, Unit, Writer
from vanban.structure.outline import ABBREVIATIONS, eid_number


def grown(content: str, provisions: Iterable[Provision], start: int, end: int) -> list["str | Node"]:
    """The pieces of `content[start:end]`, from the provisions in document order; spans are clipped to the stretch."""
    root = Node("", "part", "", "")
    # The units that are open, the innermost last: each unit, how far it is written, where it ends.
    nodes, written, stops = [root], [start], [end]

    def close(until: int) -> None:
        while stops[-1] <= until and len(nodes) > 1:
            node, at, stop = nodes.pop(), written.pop(), stops.pop()
            if at < stop:
                node.pieces.append(content[at:stop])
            written[-1] = stop

    for unit in provisions:
        begin = unit.start if unit.start > start else start
        stop = unit.end if unit.end < end else end
        if begin >= stop:
            continue
        if stops[-1] <= begin:
            close(begin)
        outer = nodes[-1]
        if written[-1] < begin:
            outer.pieces.append(content[written[-1] : begin])
        node = Node(unit.eid, unit.level, unit.num, unit.heading, unit.quoted)
        outer.pieces.append(node)
        node.above = outer
        written[-1] = begin
        nodes.append(node)
        written.append(begin)
        stops.append(stop if stop < stops[-1] else stops[-1])
    close(end)
    if written[0] < end:
        root.pieces.append(content[written[0] : end])
    return root.pieces


class Draft:
    """The tree of a document and a journal, so that an instruction that fails half-way leaves no trace."""

    def __init__(self, content: str, provisions: Iterable[Provision]) -> None:
        self.root = Node("", "part", "", "")
        self.root.pieces = grown(content, provisions, 0, len(content))
        for node in self.root.children:
            node.above = self.root
        self._journal: list[Callable[[], None]] = []
        self._index: Index | None = None
        self._moved = False

    def keep(self) -> None:
        """Make what was written since the last call lasting."""
        self._journal.clear()
        self._moved = False

    def undo(self) -> None:
        """Take back everything written since the last `keep`."""
        for step in reversed(self._journal):
            step()
        self._journal.clear()
        if self._moved:
            self._index, self._moved = None, False

    def rewrite(
        self, node: Node, pieces: list["str | Node"], since: dt.date | None = None, by: Writer | None = None
    ) -> None:
        """Give a unit other pieces; with `by` its own words are from now on another's."""
        before, old_since, old_by, old_heading = node.pieces, node.since, node.by, node.heading

        def back() -> None:
            node.pieces, node.since, node.by, node.heading = before, old_since, old_by, old_heading

        self._journal.append(back)
        if by is not None:
            node.since, node.by = since, by
        node.pieces = pieces
        for child in node.children:
            child.above = node
        if not self._inside_article(node):
            self._moved = True
            if self._index is not None and not self._index.follow(node, before):
                self._index = None

    def _inside_article(self, node: Node) -> bool:
        """Whether the unit is an article or stands in one: what happens there is not in the index."""
        at: Node | None = node
        while at is not None and at.level != "article":
            at = at.above
        return at is not None

    def parent(self, node: Node) -> Node:
        """The unit that holds `node`; the root for units at the top."""
        return node.above or self.root

    def find(self, path: tuple[Unit, ...]) -> list[Node]:
        """Every unit that the path (outermost first) can name; a path that the document itself cannot answer is looked
        for in the documents attached to it ("Điều 4" of the regulation that a decree promulgates).
        """
        found = self._below([self.root], path)
        if found or not path:
            return found
        return [node for place in self._indexed().attached for node in self._below([place], path)]

    def _below(self, bases: list[Node], path: tuple[Unit, ...]) -> list[Node]:
        for step in path:
            bases = [node for base in bases for node in self._step(base, step)]
        return bases

    def _step(self, base: Node, step: Unit) -> list[Node]:
        if base is self.root or base.level in ATTACHED:
            found = self._indexed().find(base, step)
            if found or step.level in COMPLETE:
                return found
        return _nearest(base, step)

    def _indexed(self) -> Index:
        if self._index is None:
            self._index = Index(self.root)
        return self._index

    def expressed(self) -> tuple[str, tuple[ExpressedProvision, ...], dict[int, str]]:
        """The text, its units, and the eid that each node has got (by identity)."""
        words: list[str] = []
        found: list[ExpressedProvision | None] = []
        eids: dict[int, str] = {}
        taken: defaultdict[str, int] = defaultdict(int)
        at = 0

        def write(node: Node, above: str | None, scope: str) -> None:
            nonlocal at
            eid = node.eid if node.eid and node.eid not in taken else _eid(node, above, scope)
            taken[eid] += 1
            if taken[eid] > 1:
                eid = f"{eid}-{taken[eid]}"
                taken[eid] += 1
            eids[id(node)] = eid
            place, start = len(found), at
            found.append(None)
            write_pieces(node, eid, f"{eid}__" if node.level in ATTACHED else scope)
            found[place] = ExpressedProvision(
                eid, node.level, node.num, node.heading, start, at, above, node.quoted, node.since, node.by
            )

        def write_pieces(node: Node, eid: str | None, scope: str) -> None:
            nonlocal at
            for piece in node.pieces:
                if isinstance(piece, str):
                    words.append(piece)
                    at += len(piece)
                else:
                    write(piece, eid, scope)

        write_pieces(self.root, None, "")
        return "".join(words), tuple(unit for unit in found if unit is not None), eids


def _nearest(base: Node, step: Unit) -> list[Node]:
    """The units of that level and number nearest below `base`, in its own numbering."""
    nodes = base.children
    while nodes:
        here = [node for node in nodes if node.level == step.level and node.num == step.num and not node.quoted]
        if here:
            return here
        nodes = [child for node in nodes if node.level not in ATTACHED for child in node.children]
    return []


def _eid(node: Node, above: str | None, scope: str) -> str:
    step = f"{ABBREVIATIONS.get(node.level, node.level)}_{eid_number(node.num) or '1'}".replace(" ", "-")
    # Articles, and what stands above them, are numbered through the document or the appendix, not inside their chapter.
    return f"{scope}{step}" if node.level == "article" or above is None else f"{above}__{step}"
