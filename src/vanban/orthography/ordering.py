"""The order of numbers and letters: a b c d đ e …, 4 < 4a < 4b < 5, d < đ < đ1 < e, 110d < 110đ < 110e.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (points follow the Vietnamese alphabet); inserted numbers as legislators
use them (Nghị định 78/2025/NĐ-CP, Điều 64).
"""

import re
from functools import lru_cache

from vanban.orthography.numerals import roman_to_int

# The letters that number points, in order: f, j, w, z do not occur, and those with a hat or a horn are skipped in
# practice.
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
_RANK = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=1)}
_PIECES = re.compile(r"\d+|[^\W\d_]+", re.UNICODE)


@lru_cache(maxsize=4096)
def number_key(number: str, *, roman: bool = False) -> tuple[tuple[int, ...], ...]:
    """A sort key for a printed number: "4a", "đ1", "110đ", "2.3", or with `roman` "VIIa".

    Digits compare as numbers and letters by the Vietnamese alphabet, so 4 < 4a < 5 and d < đ < e.
    """
    if roman:
        for cut in range(len(number), 0, -1):
            value = roman_to_int(number[:cut]) if number[:cut].isupper() else None
            if value is not None:
                return ((value,), *number_key(number[cut:]))
    return tuple(
        (int(piece),) if piece.isdigit() else tuple(_RANK.get(letter, 99) for letter in piece.lower())
        for piece in _PIECES.findall(number)
    )


def successors(number: str) -> tuple[str, ...]:
    """The numbers that may lawfully follow: "4" -> ("5", "4a"), "d" -> ("đ", "d1"), "4a" -> ("4b", "5", "4a1")."""
    match = re.fullmatch(r"(\d*)([^\W\d_]?)(\d*)", number.lower())
    if match is None:
        return ()
    digits, letter, tail = match.groups()
    if digits and not letter:
        return (str(int(digits) + 1), f"{digits}a")
    found: list[str] = []
    if letter:
        place = POINT_LETTERS.find(letter)
        following = POINT_LETTERS[place + 1] if 0 <= place < len(POINT_LETTERS) - 1 else None
        if tail:
            found.append(f"{digits}{letter}{int(tail) + 1}")
        if following:
            found.append(digits + following)
        if digits:
            found.append(str(int(digits) + 1))
        if not tail:
            found.append(f"{digits}{letter}1")
    return tuple(found)
