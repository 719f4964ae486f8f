"""Words changed in the unit that the effect names and in those below it, or in one part of a unit."""

from vanban.consolidation import words
from vanban.consolidation.node import Node
from vanban.consolidation.stretch import said, stretch, written
from vanban.consolidation.writing import RefusedError, Writing, one
from vanban.model import Unit
from vanban.timeline.addressing import PARTS, whole_units


def change_words(writing: Writing) -> list[Node]:
    """Every occurrence in the named unit and below it; the words must stand there.

    Where they stand nowhere letter for letter, but once in other capitals ("Luật tương trợ tư pháp", a name printed in
    capitals), that one place is meant.
    """
    path = writing.effect.target.provision
    change = words.change(writing.effect)
    if change is None:
        raise RefusedError("words-absent")
    unit = whole_units(path)
    if len(path) - len(unit) > 1:
        raise RefusedError("place-unknown")
    top = one(writing.draft, unit) if unit else writing.draft.root
    part = path[-1] if path and path[-1].level in PARTS else None
    nodes = [top] if part is not None else list(top.walk())
    touched = _changed(writing, nodes, change, part)
    if not touched and unit:
        loosely = words.change(writing.effect, any_case=True)
        if loosely is not None and sum(_times(node, loosely, part) for node in nodes) == 1:
            touched = _changed(writing, nodes, loosely, part)
    if not touched:
        raise RefusedError("words-absent", (top,) if top is not writing.draft.root else ())
    return touched


def _changed(writing: Writing, nodes: list[Node], change: words.Change, part: Unit | None) -> list[Node]:
    """The units in which words were changed."""
    touched: list[Node] = []
    for node in nodes:
        if not _times(node, change, part):
            continue
        if part is not None:
            at = stretch(node, part)
            pieces = written(node, at, change(said(node, at))[0])
        else:
            pieces = [change(piece)[0] if isinstance(piece, str) else piece for piece in node.pieces]
        writing.draft.rewrite(node, pieces, writing.since, writing.by)
        if part is None or part.level == "heading":
            node.heading = change(node.heading)[0]
        touched.append(node)
    return touched


def _times(node: Node, change: words.Change, part: Unit | None) -> int:
    if part is not None:
        return change(said(node, stretch(node, part)))[1]
    return sum(change(piece)[1] for piece in node.pieces if isinstance(piece, str))
