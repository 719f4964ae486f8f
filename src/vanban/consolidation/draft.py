"""A document's text as a tree that can be written into, each unit knowing who wrote its own words.

The one mutable value of the room: it lives inside one call of `consolidate` and leaves it as an `Expression`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from vanban.model import ExpressedProvision, Level, Provision, Unit, Writer
from vanban.structure.outline import ABBREVIATIONS, eid_number

# Units that number their own insides: a path must name them before what they hold.
_ATTACHED = ("appendix", "form")


class Node:
    """A unit: its own words and its sub-units, in the order of the text (`pieces`). `eid` is "" where it is new."""

    __slots__ = ("above", "by", "eid", "heading", "level", "num", "pieces", "quoted", "since")

    def __init__(self, eid: str, level: Level, num: str, heading: str, quoted: bool = False) -> None:
        self.eid = eid
        self.level: Level = level
        self.num = num
        self.heading = heading
        self.quoted = quoted
        self.pieces: list[str | Node] = []
        self.since: dt.date | None = None
        self.by: Writer | None = None
        self.above: Node | None = None

    @property
    def children(self) -> list["Node"]:
        """The sub-units, in order."""
        return [piece for piece in self.pieces if isinstance(piece, Node)]

    @property
    def text(self) -> str:
        """The words of the unit and of all below it."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)

    def walk(self) -> Iterator["Node"]:
        """The unit and all below it, in the order of the text."""
        yield self
        for piece in self.pieces:
            if isinstance(piece, Node):
                yield from piece.walk()


def grown(content: str, provisions: Iterable[Provision], start: int, end: int) -> list["str | Node"]:
    """The pieces of `content[start:end]`, from the provisions in document order; spans are clipped to the stretch."""
    root = Node("", "part", "", "")
    open_units: list[tuple[Node, int, int]] = [(root, start, end)]  # the unit, how far it is written, its end

    def close(until: int) -> None:
        while len(open_units) > 1 and open_units[-1][2] <= until:
            node, written, stop = open_units.pop()
            if written < stop:
                node.pieces.append(content[written:stop])
            outer, _, outer_end = open_units[-1]
            open_units[-1] = (outer, stop, outer_end)

    for unit in provisions:
        begin, stop = max(unit.start, start), min(unit.end, end)
        if begin >= stop:
            continue
        close(begin)
        outer, written, outer_end = open_units[-1]
        if written < begin:
            outer.pieces.append(content[written:begin])
        node = Node(unit.eid, unit.level, unit.num, unit.heading, unit.quoted)
        outer.pieces.append(node)
        node.above = outer
        open_units[-1] = (outer, begin, outer_end)
        open_units.append((node, begin, min(stop, outer_end)))
    close(end)
    _, written, _ = open_units[0]
    if written < end:
        root.pieces.append(content[written:end])
    return root.pieces


class Draft:
    """The tree of a document and a journal, so that an instruction that fails half-way leaves no trace."""

    def __init__(self, content: str, provisions: Iterable[Provision]) -> None:
        self.root = Node("", "part", "", "")
        self.root.pieces = grown(content, provisions, 0, len(content))
        for node in self.root.children:
            node.above = self.root
        self._journal: list[Callable[[], None]] = []
        self._index: dict[tuple[int, Level, str], list[Node]] | None = None
        self._attached: list[Node] = []

    def keep(self) -> None:
        """Make what was written since the last call lasting."""
        self._journal.clear()

    def undo(self) -> None:
        """Take back everything written since the last `keep`."""
        for step in reversed(self._journal):
            step()
        self._journal.clear()
        self._index = None

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
        self._indexed()
        return [node for place in self._attached for node in self._below([place], path)]

    def _below(self, bases: list[Node], path: tuple[Unit, ...]) -> list[Node]:
        for step in path:
            bases = [node for base in bases for node in self._step(base, step)]
        return bases

    def _step(self, base: Node, step: Unit) -> list[Node]:
        if base is self.root or base.level in _ATTACHED:
            found = self._indexed().get((id(base), step.level, step.num))
            if found:
                return found
        return _nearest(base, step)

    def _indexed(self) -> dict[tuple[int, Level, str], list[Node]]:
        """The units down to the articles by the scope that numbers them, level and number; of the least depth only."""
        if self._index is None:
            index: dict[tuple[int, Level, str], list[Node]] = {}
            depths: dict[tuple[int, Level, str], int] = {}
            waiting: list[tuple[Node, int, int]] = [(self.root, id(self.root), 0)]
            for node, scope, depth in waiting:
                for child in node.children:
                    if child.quoted:
                        continue
                    key = (scope, child.level, child.num)
                    if depths.setdefault(key, depth) == depth:
                        index.setdefault(key, []).append(child)
                    if child.level != "article":
                        waiting.append((child, id(child) if child.level in _ATTACHED else scope, depth + 1))
            self._index = index
            self._attached = [node for node, _, _ in waiting if node.level in _ATTACHED]
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
            write_pieces(node, eid, f"{eid}__" if node.level in _ATTACHED else scope)
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
        nodes = [child for node in nodes if node.level not in _ATTACHED for child in node.children]
    return []


def _eid(node: Node, above: str | None, scope: str) -> str:
    step = f"{ABBREVIATIONS.get(node.level, node.level)}_{eid_number(node.num) or '1'}".replace(" ", "-")
    # Articles, and what stands above them, are numbered through the document or the appendix, not inside their chapter.
    return f"{scope}{step}" if node.level == "article" or above is None else f"{above}__{step}"
