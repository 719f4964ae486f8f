"""Hard-wrapped lines: whether a text has them, and which of its line breaks are only the wrap of a paragraph.

A break is soft where the sentence must go on (a word that cannot end one, a lower-case beginning) and hard where a
paragraph opens (table `openings`) or ended. In between the length of the line decides.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

import msgspec

from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.reading_rows import Opening

Break = Literal["soft", "hard", "blank"] | None  # what markup or blank lines say of a break; None: nothing

_ENDS = re.compile(r"[.:;!?…][\"”’')\]]*$|\./\.$|[-_*=]{3,}$")
# Openings that no sentence runs into, whatever word stands before the line break.
NEVER_WITHIN = frozenset({"legal-basis", "clause", "point", "point-dot", "quoted-unit", "numeral-in-brackets", "roman"})
BROKEN_WORD = re.compile(r"[^\W_]-$")  # "TT-" at the end of a line: no blank was there
_POINT = re.compile(r"[^\W\d_]{1,2}\d?[.)/]")
_BARE_NUMBER = re.compile(
    r"(?:luat |nghi quyet |phap lenh )?so ?:?|dieu \d+[a-z]?[.:]?|v/v:?|\d{1,3}[a-z]?\.|[a-z]\d?\)"
)
_MIN_LINE, _MAX_LINE = 40, 130


class Regime(msgspec.Struct, frozen=True):
    """How a text is wrapped: the column where lines end, and whether first lines of paragraphs end anywhere.

    `ragged_starts`: the wrap is that of HTML source, where mark-up (taken away since) shortened the first lines.
    """

    width: int
    ragged_starts: bool


def regime(lines: Sequence[str], known: int = 0) -> Regime | None:
    """How these lines (not empty) are wrapped; None: one paragraph a line.

    `known` line breaks are wraps for certain (they stand inside one stretch of emphasis).
    Of the lines that a wrap could have made (40-130 characters) many are followed by one that begins lower-case.
    Measured: 0-3 % in texts with one paragraph a line, 45-80 % in wrapped ones.
    """
    lengths = sorted(map(len, lines))
    longer = len(lengths) - bisect_right(lengths, _MAX_LINE)
    candidates = len(lengths) - longer - bisect_left(lengths, _MIN_LINE)
    if known < 3 and longer > 0.3 * candidates:
        return None  # paragraphs of every length
    going_on: list[tuple[int, int]] = []  # length of the line, and with the first word of the next
    for line, following in pairwise(lines):
        if _MIN_LINE <= len(line) <= _MAX_LINE and following[0].islower() and not _POINT.match(following):
            going_on.append((len(line), len(line) + 1 + len(following.split(maxsplit=1)[0])))
    if not going_on or len(going_on) + known < 3 or len(going_on) + known < 0.2 * candidates:
        return None
    wrapped = sorted(length for length, _ in going_on)
    width = wrapped[(len(wrapped) - 1) * 19 // 20] if len(wrapped) >= 20 else wrapped[-1]
    early = sum(length < 0.9 * width for _, length in going_on)
    return Regime(width, early > 0.1 * len(going_on))


@cache
def _openings(rules: Rules) -> tuple[re.Pattern[str], dict[str, tuple[Opening, re.Pattern[str] | None]]]:
    rows = {f"r{index}": row for index, row in enumerate(rules.openings)}
    pattern = "|".join(f"(?P<{name}>{row.pattern})" for name, row in rows.items())
    words = {name: (row, re.compile(row.words) if row.words else None) for name, row in rows.items()}
    return re.compile(pattern), words


def opening(line: str, rules: Rules) -> Opening | None:
    """The row of the table `openings` that this line begins with, or None. `words` decide on the line as written."""
    pattern, rows = _openings(rules)
    match = pattern.match(fold(line))
    if match is None or match.lastgroup is None:
        return None
    row, words = rows[match.lastgroup]
    return row if words is None or words.search(line[: match.end() + 1]) else None


@cache
def _continuers(rules: Rules) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How lines end that must go on, and how they end that only seem to."""
    ends = tuple(f" {word}" if word[0].isalpha() else word for row in rules.continuers for word in row.words)
    return ends, tuple(f" {words}" for row in rules.continuers for words in row.unless)


