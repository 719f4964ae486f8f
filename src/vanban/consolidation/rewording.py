"""Words changed in the unit that the effect names and in those below it."""

from vanban.consolidation import words
from vanban.consolidation.draft import Node
from vanban.consolidation.writing import PARTS, RefusedError, Writing, one, whole


def change_words(writing: Writing) -> list[Node]:
    """Every occurrence in the named unit and below it; the words must stand there."""
    path = writing.effect.target.provision
    change = words.change(writing.effect)
    if change is None:
        raise RefusedError("words-absent")
    heading_only = bool(path) and path[-1].level in ("heading", "title")
    if path and path[-1].level in PARTS and not heading_only:
        raise RefusedError("place-unknown")
    unit = whole(path)
    top = one(writing.draft, unit) if unit else writing.draft.root
    touched: list[Node] = []
    for node in [top] if heading_only else list(top.walk()):
        pieces: list[str | Node] = []
        times = 0
        for number, piece in enumerate(node.pieces):
            if isinstance(piece, Node) or (heading_only and number):
                pieces.append(piece)
                continue
            part, rest = (piece, "") if not heading_only else _heading_part(piece, node)
            written, count = change(part)
            pieces.append(written + rest)
            times += count
        if times:
            writing.draft.rewrite(node, pieces, writing.since, writing.by)
            node.heading = change(node.heading)[0]
            touched.append(node)
    if not touched:
        raise RefusedError("words-absent", (top,) if top is not writing.draft.root else ())
    return touched


def _heading_part(lead: str, node: Node) -> tuple[str, str]:
    """The lead of a unit cut after its name."""
    if not node.heading or node.heading not in lead:
        raise RefusedError("place-unknown", (node,))
    end = lead.index(node.heading) + len(node.heading)
    return lead[:end], lead[end:]
