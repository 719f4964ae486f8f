"""Characters -> lines, by their places on the page: the order in the file is not trusted.

Where accented letters come from a fallback font, files hold them after the line they belong to; by position alone the
words come out right. A line is a row of segments; a wide gap between two segments is a column boundary.
"""

import unicodedata
from collections.abc import Sequence
from statistics import median

import msgspec

from vanban.reading.pdf_characters import Character

_BLANK = 0.11  # of the height: a wider gap is a blank between words (blanks of justified lines are .15 and more)
RAISED, LOWERED = "\ufdd2", "\ufdd3"  # no characters: they stand around a raised number until the notes are known
_COLUMN = 1.6  # of the height: a wider gap is a boundary between columns


class Segment(msgspec.Struct):
    """A run of words on one baseline, without a wide gap in it."""

    words: str
    left: float
    right: float
    y: float
    height: float


def segments_of(characters: Sequence[Character]) -> list[list[Segment]]:
    """The lines from top to bottom, each as its segments from left to right."""
    return [_segments(row) for row in _rows(characters)]


def _rows(characters: Sequence[Character]) -> list[list[Character]]:
    """The characters gathered by baseline. Raised and lowered signs join the line that they stand beside."""
    if not characters:
        return []
    usual = median([character.height for character in characters])
    rows: list[list[Character]] = []
    baseline = float("inf")
    for character in sorted(characters, key=lambda c: -c.y):
        if baseline - character.y > 0.22 * usual:
            rows.append([])
            baseline = character.y
        rows[-1].append(character)
    return _with_raised(rows, usual)


def _with_raised(rows: list[list[Character]], usual: float) -> list[list[Character]]:
    """Rows of small characters only (m³, footnote signs) that lie within the height of a neighbouring row join it.

    Digits that touch the letter before them may be as large as the line.
    """
    kept: list[list[Character]] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        small = len(row) <= 12 and (max(c.height for c in row) < 0.85 * usual or all(c.letter.isdigit() for c in row))
        if small and index + 1 < len(rows) and _beside(row, rows[index + 1], row[0].y - rows[index + 1][0].y):
            rows[index + 1] = [*_as_raised(row), *rows[index + 1]]
        elif small and kept and _beside(row, kept[-1], kept[-1][-1].y - row[0].y):
            kept[-1].extend(row)
        else:
            kept.append(row)
        index += 1
    return kept


def _as_raised(row: Sequence[Character]) -> list[Character]:
    """Raised digits marked as such: a footnote sign must not become part of the number before it."""
    ordered = sorted(row, key=lambda c: c.x)
    marked = []
    for index, sign in enumerate(ordered):
        letter = sign.letter
        if letter.isdigit():
            before = index > 0 and ordered[index - 1].letter.isdigit() and sign.x - ordered[index - 1].right < 2
            after = (
                index + 1 < len(ordered)
                and ordered[index + 1].letter.isdigit()
                and ordered[index + 1].x - sign.right < 2
            )
            letter = ("" if before else RAISED) + letter + ("" if after else LOWERED)
        marked.append(msgspec.structs.replace(sign, letter=letter))
    return marked


def _beside(small: Sequence[Character], line: Sequence[Character], distance: float) -> bool:
    """Whether small signs stand raised or lowered next to the letters of a line, where that line has none itself."""
    height = max(c.height for c in line)
    if not 0 <= distance < 0.5 * height:
        return False
    if max(c.height for c in small) > 0.85 * height and not all(_touches(sign, [*line, *small]) for sign in small):
        return False
    for sign in small:
        if any(sign.x < c.right - 1 and c.x < sign.right - 1 for c in line):
            return False
        if not any(abs(c.right - sign.x) < height or abs(sign.right - c.x) < height for c in line):
            return False
    return True


def _touches(sign: Character, line: Sequence[Character]) -> bool:
    """Whether a letter, or another raised digit, ends right where a digit begins."""
    return sign.letter.isdigit() and any(abs(c.right - sign.x) < 0.1 * sign.height for c in line if c.letter.isalnum())


def _segments(row: Sequence[Character]) -> list[Segment]:
    ordered = sorted(row, key=_middle_of_marks)
    baseline = median([c.y for c in row])
    found: list[Segment] = []
    words: list[str] = []
    left = right = ordered[0].x
    top = 0.0
    for character in ordered:
        letter, x, height = character.letter, character.x, character.height
        gap = x - right
        if words and gap > _BLANK * height:
            if gap > _COLUMN * height:
                found.append(Segment("".join(words), left, right, baseline, top))
                words, left, top = [], x, 0.0
            elif not unicodedata.combining(letter[0]):
                words.append(" ")
        words.append(letter)
        if character.right > right or len(words) == 1:
            right = character.right
        if height > top:
            top = height
    found.append(Segment("".join(words), left, right, baseline, top))
    return found


def _middle_of_marks(character: Character) -> float:
    """Where a character is sorted: by its left edge, a combining mark by its middle (after the letter under it)."""
    if "\u0300" <= character.letter <= "\u036f":
        return (character.x + character.right) / 2
    return character.x
