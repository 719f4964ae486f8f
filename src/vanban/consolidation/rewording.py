"""Words changed in the unit that the effect names and in those below it."""

from vanban.consolidation import words
from vanban.consolidation.node import Node
from vanban.consolidation.writing import PARTS, RefusedError, Writing, one, whole


def change_words(writing: Writing) -> list[Node]:
    """Every occurrence in the named unit and below it; the words must stand there.

    Where they stand nowhere letter for letter, but once in other capitals ("Luật tương trợ tư pháp", a name printed in
    capitals), that one place is meant.
    """
    path = writing.effect.target.provision
    change = words.change(writing.effect)
    if change is None:
        raise RefusedError("words-absent")
    heading_only = bool(path) and path[-1].level in ("heading", "title")
    if path and path[-1].level in PARTS and not heading_only:
        raise RefusedError("place-unknown")
    unit = whole(path)
    top = one(writing.draft, unit) if unit else writing.draft.root
    nodes = [top] if heading_only else list(top.walk())
    touched = _changed(writing, nodes, change, heading_only)
    if not touched and unit:
        loosely = words.change(writing.effect, any_case=True)
        if loosely is not None and sum(_times(node, loosely, heading_only) for node in nodes) == 1:
            touched = _changed(writing, nodes, loosely, heading_only)
    if not touched:
        raise RefusedError("words-absent", (top,) if top is not writing.draft.root else ())
    return touched


def _changed(writing: Writing, nodes: list[Node], change: words.Change, heading_only: bool) -> list[Node]:
    """The units in which words were changed."""
    touched: list[Node] = []
    for node in nodes:
        if _times(node, change, heading_only):
            pieces = [
                change(part)[0] + rest if changing else piece
                for piece, part, rest, changing in _parts(node, heading_only)
            ]
            writing.draft.rewrite(node, pieces, writing.since, writing.by)
            node.heading = change(node.heading)[0]
            touched.append(node)
    return touched


def _times(node: Node, change: words.Change, heading_only: bool) -> int:
    return sum(change(part)[1] for _, part, _, changing in _parts(node, heading_only) if changing)


def _parts(node: Node, heading_only: bool) -> list[tuple[str | Node, str, str, bool]]:
    """Each piece of a unit, cut into the words that may change and the rest, and whether it may change at all."""
    found: list[tuple[str | Node, str, str, bool]] = []
    for number, piece in enumerate(node.pieces):
        if isinstance(piece, Node) or (heading_only and number):
            found.append((piece, "", "", False))
            continue
        part, rest = (piece, "") if not heading_only else _heading_part(piece, node)
        found.append((piece, part, rest, True))
    return found


def _heading_part(lead: str, node: Node) -> tuple[str, str]:
    """The lead of a unit cut after its name."""
    name = words.shape(node.heading).search(lead) if node.heading else None
    if name is None:
        raise RefusedError("place-unknown", (node,))
    return lead[: name.end()], lead[name.end() :]
