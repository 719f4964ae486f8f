"""Where a new unit goes among its neighbours: beside the one that the clause names, in the Vietnamese order of numbers.

Pháp lệnh 01/2012/UBTVQH13, Điều 15: existing numbers stay, the new unit stands where the amending text puts it.
"""

from typing import Literal

from vanban.consolidation.node import Node
from vanban.orthography.ordering import number_key

_ROMAN = ("part", "chapter", "appendix")


def key(node: Node) -> tuple[tuple[int, ...], ...]:
    """The place of a unit in the order of its level: 4 < 4a < 5, d < đ < e, VII < VIIa < VIII."""
    return number_key(node.num, roman=node.level in _ROMAN)


def place_among(
    pieces: list[str | Node], new: Node, anchor: Node | None, side: Literal["before", "after"] | None
) -> list[str | Node] | None:
    """The pieces with the new unit among them; None where its place cannot be told.

    After a named neighbour, units that were put there before and come earlier in the order stay before it (Điều 7b
    after Điều 7a, both "vào sau Điều 7"). Without a neighbour the order alone decides, among units of its level.
    """
    if anchor is not None:
        at = next(place for place, piece in enumerate(pieces) if piece is anchor)
        if side == "before":
            return _put(pieces, at, new)
        at += 1
        while at < len(pieces):
            piece = pieces[at]
            if not isinstance(piece, Node) or piece.level != new.level or not key(anchor) < key(piece) < key(new):
                break
            at += 1
        return _put(pieces, at, new)
    alike = [place for place, piece in enumerate(pieces) if isinstance(piece, Node) and piece.level == new.level]
    if not alike:
        return None
    numbers = [key(piece) for piece in pieces if isinstance(piece, Node) and piece.level == new.level]
    if numbers != sorted(numbers):
        return None
    after = [place for place, number in zip(alike, numbers, strict=True) if number < key(new)]
    return _put(pieces, after[-1] + 1 if after else alike[0], new)


def _put(pieces: list[str | Node], at: int, new: Node) -> list[str | Node]:
    """The pieces with `new` at that place, each unit on lines of its own."""
    before = pieces[at - 1] if at else None
    text = before if isinstance(before, str) else before.text if before is not None else "\n"
    lead: list[str | Node] = [] if text.endswith("\n") or not text else ["\n"]
    last = _last(new)
    end = "\n" if at < len(pieces) or not lead else ""
    last.pieces[-1] = str(last.pieces[-1]).rstrip() + end
    return [*pieces[:at], *lead, new, *pieces[at:]]


def _last(node: Node) -> Node:
    while isinstance(node.pieces[-1], Node):
        node = node.pieces[-1]
    return node
