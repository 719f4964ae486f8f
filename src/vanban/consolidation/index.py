"""Which units a document has down to its articles: by the scope that numbers them, level and number."""

from vanban.consolidation.node import ATTACHED, Node
from vanban.model import Level, Unit

_Key = tuple[int, Level, str]
# Levels that never stand inside an article, so that the index knows every one of them.
COMPLETE = frozenset({"part", "chapter", "section", "subsection", "article"})


class Index:
    """The units outside articles, and the articles; of units of one number only those of the least depth.

    An article's inside is not indexed, so that writing there changes nothing here.
    """

    def __init__(self, root: Node) -> None:
        self._units: dict[_Key, list[Node]] = {}
        self._depths: dict[_Key, int] = {}
        self._places: dict[int, tuple[int, int]] = {id(root): (id(root), 0)}
        self.attached: list[Node] = []
        waiting = [root]
        for node in waiting:
            for child in node.children:
                self._add(node, child)
                if child.level != "article" and not child.quoted:
                    waiting.append(child)

    def _add(self, above: Node, child: Node) -> None:
        scope, depth = self._places[id(above)]
        if child.quoted:
            return
        key = (scope, child.level, child.num)
        if self._depths.setdefault(key, depth) == depth:
            self._units.setdefault(key, []).append(child)
        if child.level != "article":
            self._places[id(child)] = (id(child) if child.level in ATTACHED else scope, depth + 1)
        if child.level in ATTACHED:
            self.attached.append(child)

    def find(self, base: Node, step: Unit) -> list[Node]:
        """The units of that level and number that the root, or an attached document, numbers."""
        return self._units.get((id(base), step.level, step.num), [])

    def follow(self, node: Node, before: list["str | Node"]) -> bool:
        """Take in the articles that a unit was given; False where it changed in another way, and the index is void."""
        had = {id(piece) for piece in before if isinstance(piece, Node)}
        children = node.children
        new = [child for child in children if id(child) not in had]
        if len(children) - len(new) != len(had) or any(child.level != "article" for child in new):
            return False
        if id(node) not in self._places:
            return False
        scope, depth = self._places[id(node)]
        if any(self._depths.get((scope, child.level, child.num), depth) > depth for child in new):
            return False
        for child in new:
            self._add(node, child)
        return True
