"""The few lines of a passage that answer best, quoted exactly, the words found marked."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vanban.search.standing import Hit

# Characters of a snippet: two lines of a page.
LENGTH = 240
# Less than any word weighs.
_SLIGHT = 1e-9
_EDGE = re.compile(r"[\n;.:]\s*")


class Snippet(NamedTuple):
    """`text[start:end]`, and the spans of the words found, counted from `start`."""

    start: int
    end: int
    marks: tuple[tuple[int, int], ...]


def snippet(text: str, hits: list[Hit], weights: Mapping[str, float], begin: int = 0) -> Snippet:
    """The window of the text in which the words that stand at `hits` weigh most; its beginning where there are none.

    Each word counts once in a window, so that one that holds all of them is before one that repeats one of them. With
    `begin`, the window that begins there.
    """
    if begin:
        hits = [hit for hit in hits if hit[0] >= begin]
    if begin or not hits:
        start = begin + len(text[begin:]) - len(text[begin:].lstrip())
        return _marked(text, start, hits)
    return _marked(text, _opening(text, hits[_best(hits, weights)][0]), hits)


def _marked(text: str, start: int, hits: list[Hit]) -> Snippet:
    end = _cut(text, start, start + LENGTH)
    inside = hits[bisect_left(hits, (start, 0, "")) : bisect_left(hits, (end, 0, ""))]
    return Snippet(start, end, tuple((first - start, last - start) for first, last, _ in inside if last <= end))


def _best(hits: list[Hit], weights: Mapping[str, float]) -> int:
    best, best_weight, last = 0, -1.0, 0
    whole = sum(weights[word] for word in {word for _, _, word in hits})
    counts: dict[str, int] = {}
    weight = 0.0
    for first in range(len(hits)):
        while last < len(hits) and hits[last][1] - hits[first][0] <= LENGTH - 40:
            word = hits[last][2]
            counts[word] = counts.get(word, 0) + 1
            if counts[word] == 1:
                weight += weights[word]
            last += 1
        if weight > best_weight:
            best, best_weight = first, weight
            if weight >= whole - _SLIGHT:
                break
        word = hits[first][2]
        if last > first:
            counts[word] -= 1
            if not counts[word]:
                weight -= weights[word]
        else:
            last = first + 1
    return best


def _opening(text: str, at: int) -> int:
    """Where the snippet begins: after the last end of a clause a little before the first hit, or at a word."""
    low = max(0, at - 40)
    edges: Iterable[re.Match[str]] = _EDGE.finditer(text, low, at)
    after = max((edge.end() for edge in edges), default=-1)
    if after >= 0:
        return after
    if low == 0:
        return len(text) - len(text.lstrip())
    space = text.find(" ", low, at)
    return at if space < 0 else space + 1


def _cut(text: str, start: int, end: int) -> int:
    """An end at or before `end` that breaks no word and leaves no white space behind."""
    if end >= len(text):
        return len(text.rstrip()) if text[start:].strip() else start
    space = max(text.rfind(sign, start, end) for sign in (" ", "\n"))
    end = space if space > start else end
    return start + len(text[start:end].rstrip())
