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


@cache
def _composite(rules: Rules) -> tuple[re.Pattern[str], dict[int, tuple[str, bool]], frozenset[str]]:
    """One pattern for all rows; by group index: the style, and whether capitals are asked for; the original words."""
    parts: list[str] = []
    styles: dict[int, tuple[str, bool]] = {}
    group = 1  # group 1 is the opening quotation mark
    for frame in rules.frame_markers:
        group += 1
        parts.append(f"({frame.pattern})")
        styles[group] = (frame.kind, frame.capitals)
    for level in rules.level_markers:
        group += 1
        parts.append(f"({level.pattern})")
        styles[group] = (level.style, False)
        group += 1
    words = frozenset(row.words for row in rules.level_markers if row.words)
    line = rf"\n[ \t\f]*([{QUOTES}]{{1,2}})?[ \t]*(?:" + "|".join(parts) + r"|(?<=[\"']))"
    return re.compile(line), styles, words


# Quoted words that begin inside the line that announces them: "… như sau: “2. Nội dung".
_INLINE = re.compile(rf"nhu sau ?:[ \t]*([{QUOTES}])")

_DIACRITICS = {
    "part": ("phần",), "chapter": ("chương",), "section": ("mục",), "subsection": ("tiểu mục",),
    "appendix": ("phụ lục",),
}  # fmt: skip


def scan(content: str, folded: str, rules: Rules) -> list[Marker]:
    """Every line of `content` that begins like a unit, in order; `folded` is its fold.

    What is only a false friend without diacritics ("Mức 1") is left out; whether a candidate is a unit is decided
    later, by its place in the sequence.
    """
    composite, styles, _ = _composite(rules)
    found: list[Marker] = []
    add = found.append
    # One line feed in front, so that the first line is a line like the others; positions stay those of the content
    # because the line feed of the match itself is the character before the line.
    for match in composite.finditer("\n" + folded):
        index = match.lastindex
        start = match.start()
        quote = match.start(1) - 1 if match.start(1) >= 0 else -1
        if index is None or index == 1:
            if quote >= 0 and content[quote] in _OPENING:
                add(Marker("quote", "", start, match.end(1) - 1, quote))
            continue
        style, capitals = styles[index]
        begin, end = match.start(index) - 1, match.end(index) - 1
        if style in _DIACRITICS:
            printed = content[begin:end].lower()
            if not printed.startswith(_DIACRITICS[style]):
                continue
        elif capitals and not content[begin:end].isupper():
            continue
        number = match.start(index + 1) - 1
        printed_number = content[number : match.end(index + 1) - 1] if index + 1 not in styles and number >= 0 else ""
        add(Marker(style, printed_number, start, end, quote))
    return found
