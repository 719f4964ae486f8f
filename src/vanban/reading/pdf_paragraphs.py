"""Printed lines -> paragraphs, over the ends of lines and pages, by what the page shows and what the words say."""

import itertools
import re
from collections.abc import Sequence
from statistics import median

import msgspec

from vanban.reading.pdf_layout import Printed
from vanban.reading.wrapping import BROKEN_WORD, NEVER_WITHIN, all_caps, breaks_sentence, must_go_on, opening
from vanban.rules import Rules
from vanban.rules.reading_rows import Opening

_ENDS = re.compile(r"[.:;!?…][\"”’')\]]*$|\./\.$")


class Column(msgspec.Struct, frozen=True):
    """The measures of the text: left and right edge, usual step from line to line, whether first lines are indented."""

    left: float
    right: float
    step: float
    indented: bool


def joins(lines: Sequence[Printed], rules: Rules) -> list[str | None]:
    """For each pair of neighbours what stands between them: None a new paragraph, " " or "" the same one."""
    found = [opening(line.words, rules) for line in lines]
    columns = _columns(lines)
    glue: list[str | None] = []
    for i, (line, following) in enumerate(itertools.pairwise(lines)):
        soft = _is_soft(line, following, found[i], found[i + 1], columns, rules)
        glue.append(None if not soft else "" if BROKEN_WORD.search(line.words) else " ")
    return glue


def _columns(lines: Sequence[Printed]) -> dict[tuple[int, int], Column]:
    """The measures of each page's body, and of each cell and column, by (page, part)."""
    parts: dict[tuple[int, int], list[Printed]] = {}
    for line in lines:
        parts.setdefault((line.page, line.part), []).append(line)
    return {key: _column(members) for key, members in parts.items()}


def _column(lines: Sequence[Printed]) -> Column:
    rights = sorted(line.right for line in lines)
    lefts = sorted(line.left for line in lines)
    left, right = lefts[len(lefts) // 20], rights[(len(rights) - 1) * 19 // 20]
    height = median(line.height for line in lines)
    steps = [a.y - b.y for a, b in itertools.pairwise(lines) if 0 < a.y - b.y < 4 * height]
    inner = sum(0.8 * height < line.left - left < 6 * height and line.right > right - 3 * height for line in lines)
    return Column(left, right, median(steps) if steps else 1.2 * height, inner > 0.08 * len(lines))


def _is_soft(
    line: Printed,
    following: Printed,
    opened: Opening | None,
    opens: Opening | None,
    columns: dict[tuple[int, int], Column],
    rules: Rules,
) -> bool:
    words, after = line.words, following.words
    if (
        line.part != following.part
        or line.table != following.table
        or not _has_letters(words)
        or not _has_letters(after)
    ):
        return False
    if (opened is not None and opened.alone) or (opens is not None and opens.alone):
        return False
    here, there = columns[line.page, line.part], columns[following.page, following.part]
    room = here.right - line.right - _first_word_width(following)
    full = room < (0.25 * (here.right - here.left) if line.table is not None else 0.5 * line.height)
    if opens is not None:
        middle = opens.id not in NEVER_WITHIN | {"bullet"} and must_go_on(words, rules)
        broken_dash = opens.id == "bullet" and full and not _ENDS.search(words) and not words.endswith(",")
        return full and (
            (middle and not words.endswith(",")) or (broken_dash and following.left < there.left + line.height)
        )
    if line.part and line.table is None:
        return after[0].islower() or must_go_on(words, rules)
    if line.page == following.page and line.y - following.y > 1.45 * here.step and not after[0].islower():
        return False
    if after[0].islower():
        return full or not _ENDS.search(words)
    if must_go_on(words, rules):
        return full or breaks_sentence(words, rules)
    if _ENDS.search(words):
        indent = following.left - there.left > 0.8 * following.height
        return full and line.table is None and there.indented and not indent and not _is_short(following, there)
    return full and ((line.table is not None and " " in words) or all_caps(words) == all_caps(after))


def _is_short(line: Printed, column: Column) -> bool:
    return line.right - line.left < 0.3 * (column.right - column.left)


def _first_word_width(line: Printed) -> float:
    first = line.words.split(maxsplit=1)[0]
    return (line.right - line.left) / max(len(line.words), 1) * (len(first) + 1)


def _has_letters(words: str) -> bool:
    return any(character.isalnum() for character in words)
