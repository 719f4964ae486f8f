"""The role that the words right before a citation give it (table `citation_phrases`)."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from vanban.model import Role
from vanban.orthography import backwards
from vanban.rules import Rules
from vanban.rules.citation_phrases import CitationPhrase

_LOOK_BACK = 130
_LIST_SIGNS = (", ", "; ", " va ")


class _Phrases(msgspec.Struct, frozen=True):
    """Rows in order, as one pattern on words turned round: its groups are the rows, `roles` what they give.

    Group 0 is no row, and the first that fits decides.
    """

    pattern: re.Pattern[str]
    roles: tuple[Role | None, ...]


class _Table(msgspec.Struct, frozen=True):
    """`verbs` are the words of change of any row, `plain` the rows that need none of them."""

    verbs: tuple[str, ...]
    every: _Phrases
    plain: _Phrases


@cache
def _table(rules: Rules) -> _Table:
    rows = rules.citation_phrases
    verbs = tuple(dict.fromkeys(verb for row in rows for verb in row.verbs))
    return _Table(verbs, _phrases(rows), _phrases([row for row in rows if not row.verbs]))


def _phrases(rows: Iterable[CitationPhrase]) -> _Phrases:
    rows = tuple(rows)
    whole_words = r"(?:(?![a-z0-9])|(?<=\s))"
    pattern = "|".join(rf"({backwards.turned(row.pattern)}){whole_words}" for row in rows)
    return _Phrases(re.compile(pattern, re.ASCII), (None, *(row.role for row in rows)))


def role_before(folded: str, start: int, rules: Rules) -> Role | None:
    """The role that the words right before `start` give; None where they say nothing.

    Most citations follow no verb of change: they only ask the short phrases.
    """
    if folded.endswith(_LIST_SIGNS, 0, start):
        return None  # a further member of a list: its neighbour decides
    table = _table(rules)
    near = folded[max(0, start - _LOOK_BACK) : start]
    phrases = table.plain
    for verb in table.verbs:
        if verb in near:
            phrases = table.every
            break
    match = phrases.pattern.match(near[::-1])
    return phrases.roles[match.lastindex] if match is not None and match.lastindex is not None else None
