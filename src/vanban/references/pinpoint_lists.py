"""Ranges in pinpoints: "từ khoản 3 đến khoản 14", "các điểm a đến đ"."""

import re

from vanban.model import Level
from vanban.orthography import POINT_LETTERS, number_key

_LONGEST = 300
_DIGITS = re.compile(r"(\d+)([^\W\d_]?)$")


def expand(level: Level, first: str, last: str) -> tuple[str, ...]:
    """Every number from `first` to `last`; only the two where what lies between is not certain.

    Inserted numbers (4a, đ1) between plain ends are not listed: which of them exist is not in the words.
    """
    if first.isdigit() and last.isdigit():
        low, high = int(first), int(last)
        if low < high <= low + _LONGEST:
            return tuple(str(number) for number in range(low, high + 1))
    letters = POINT_LETTERS
    single = len(first) == len(last) == 1 and first in letters and last in letters
    if single and level in ("point", "subpoint") and number_key(first) < number_key(last):
        return tuple(letters[letters.index(first) : letters.index(last) + 1])
    ends = _DIGITS.match(first), _DIGITS.match(last)
    if ends[0] and ends[1] and ends[0][1] == ends[1][1] and ends[1][2]:
        begin = ends[0][2] or ""
        run = letters[letters.index(begin) if begin and begin in letters else 0 : letters.find(ends[1][2]) + 1]
        plain = () if begin else (first,)
        if run:
            return (*plain, *(f"{ends[0][1]}{letter}" for letter in run))
    return (first, last)
