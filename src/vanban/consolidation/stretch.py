"""Parts of a unit's own words that have no number of their own: its name, its paragraphs (đoạn), its sentences (câu).

A paragraph is a line of the unit's own words before its first sub-unit, the line of its name left out; the last one of
several stands after the sub-units where words stand there. Sentences are told only in a unit of one paragraph.
"""

import re
from typing import NamedTuple

from vanban.consolidation import words
from vanban.consolidation.node import Node
from vanban.consolidation.writing import NUMBER, RefusedError
from vanban.model import Unit
from vanban.orthography.capitals import CAPITALS

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = re.compile(rf"(?<=[.!?…])[ \t]+(?=[“\"(]?[{CAPITALS}])")
# "TP. Hồ Chí Minh", "Th.S. Bến": whether a sentence ends there cannot be told.
_ABBREVIATED = re.compile(r"(?:\b[A-ZĐ]{1,4}|\b[A-ZĐ][a-z]{1,2})\.\Z")
_NAMED = ("part", "chapter", "section", "subsection", "article", "appendix", "form")


class Stretch(NamedTuple):
    """`pieces[piece][start:end]` of a unit."""

    piece: int
    start: int
    end: int


def stretch(node: Node, part: Unit) -> Stretch:
    """Where a part of a unit stands. Raises RefusedError where it cannot be told, or is not there."""
    if part.level == "heading":
        return _name(node)
    if part.level == "paragraph":
        return _paragraph(node, part.num)
    if part.level == "sentence" and part.num.isdigit():
        return _sentence(node, int(part.num))
    raise RefusedError("place-unknown", (node,))


def _name(node: Node) -> Stretch:
    lead = node.pieces[0] if node.pieces and isinstance(node.pieces[0], str) else ""
    number = NUMBER.match(lead)
    name = words.shape(node.heading).search(lead) if node.heading else None
    if number is None or name is None or lead[number.end() : name.start()].strip():
        raise RefusedError("place-unknown", (node,))
    return Stretch(0, name.start(), name.end())


def _paragraph(node: Node, number: str) -> Stretch:
    first = _name(node).end if node.heading and node.level in _NAMED else 0
    own = [
        [Stretch(at, line.start(), line.end()) for line in _LINE.finditer(piece, first if at == 0 else 0)]
        for at, piece in enumerate(node.pieces)
        if isinstance(piece, str)
    ]
    before = own[0] if own and isinstance(node.pieces[0], str) else []
    if number.isdigit() and 0 < int(number) <= len(before):
        return before[int(number) - 1]
    after = own[-1] if isinstance(node.pieces[-1], str) else []
    if number == "last" and after and (len(after) > 1 or len(node.pieces) > 1):
        return after[-1]
    raise RefusedError("place-unknown", (node,))


def _sentence(node: Node, number: int) -> Stretch:
    paragraph = _paragraph(node, "1")
    piece = node.pieces[paragraph.piece]
    if node.children or not isinstance(piece, str) or piece[paragraph.end :].strip():
        raise RefusedError("place-unknown", (node,))
    begin = paragraph.start
    if paragraph.start == 0 and (own := NUMBER.match(piece)) is not None:
        begin = own.end() + len(piece[own.end() :]) - len(piece[own.end() :].lstrip())
    ends = list(_SENTENCE_END.finditer(piece, begin, paragraph.end))
    if any(_ABBREVIATED.search(piece, begin, end.start()) for end in ends) or not 0 < number <= len(ends) + 1:
        raise RefusedError("place-unknown", (node,))
    starts = [begin, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), paragraph.end]
    return Stretch(paragraph.piece, starts[number - 1], stops[number - 1])


def written(node: Node, at: Stretch, new: str) -> list[str | Node]:
    """The pieces of the unit with other words there."""
    piece = node.pieces[at.piece]
    assert isinstance(piece, str)
    return [*node.pieces[: at.piece], piece[: at.start] + new + piece[at.end :], *node.pieces[at.piece + 1 :]]


def said(node: Node, at: Stretch) -> str:
    """The words that stand there."""
    piece = node.pieces[at.piece]
    assert isinstance(piece, str)
    return piece[at.start : at.end]
