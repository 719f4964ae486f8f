"""The new wording of an instruction held against the other texts of the same amending act, word by word.

Of one act there are often several texts (a page, a copy, a file), and each has slips that the others have not. Where
they part, the reading is taken that the amended act itself has between the same neighbours, if it has only one of them;
otherwise the base text's stays. Either way the place is told as a doubt: nobody can say from here which was signed.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

import msgspec

from vanban.consolidation.node import Node
from vanban.orthography.spelling import spellings

_TOKEN = re.compile(r"\w+|[^\w\s]")
# A publisher's note between the words: "[Cụm từ này được sửa đổi bởi Điểm a Khoản 1 Điều 116 …]".
_NOTE = re.compile(r"\[[^\[\]]{12,2000}\]")
# How long a passage is looked for by (letters), how far apart, and how far it may be shifted by words left out.
_ANCHOR, _STEP, _SHIFT = 24, 12, 60
# Two passages of one act share nearly all their words; below this it is another passage.
_ALIKE = 0.8
# Neighbours on each side, in words and signs, by which the amended act is asked.
_NEIGHBOURS = 2


class Copy(msgspec.Struct, frozen=True):
    """Another text of an amending act: the sha256 of its source, and its words."""

    source: str
    content: str


class Parting(NamedTuple):
    """A place where two texts part: `mine[start:end]` of the piece of the unit, in the other text `other`."""

    start: int
    end: int
    other: str


class Reading(NamedTuple):
    """What became of one parting: the unit, the words of each text, whether the other text's were taken, and the words
    that stand there now between their neighbours.
    """

    node: Node
    source: str
    printed: str
    other: str
    taken: bool
    standing: str

    def stands(self) -> bool:
        """Whether the words still stand in the unit: a later act may have written others."""
        return any(self.standing in _signs(piece) for piece in self.node.pieces if isinstance(piece, str))


class Collated:
    """The other texts of one act, and the amended act that is asked between them."""

    def __init__(self, copies: Sequence[Copy], amended: str) -> None:
        self._copies = [(copy.source, _Passages(copy.content)) for copy in copies]
        self._amended = amended

    @cached_property
    def _witness(self) -> str:
        return _signs(self._amended)

    def settle(self, top: Node) -> Iterator[Reading]:
        """Hold the words of a new unit, and of all below it, against each copy; the better reading is written."""
        for node in top.walk():
            for source, passages in self._copies:
                for place, piece in enumerate(node.pieces):
                    if isinstance(piece, str) and piece.strip():
                        yield from self._piece(node, place, piece, source, passages)

    def _piece(self, node: Node, place: int, piece: str, source: str, passages: "_Passages") -> Iterator[Reading]:
        for parting in reversed(passages.partings(piece)):
            printed = piece[parting.start : parting.end]
            if _only_spelled(printed, parting.other):
                continue
            mine, other = _between(piece, parting, printed), _between(piece, parting, parting.other)
            taken = other in self._witness and mine not in self._witness
            if taken:
                node.heading = _heading(node, piece, parting)
                piece = piece[: parting.start] + parting.other + piece[parting.end :]
                node.pieces[place] = piece
            yield Reading(node, source, printed.strip(), parting.other.strip(), taken, other if taken else mine)


def _heading(node: Node, piece: str, parting: Parting) -> str:
    """The name of the unit with the other reading, where the texts part inside it."""
    at = piece.find(node.heading) if node.heading else -1
    start, end = parting.start - at, parting.end - at
    if at < 0 or not 0 <= start <= end <= len(node.heading):
        return node.heading
    return node.heading[:start] + parting.other + node.heading[end:]


def _signs(words: str) -> str:
    """The words and signs of a text, each between two spaces."""
    return f" {' '.join(_TOKEN.findall(words))} "


def _between(piece: str, parting: Parting, words: str) -> str:
    """A reading between its neighbours, as `_signs` has them."""
    before = _TOKEN.findall(piece[: parting.start])[-_NEIGHBOURS:]
    after = _TOKEN.findall(piece[parting.end :])[:_NEIGHBOURS]
    return " ".join(("", *before, *_TOKEN.findall(words), *after, ""))


class _Passages:
    """A text in which a passage is found although some of its words differ."""

    def __init__(self, content: str) -> None:
        self._content = _NOTE.sub("", content)

    @cached_property
    def _letters(self) -> str:
        return "".join(self._content.split())

    @cached_property
    def _places(self) -> list[int]:
        return [at for at, letter in enumerate(self._content) if not letter.isspace()]

    def partings(self, piece: str) -> list[Parting]:
        """Where the text parts from the piece, inside it; () where it has the same words, or another passage."""
        letters = "".join(piece.split())
        if letters in self._letters:
            return []
        start = self._found(letters)
        if start is None:
            return []
        end = min(start + len(letters) + _SHIFT, len(self._letters))
        window = self._content[self._places[start] : self._places[end - 1] + 1]
        return list(_parted(piece, window))

    def _found(self, letters: str) -> int | None:
        """Where a passage that begins like these letters stands; None: nowhere, or at several places."""
        votes: dict[int, int] = {}
        for at in range(0, len(letters) - _ANCHOR + 1, _STEP):
            anchor = letters[at : at + _ANCHOR]
            place = self._letters.find(anchor)
            if place >= 0 and self._letters.find(anchor, place + 1) < 0:
                start = max(place - at, 0)
                near = next((each for each in votes if abs(each - start) <= _SHIFT), start)
                votes[near] = votes.get(near, 0) + 1
        if not votes:
            return None
        best = max(votes.values())
        first = [start for start, count in votes.items() if count == best]
        return max(first[0] - _SHIFT, 0) if len(first) == 1 else None


def _parted(piece: str, window: str) -> Iterator[Parting]:
    mine, other = (list(_TOKEN.finditer(words)) for words in (piece, window))
    matcher = SequenceMatcher(None, [each[0] for each in mine], [each[0] for each in other], autojunk=False)
    codes = matcher.get_opcodes()
    shared = sum(b - a for tag, a, b, _, _ in codes if tag == "equal")
    if shared < _ALIKE * len(mine):
        return
    for tag, a, b, c, d in codes:
        # What stands before the first and after the last word shared belongs to the margins of the window.
        if tag == "equal" or a == 0 or b == len(mine):
            continue
        if c == d:  # words that only the piece has go with the space before them
            yield Parting(mine[a - 1].end(), mine[b - 1].end(), "")
        elif a == b:  # words that only the other text has come with the space before them
            yield Parting(mine[a - 1].end(), mine[a - 1].end(), window[other[c - 1].end() : other[d - 1].end()])
        else:
            yield Parting(mine[a].start(), mine[b - 1].end(), window[other[c].start() : other[d - 1].end()])


def _only_spelled(printed: str, other: str) -> bool:
    """Whether two readings are the same words in two spellings ("hóa", "hoá")."""
    one, two = printed.split(), other.split()
    return len(one) == len(two) and all(_one_word(a, b) for a, b in zip(one, two, strict=True))


def _one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    cased = one.isupper() == other.isupper() and one[:1].isupper() == other[:1].isupper()
    return cased and other.lower() in spellings(one.lower())
