"""The rules of form that one line, or a few words, keep or break (table `draft_rules`)."""

import re
from functools import lru_cache

from vanban.orthography import fold
from vanban.rules.draft_rule import DraftRule


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def found(row: DraftRule, line: str) -> re.Match[str] | None:
    """Whether the line is one that the rule speaks of; for a phrase, the words in it."""
    pattern = _compiled(row.finds or "(?!)")
    match = pattern.search(fold(line)) if row.part == "phrase" else pattern.match(fold(line))
    if match is None or row.printed is None:
        return match
    return match if _compiled(row.printed).match(line, match.start()) else None


def broken(row: DraftRule, line: str) -> tuple[int, int] | None:
    """The stretch of the line that breaks the rule; None where the line keeps it, or the rule is not about it."""
    match = found(row, line)
    if match is None or (row.form is not None and _compiled(row.form).fullmatch(line.strip())):
        return None
    return match.span() if row.part == "phrase" else (0, len(line))


def accepted(row: DraftRule, words: str) -> bool:
    """Whether words are what a rule weighed in code accepts."""
    return row.accepts is not None and _compiled(row.accepts).match(fold(words)) is not None
