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
        if loosely is not None and sum(_rewritten(node, loosely, part)[1] for node in nodes) == 1:
            touched = _changed(writing, nodes, loosely, part)
    if not touched:
        raise RefusedError("words-absent", (top,) if top is not writing.draft.root else ())
    return touched


def _changed(writing: Writing, nodes: list[Node], change: words.Change, part: Unit | None) -> list[Node]:
    """The units in which words were changed."""
    touched: list[Node] = []
    for node in nodes:
        pieces, times = _rewritten(node, change, part)
        if not times:
            continue
        writing.draft.rewrite(node, pieces, writing.since, writing.by)
        if part is None or part.level == "heading":
            node.heading = change(node.heading)[0]
        touched.append(node)
    return touched


def _rewritten(node: Node, change: words.Change, part: Unit | None) -> tuple[list[str | Node], int]:
    """The pieces of a unit with the words changed, and how often they stood there."""
    if part is not None:
        at = stretch(node, part)
        new, times = change(said(node, at))
        return written(node, at, new), times
    pieces: list[str | Node] = []
    found = 0
    for piece in node.pieces:
        if isinstance(piece, str):
            piece, times = change(piece)
            found += times
        pieces.append(piece)
    return pieces, found
