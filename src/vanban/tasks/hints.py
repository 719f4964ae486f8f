"""Where in a normative act an order can stand at all: found once for the text, asked for each item and sentence."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from vanban.orthography import anchors
from vanban.tasks import phrases
from vanban.tasks.wording import Wording

_GIVING = ("giao ", "de nghi ")
# "Bộ trưởng giao …", "thi hành Nghị định này": without one of these a clause of a normative act orders nothing.
_SPEAKING = (*_GIVING, "dinh nay", "quyet nay", "tu nay")
# How far before a sentence "giao" may stand, and how far after it the bodies and their duty may reach.
_BEFORE, _AFTER = 9, 520


class Hints(msgspec.Struct, frozen=True):
    """Sorted offsets: of the words that let a clause speak, and of those without which no sentence orders."""

    speaking: Sequence[int]
    ordering: Sequence[int]

    def speaks(self, start: int, end: int) -> bool:
        """Whether a clause may order: it says "giao" or "đề nghị", or speaks of the act's own carrying out."""
        return _any(self.speaking, start, end)

    def may_order(self, start: int, end: int) -> bool:
        """Whether "giao", "đề nghị" or the duty to carry out the very document, stands in or near a sentence."""
        return _any(self.ordering, start - _BEFORE, end + _AFTER)


def find(words: Wording) -> Hints:
    """The hints of one text."""
    folded = words.folded
    given = anchors.find(folded, _GIVING)
    own = [
        match.start()
        for phrase in phrases.used(words.rules, "own")[:1]
        for match in (phrase.within or phrase.pattern).finditer(folded)
    ]
    return Hints(anchors.find(folded, _SPEAKING), sorted([*given, *own]))


def _any(places: Sequence[int], start: int, end: int) -> bool:
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
