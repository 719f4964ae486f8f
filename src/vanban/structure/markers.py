"""Where lines begin like a unit: every candidate of one text, found in one linear scan."""

import re
from functools import cache
from typing import NamedTuple

from vanban.rules import Rules

# Straight and curly marks fold to these two; a doubled one is one opening mark.
QUOTES = "\"'"
_OPENING = "“‟„«‘\"'"


class Marker(NamedTuple):
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


@cache
def _composite(rules: Rules) -> tuple[re.Pattern[str], tuple[tuple[str, bool, bool], ...]]:
    """One pattern for all rows; by the index of its group: style, must it be in capitals, has it a number."""
    rows: list[tuple[str, str, bool, bool]] = [
        *((row.kind, row.pattern, row.capitals, False) for row in rules.frame_markers),
        *((row.style, row.pattern, False, True) for row in rules.level_markers),
    ]
    rows.sort(key=lambda row: _ORDER.index(row[0] if row[0] in _ORDER else ""))
    nothing = ("", False, False)
    parts: list[str] = []
    styles: list[tuple[str, bool, bool]] = [nothing, nothing]  # group 1 is the opening quotation mark
    for style, pattern, capitals, numbers in rows:
        parts.append(f"({pattern})")
        styles.append((style, capitals, numbers))
        if numbers:
            styles.append(nothing)
    line = rf"\n[ \t\f]*([{QUOTES}]{{1,2}})?[ \t]*(?:" + "|".join(parts) + r"|(?<=[\"']))"
    return re.compile(line), tuple(styles)


# False friends without diacritics ("mức 1", "phân 2"); "điều" has none before a number.
_DIACRITICS = {"part": "phần", "chapter": "chương", "section": "mục", "subsection": "tiểu mục", "appendix": "phụ lục"}


def scan(content: str, folded: str, rules: Rules) -> list[Marker]:
    """Every line of `content` that begins like a unit, in order; `folded` is its fold.

    What is only a false friend without diacritics ("Mức 1") is left out; whether a candidate is a unit is decided
    later, by its place in the sequence.
    """
    composite, styles = _composite(rules)
    found: list[Marker] = []
    add = found.append
    # One line feed in front makes the first line like the others: a match at `n` is the line that starts at `n`.
    for match in composite.finditer("\n" + folded):
        index = match.lastindex
        if index is None:
            continue
        style, capitals, numbers = styles[index]
        start, quote = match.start(), match.start(1) - 1
        if not style:
            if quote >= 0 and content[quote] in _OPENING:
                add(Marker("quote", "", start, match.end(1) - 1, quote))
            continue
        begin, end = match.span(index)
        if numbers:
            first, last = match.span(index + 1)
            number = content[first - 1 : last - 1] if first >= 0 else ""
            if style in _DIACRITICS and not content[begin - 1 : end - 1].lower().startswith(_DIACRITICS[style]):
                continue
        else:
            number = ""
            if capitals and not content[begin - 1 : end - 1].isupper():
                continue
        add(Marker(style, number, start, end - 1, quote if quote >= 0 else -1))
    return found
