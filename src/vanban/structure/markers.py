"""Where lines begin like a unit: every candidate of one text, found in one linear scan."""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from vanban.rules import Rules

# Straight and curly marks fold to the first two, rarer ones to "?"; a doubled one is one opening mark.
QUOTES = "\"'?"
_OPENING = "“‟„«‘\"'"


class Marker(msgspec.Struct, frozen=True, gc=False):
    """A line that begins like a unit.

    `style` is the style of a row of `level_markers`, the kind of a row of `frame_markers`, or "quote" for quoted words
    without a number. `number` is as printed; `start` is where the line begins (the mark of quotation, where quoted
    words begin inside a line), `after` the end of the printed number with its full stop. `quote` is the place of the
    opening quotation mark before the number, -1 without one.
    """

    style: str
    number: str
    start: int
    after: int
    quote: int


# Commonest first, and what another row would swallow before that row.
_ORDER = ("basis", "decimal", "number", "bracket", "dash", "closing", "supplied", "attached", "", "letter")
# Some publishers print the name of the act before each heading: "Luật Giá 2023. Chương I".
_RUNNING_TITLE = (
    r"(?:luat|bo luat|van ban hop nhat|phap lenh|nghi dinh|nghi quyet|thong tu|quyet dinh)(?![a-z])[^\n.]{0,120}\. "
)
_TITLED = frozenset(("part", "chapter", "section", "subsection", "article"))


class _Row(NamedTuple):
    """What the last group of a match means: a row's number, or the empty group at its end.

    `number` is how many groups before it the row's number stands (0: it is the number itself), -1 for rows without one.
    `words` must stand in the original: they settle false friends without diacritics ("mức 1", "phân 2").
    """

    style: str
    capitals: bool
    number: int
    words: str


_NO_ROW = _Row("", False, -1, "")


@cache
def _composite(rules: Rules) -> tuple[re.Pattern[str], tuple[_Row, ...], tuple[str, ...]]:
    """One pattern for all rows, and what each of its groups means. Group 1 is the opening quotation mark.

    The last value is the style of the groups whose number is all that there is to look at, "" for the others.

    A row is told by its number; where it has none, or not always (an appendix), by an empty group at its end: in front
    it would hide the row's first character from the regular expression engine, which passes over an alternative whose
    first character differs (measured: a third of the time).
    """
    rows = [
        (_Row(frame.kind, frame.capitals, -1, frame.words or ""), f"{frame.pattern}()") for frame in rules.frame_markers
    ]
    for level in rules.level_markers:
        marked = level.style == "appendix"
        row = _Row(level.style, False, int(marked), level.words or "")
        rows.append((row, f"{level.pattern}()" if marked else level.pattern))
    rows.sort(key=lambda row: _ORDER.index(row[0].style if row[0].style in _ORDER else ""))
    titled = [(row, pattern) for row, pattern in rows if row.style in _TITLED]
    groups = [_NO_ROW, _NO_ROW]
    for row, _ in (*rows, *titled):
        groups += [_NO_ROW, row] if row.number > 0 else [row]
    parts = "|".join(pattern for _, pattern in rows)
    under_title = "|".join(pattern for _, pattern in titled)
    line = rf"\n[ \t\f]*(?:([{QUOTES}]{{1,2}})[ \t]*|)(?:{parts}|{_RUNNING_TITLE}(?:{under_title})|(?<=[\"'?]))"
    plain = (row.style if row.number == 0 and not row.words else "" for row in groups)
    return re.compile(line), tuple(groups), tuple(plain)


def scan(content: str, folded: str, rules: Rules) -> list[Marker]:
    """Every line of `content` that begins like a unit, in order; `folded` is its fold.

    What is only a false friend without diacritics ("Mức 1") is left out; whether a candidate is a unit is decided
    later, by its place in the sequence.
    """
    composite, groups, plain = _composite(rules)
    found: list[Marker] = []
    add = found.append
    # One line feed in front makes the first line like the others: a match at `n` is the line that starts at `n`.
    for match in composite.finditer("\n" + folded):
        index = match.lastindex or 0
        style = plain[index]
        if style and match[1] is None:  # the common case, without a call
            first, last = match.span(index)
            start, end = match.span()
            add(Marker(style, content[first - 1 : last - 1], start, end - 1, -1))
            continue
        marker = _marker(match, content, -1, groups)
        if marker is not None:
            add(marker)
    return found


def marker_at(content: str, folded: str, at: int, rules: Rules) -> Marker | None:
    """The candidate that begins at `at` inside a line, with or without an opening quotation mark."""
    composite, groups, _ = _composite(rules)
    match = composite.match("\n" + folded[at : at + 200])
    return _marker(match, content, at - 1, groups) if match is not None else None


def _marker(match: re.Match[str], content: str, shift: int, groups: tuple[_Row, ...]) -> Marker | None:
    """A match as a marker: `shift` is what turns its places into places of the content."""
    index = match.lastindex
    if index is None:
        return None
    style, capitals, before, words = groups[index]
    start, end = match.start() + shift + 1, match.end() + shift
    quote = match.start(1) + shift if match.start(1) >= 0 else -1
    if quote >= 0 and content[quote] not in _OPENING:
        return None
    if not style:
        return Marker("quote", "", start, match.end(1) + shift, quote) if quote >= 0 else None
    number = ""
    if before >= 0:
        first, last = match.span(index - before)
        if first >= 0:
            number = content[first + shift : last + shift]
    if words and words not in content[start:end].lower():
        return None
    if capitals and not content[start:end].isupper():
        return None
    return Marker(style, number, start, end, quote)