def must_go_on(line: str, rules: Rules) -> bool:
    """Whether the line ends in the middle of a sentence for sure: with a comma or a word that ends none."""
    return line.endswith((",", "(", "“", " -", " –")) or breaks_sentence(line, rules)


def breaks_sentence(line: str, rules: Rules) -> bool:
    """Whether the line ends in words of the table `continuers`, not set in capitals (titles break anywhere)."""
    ends, compounds = _continuers(rules)
    last = f" {line[-24:].lower()}"
    return line[-1:].islower() and " " in line and last.endswith(ends) and not last.endswith(compounds)


def soft_breaks(lines: Sequence[str], marks: Sequence[Break], how: Regime, rules: Rules) -> list[bool]:
    """For each break between `lines[i]` and `lines[i + 1]`: whether it is only a wrap. Lines come stripped, not empty.

    `marks[i]` is what markup or blank lines say of break i.
    """
    found = [opening(line, rules) for line in lines]
    soft: list[bool] = []
    for i in range(len(lines) - 1):
        starts = not (soft and soft[-1])
        soft.append(
            _is_soft(lines[i], lines[i + 1], found[i] if starts else None, found[i + 1], starts, marks[i], how, rules)
        )
    return soft


def _is_soft(
    line: str,
    following: str,
    opened: Opening | None,
    opens: Opening | None,
    starts: bool,
    mark: Break,
    how: Regime,
    rules: Rules,
) -> bool:
    """One break. `opened`, `opens`: what the two lines begin; `starts`: the first is the first of its paragraph."""
    if mark != "blank" and line in ("-", "+", "*") and opens is None and _has_letters(following):
        return True
    if mark == "blank" or _is_ornament(line) or _is_ornament(following) or len(line) > max(1.4 * how.width, 100):
        return False
    if _BARE_NUMBER.fullmatch(fold(line)):
        return opens is None
    if (opened is not None and opened.alone) or (opens is not None and opens.alone):
        return False
    room = how.width - len(line) - 1 - len(following.split(maxsplit=1)[0])
    full = room < 0.12 * how.width
    if opens is not None and opens.id == "bullet":
        return full and not _ENDS.search(line) and not line.endswith(",")
    if opens is not None and (opens.id in NEVER_WITHIN or not breaks_sentence(line, rules)):
        return False
    if mark == "soft" or following[0] in ",.;:)%”" or breaks_sentence(line, rules) or BROKEN_WORD.search(line):
        return True
    if following[0].islower():
        return full or _ENDS.search(line) is None
    if must_go_on(line, rules) and (full or (how.ragged_starts and (starts or room < 0.5 * how.width))):
        return True
    if not _has_letters(following):  # the last word of a sentence ("năm 2025."), or the next cell of a table
        return following[-1] in ".;," and not _ENDS.search(line)
    if mark == "hard" or all_caps(line) != all_caps(following):
        return False
    if _ENDS.search(line):
        return False
    if full:
        return True
    if (
        not (starts and how.ragged_starts)
        or not _has_letters(line)
        or line.isupper()
        or (opened is not None and opened.id == "article")
    ):
        return False
    return opened is not None or len(following) > 0.6 * how.width


def _is_ornament(line: str) -> bool:
    return not any(character.isalnum() for character in line)


def _has_letters(line: str) -> bool:
    return any(character.isalpha() for character in line)


def all_caps(line: str) -> bool:
    """Whether a line is set in capitals, as titles are; a short word alone ("XIII", "UBND") does not count."""
    return line.isupper() and sum(character.isalpha() for character in line) > (3 if " " in line.strip() else 7)
