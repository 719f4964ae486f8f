"""The rows of the task tables as compiled patterns, their blanks filled."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from vanban.effects import dates
from vanban.orthography.either import either
from vanban.rules import PatternRow, Rules

_YEAR = r"(?:\s*(?:/|-|,?\s*nam)\s*(?P<year>\d{4}))?(?![\d/])"
_BLANKS = {
    "{day}": dates.DAY,
    "{month}": r"thang 0?(?P<month>1[0-2]|[1-9])(?!\d)" + _YEAR,
    "{quarter}": r"quy (?P<quarter>iv|i{1,3}|0?[1-4])\b" + _YEAR,
    "{year}": r"nam (?P<year>\d{4})(?!\d)",
}

# The text is folded: its letters, figures and blanks are those of ASCII, which are told from a table.
_FOLDED = re.DOTALL | re.ASCII
_BEHIND = re.compile(r"\(\?<![^)]*\)")  # what stands behind has a fixed width: one blank for a space


class Phrase(NamedTuple):
    """A row with its pattern over folded text, and the one over the original words, if it has one."""

    row: Any
    pattern: re.Pattern[str]
    words: re.Pattern[str] | None
    within: re.Pattern[str] | None  # what a pattern that begins with ".*" looks for: a search is quicker than its steps
    behind: re.Pattern[str]  # the pattern behind what is no letter and no figure: tried only where words begin

    def match(self, folded: str, content: str, start: int, end: int) -> re.Match[str] | None:
        """The row at `start`, settled on the original words."""
        found = self.pattern.match(folded, start, end)
        if found and self.words and not self.words.match(content, start, end):
            return None
        return found

    def search(self, folded: str, content: str, start: int, end: int) -> re.Match[str] | None:
        """The first place in `start:end` where the row stands, at the beginning of a word."""
        if start == 0 and (found := self.match(folded, content, 0, end)):
            return found
        at = max(0, start - 1)
        while led := self.behind.search(folded, at, end):
            at = led.start() + 1
            if found := self.match(folded, content, at, end):
                return found
            at = max(at, led.end() - 1)
        return None


class Phrases(tuple[Phrase, ...]):
    """Rows in the order of the file. `either` is all of them as one pattern: at most places none stands. `rest` gives
    for the last group of its match the rows from the one that matched on.
    """

    either: re.Pattern[str]
    rest: dict[int, tuple[Phrase, ...]]


def _of(rows: Iterable[Phrase]) -> Phrases:
    phrases = Phrases(rows)
    phrases.either = either((f"({phrase.pattern.pattern})" for phrase in phrases), _FOLDED)
    phrases.rest, group = {}, 1
    for number, (_, pattern, *_) in enumerate(phrases):
        phrases.rest[group] = phrases[number:]
        group += 1 + pattern.groups - len(pattern.groupindex)  # `either` takes the names away, and with them the groups
    return phrases


def compile_row(row: PatternRow, *, exact: bool = False) -> Phrase:
    """A row as a `Phrase`; `exact` keeps the case of its `words` (names of bodies begin with a capital)."""
    pattern = row.pattern
    for blank, filled in _BLANKS.items():
        pattern = pattern.replace(blank, filled)
    pattern = _BEHIND.sub(lambda behind: behind.group().replace(" ", r"\s"), pattern)
    pattern = pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*")
    words = re.compile(row.words, re.DOTALL | (0 if exact else re.IGNORECASE)) if row.words else None
    within = re.compile(pattern[2:], _FOLDED) if pattern.startswith(".*") and "|" not in _outside(pattern) else None
    behind = re.compile(f"[^a-z0-9](?:{pattern})", _FOLDED)
    return Phrase(row, re.compile(pattern, _FOLDED), words, within, behind)


_GROUP = re.compile(r"\((?:[^()\\]|\\.)*\)")


def _outside(pattern: str) -> str:
    """What of a pattern stands in no group."""
    while (less := _GROUP.sub("", pattern)) != pattern:
        pattern = less
    return pattern


@cache
def used(rules: Rules, use: str) -> Phrases:
    """The rows of `task_phrases` of one use, in the order of the file."""
    return _of(compile_row(row) for row in rules.task_phrases if row.use == use)


@cache
def organising(rules: Rules) -> re.Pattern[str]:
    """A heading over who carries a document out, whole; a line that ends in "này" is a duty, no heading."""
    return re.compile(rf"(?:{_beginnings(rules)})(?!.*\bnay[.;:/]*$)[^.;:]{{0,100}}[.:]?", _FOLDED)


# Numbers, letters and signs as they stand before a heading: "Điều 12.", "IV.", "2.1-", "Ba là,", "(1)".
# Its blanks and signs are taken whole: a heading begins with a letter. Each kind of mark is tried by itself, and the
# line without one last: most lines are refused by the first letters of each.
_NUMBERS = r"\d{1,3}\.(?:\d{1,3}\.)*\w{1,5}+"
_MARKS = (rf"dieu (?:{_NUMBERS}|\w{{1,5}}+)", _NUMBERS, r"\w{1,5}+", r"\w{2,4}+ la")
_MARK = r"\W*+(?:" + "".join(rf"{mark}\b\W*+|" for mark in _MARKS) + ")"


@cache
def organising_line(rules: Rules) -> re.Pattern[str]:
    """The same as a line of a text, after its `mark`; asked once a line, as line breaks are found by plain search."""
    rest = r"[^.;:]{0,100}(?<!\bnay)(?=[.:]?\s*(?:\n|\Z))"
    return re.compile(rf"\n(?P<mark>{_MARK})(?:{_beginnings(rules)}){rest}", re.ASCII)


def _beginnings(rules: Rules) -> str:
    return "|".join(row.pattern.pattern for row in used(rules, "organise"))


@cache
def bodies(rules: Rules) -> Phrases:
    """The rows of `task_bodies`."""
    return _of(compile_row(row, exact=True) for row in rules.task_bodies)


@cache
def columns(rules: Rules) -> tuple[Phrase, ...]:
    """The rows of `task_columns`."""
    return tuple(compile_row(row) for row in rules.task_columns)


@cache
def deadlines(rules: Rules) -> tuple[Phrase, ...]:
    """The rows of `deadline_forms`."""
    return tuple(compile_row(row) for row in rules.deadline_forms)


@cache
def duty_words(rules: Rules) -> re.Pattern[str]:
    """Every word that begins a duty, as one pattern."""
    patterns = "|".join(row.pattern.pattern for row in used(rules, "duty"))
    return re.compile(rf"(?<!\w)(?:{patterns})", re.ASCII)


def any_stands(phrases: Phrases, folded: str, content: str, start: int, end: int) -> bool:
    """Whether any row stands at `start`; where a row is told by what stands within, at less cost than its match."""
    for _, pattern, words, within, _ in phrases:
        found = pattern.match(folded, start, end) if within is None else within.search(folded, start, end)
        if found is not None and (words is None or words.match(content, start, end) is not None):
            return True
    return False


def first(phrases: Phrases, folded: str, content: str, start: int, end: int) -> re.Match[str] | None:
    """The match of the first row that stands at `start`."""
    may_stand = phrases.either.match(folded, start, end)
    if may_stand is None or may_stand.lastindex is None:
        return None
    for _, pattern, words, _, _ in phrases.rest[may_stand.lastindex]:
        found = pattern.match(folded, start, end)
        if found is not None and (words is None or words.match(content, start, end) is not None):
            return found
    return None
