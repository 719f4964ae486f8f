"""The role that the words right before a citation give it (table `citation_phrases`)."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat

import msgspec

from vanban.model import Role
from vanban.orthography import backwards
from vanban.rules import Rules
from vanban.rules.citation_phrases import CitationPhrase

LOOK_BACK = 130
_LIST_SIGNS = (", ", "; ", " va ")


class Phrases(msgspec.Struct, frozen=True):
    """Rows in order, as one pattern on words turned round: its groups are the rows, `roles` what they give.

    Group 0 is no row, and the first that fits decides.
    """

    pattern: re.Pattern[str]
    roles: tuple[Role | None, ...]


class CitingWords(msgspec.Struct, frozen=True):
    """The table as `role_before` asks it: every row, and the rows that need no verb of change."""

    every: Phrases
    plain: Phrases


@cache
def citing_words(rules: Rules) -> CitingWords:
    """What `role_before` asks."""
    rows = rules.citation_phrases
    return CitingWords(_phrases(rows), _phrases([row for row in rows if not row.verbs]))


def _phrases(rows: Iterable[CitationPhrase]) -> Phrases:
    rows = tuple(rows)
    whole_words = r"(?:(?![a-z0-9])|(?<=\s))"
    pattern = "|".join(rf"({backwards.turned(row.pattern)}){whole_words}" for row in rows)
    return Phrases(re.compile(pattern, re.ASCII), (None, *(row.role for row in rows)))


def verbs_before(verb_ends: list[int], places: Iterable[int]) -> Iterator[int]:
    """Where the last verb of change before each place ends, of those that end at `verb_ends` (ascending).

    `-LOOK_BACK` where there is none: farther from any place than a verb that matters.
    """
    return map([-LOOK_BACK, *verb_ends].__getitem__, map(bisect_right, repeat(verb_ends), places))


def role_before(folded: str, start: int, verb_end: int, words: CitingWords) -> Role | None:
    """The role that the words right before `start` give; None where they say nothing.

    `verb_end` tells where the last verb of change before them ends. Most citations follow none: they only ask the
    short phrases, which say no more than that it is a citation.
    """
    if folded.endswith(_LIST_SIGNS, 0, start):
        return None  # a further member of a list: its neighbour decides
    phrases = words.every if start - verb_end < LOOK_BACK else words.plain
    match = phrases.pattern.match(folded[start - LOOK_BACK if start > LOOK_BACK else 0 : start][::-1])
    return phrases.roles[match.lastindex or 0] if match is not None else None
