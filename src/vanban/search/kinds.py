"""What kind of thing is asked, and whether an article is of that kind: acts answer some questions in set articles.

"Ai quản lý nhà nước về …" is answered under "Trách nhiệm quản lý nhà nước", "… là gì" in a line that begins with
the word asked for. The kinds are rows of the table `question_kinds`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from vanban.orthography.blanking import bare_words
from vanban.rules import Rules

# A line that says what its opening is; a longer opening is a sentence and no term.
_DEFINING = re.compile(r"^(.{0,90}?) la ", re.MULTILINE)


class _Kind(NamedTuple):
    asked: re.Pattern[str]
    heading: re.Pattern[str]


class KindAsked:
    """One question: its kinds, and the words of what it may ask the meaning of."""

    def __init__(self, words: str, weights: Mapping[str, float], rules: Rules) -> None:
        """`words`: folded, a blank between them, one before and one behind; `weights`: how rare each of them is."""
        kinds, self._set = _kinds(rules)
        self._words, self._weights = words, weights
        self._all = sum(weights.values()) or 1.0
        self._headings = [kind.heading for kind in kinds if kind.asked.search(words.strip())]

    def see(self, heading: str, text: str) -> tuple[float, float, float]:
        """Whether a heading is of a kind that is asked, or one that every act has; the share of the question that a
        line of the text defines.
        """
        words = plain(heading)
        asked = any(pattern.search(words) for pattern in self._headings)
        return float(asked), float(self._set.search(words) is not None), self._defined(text)

    def _defined(self, text: str) -> float:
        """The weight of the longest term that a line defines and the question holds before or behind "là"."""
        if " la " not in self._words:
            return 0.0
        best = 0.0
        for opening in _DEFINING.findall(bare_words(text).decode("ascii")):
            term = opening.split()
            if term and (len(term[0]) == 1 or term[0][0].isdigit()):
                del term[0]
            spaced = f" {' '.join(term)} "
            if term and (f"{spaced}la " in self._words or f" la{spaced}" in self._words):
                best = max(best, sum([self._weights.get(word, 0.0) for word in set(term)]))
        return best / self._all


def plain(words: str) -> str:
    """Folded words with one blank between them: what the patterns of the table are searched in."""
    return " ".join(bare_words(words).decode("ascii").split())


@cache
def _kinds(rules: Rules) -> tuple[tuple[_Kind, ...], re.Pattern[str]]:
    """The kinds, and one pattern of the headings that every act has."""
    rows = rules.question_kinds
    # Each of them begins with a word: told to the engine once, it passes over the other letters.
    every = rf"\b(?:{'|'.join(row.heading for row in rows if row.every_act)})"
    return tuple(_Kind(re.compile(row.pattern), re.compile(row.heading)) for row in rows), re.compile(every)
