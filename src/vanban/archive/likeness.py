"""Whether two texts are the same words, told from a few dozen numbers each: for papers that do not say who they are."""

import heapq
import re
from collections.abc import Sequence
from zlib import crc32

from vanban.orthography import fold_bytes

# The smallest hashes of all runs of so many words ("bottom-k sketch"): their overlap estimates that of the texts.
_RUN, _KEPT = 5, 64
# Measured on the development corpus: a page and its text 1.0 (12 pairs), one act published twice .94 and 1.0, and of
# all pairs of different acts (425 texts) the most alike .67.
_ALIKE = 0.8
_WORD = re.compile(rb"[a-z0-9]+")


def sketch(content: str) -> tuple[int, ...]:
    """The smallest hashes of the runs of words in a text, sorted; punctuation, case and diacritics do not count."""
    words = _WORD.findall(fold_bytes(content))
    runs = {crc32(b" ".join(words[at : at + _RUN])) for at in range(max(1, len(words) - _RUN + 1))}
    return tuple(heapq.nsmallest(_KEPT, runs))


def alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two sketches are of the same words; an empty sketch is like nothing."""
    if not one or not other:
        return False
    smallest = sorted(set(one) | set(other))[:_KEPT]
    shared = set(one) & set(other)
    return sum(number in shared for number in smallest) >= _ALIKE * len(smallest)


def clusters(sketches: Sequence[Sequence[int]]) -> list[list[int]]:
    """The places of sketches that are alike, directly or through others, each group and the groups in order."""
    group = list(range(len(sketches)))
    for later, mine in enumerate(sketches):
        for earlier in range(later):
            if group[earlier] != group[later] and alike(mine, sketches[earlier]):
                old, new = max(group[earlier], group[later]), min(group[earlier], group[later])
                group = [new if each == old else each for each in group]
    return [[place for place, each in enumerate(group) if each == name] for name in sorted(set(group))]
