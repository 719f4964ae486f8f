"""Roman numerals and Vietnamese ordinals as they number parts, chapters and sections."""

import re

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip


def roman_to_int(numeral: str) -> int | None:
    """The value of a well-formed Roman numeral ("XIV" -> 14); None for anything else."""
    if not numeral or _ROMAN.fullmatch(numeral) is None:
        return None
    total = 0
    digits = [_VALUES[letter] for letter in numeral.lower()]
    for here, following in zip(digits, [*digits[1:], 0], strict=True):
        total += -here if here < following else here
    return total


def ordinal_to_int(words: str) -> int | None:
    """The value of an ordinal in words ("thứ nhất" -> 1, "mười hai" -> 12); None for anything else."""
    parts = [part for part in words.lower().split() if part != "thứ"]
    if not parts or any(part not in _ORDINALS and part not in ("mươi", "mốt", "lăm") for part in parts):
        return None
    total = 0
    for part in parts:
        if part == "mươi":
            total *= 10
        elif part == "mười":
            total += 10
        else:
            total += {"mốt": 1, "lăm": 5}.get(part) or _ORDINALS[part]
    return total or None
