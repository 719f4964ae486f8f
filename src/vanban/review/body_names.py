"""Whether a printed name of a body is the one asked for: "UBND tỉnh" is "Ủy ban nhân dân tỉnh", case aside."""

import re
from functools import cache, lru_cache

from vanban.orthography import fold
from vanban.rules import Rules


class BodyAsked:
    """The body that a person asks for by any part of its name."""

    def __init__(self, words: str, rules: Rules) -> None:
        self._rules = rules
        self._wanted = f" {plain(words, rules)} "

    def names(self, printed: str) -> bool:
        """Whether the printed name holds the words asked for, word by word."""
        return self._wanted in f" {plain(printed, self._rules)} "


@lru_cache(maxsize=65_536)
def plain(words: str, rules: Rules) -> str:
    """A name folded to words, the abbreviations of local bodies written out (table `local_bodies`)."""
    folded = " ".join(re.findall(r"[a-z0-9]+", fold(words)))
    for name, full in _spellings(rules):
        folded = re.sub(rf"\b{name}\b", full, folded)
    return folded


@cache
def _spellings(rules: Rules) -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold(short), fold(row.names[0]))
        for row in rules.local_bodies
        for short in row.names[1:]
        if short.isupper() and fold(short) != fold(row.names[0])
    )
