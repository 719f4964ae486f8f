"""Numbered lists: which number follows which, and which kind of list a printed number can belong to.

A *family* is a way of counting: "n" 1 2 3, "d" 1.1 1.2 (or a.1 a.2), "l" a b c d đ, "m" (1) (2),
"x" a1 a2, "r" i ii iii, "U" A B C,
"R" I II III, "-" and "+" dashes. The same print can belong to two of them ("i)", "C."): the sequence decides.
Source of the order of letters: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.
"""

import re
from functools import lru_cache

from vanban.model import Level
from vanban.orthography import number_key, roman_to_int, successors

_LETTER = re.compile(r"([a-zđ])(\d{0,2})")
_ROMAN_PARTS = re.compile(r"([IVXLC]+)([a-zđ]?)")
_ROMAN_LOWER = frozenset("ivx")
_ROMAN_UPPER = frozenset("IVXLC")
_FIRST_OF_ALL = frozenset("IVX")  # lists that go by the alphabet seldom come so far
_OUTSIDE_ALPHABET = {"e": "f", "f": "g", "o": "ô", "i": "j", "j": "k", "v": "w", "w": "x", "y": "z"}
# Outer families first: what a list of this family may stand in.
RANKS = {"U": 30, "R": 30, "n": 50, "d": 52, "l": 60, "m": 65, "x": 70, "r": 70, "-": 80, "+": 90}
FIRST = {"U": "A", "R": "I", "n": "1", "l": "a", "m": "1", "r": "i"}


@lru_cache(maxsize=4096)
def families(style: str, printed: str) -> tuple[tuple[str, str], ...]:
    """The families that a printed number can belong to, each with the normalised number; the likelier first."""
    if style == "number":
        return (("n", printed.lower().lstrip("0") or "0"),)
    if style in ("decimal", "bracket"):
        return (("d" if style == "decimal" else "m", printed.lower()),)
    if style == "dash":
        return (("+", "+"),) if printed == "+" else (("-", "-"),)
    found: list[tuple[str, str]] = []
    if printed.islower():
        match = _LETTER.fullmatch(printed)
        if match is not None:
            found.append(("x" if match[2] else "l", printed))
        if _ROMAN_LOWER.issuperset(printed) and roman_to_int(printed):
            found.append(("r", printed))
    elif printed.isupper() and not printed[-1].isdigit():
        if len(printed) == 1:
            found.append(("U", printed))
        if _ROMAN_UPPER.issuperset(printed) and roman_to_int(printed):
            found.insert(0 if printed in _FIRST_OF_ALL else 1, ("R", printed))
    return tuple(found)


@lru_cache(maxsize=16384)
def follows(family: str, last: str, number: str) -> bool:
    """Whether `number` is a lawful next number after `last` in this family."""
    if family in ("n", "m"):
        if last.isdigit() and number.isdigit():
            return int(number) == int(last) + 1
        return number in successors(last) or number == _plain_next(last)
    if family in ("l", "x"):
        return number in successors(last) or (last == "d" and number == "e") or _OUTSIDE_ALPHABET.get(last) == number
    if family == "r":
        return (roman_to_int(number) or 0) == (roman_to_int(last) or 0) + 1
    if family == "R":
        return _roman_follows(last, number)
    if family == "U":
        return ord(number) == ord(last) + 1 or (last, number) in (("D", "Đ"), ("Đ", "E"))
    if family == "d":
        head, _, tail = last.rpartition(".")
        new_head, _, new_tail = number.rpartition(".")
        return head == new_head and new_tail in successors(tail)
    return True


def _roman_follows(last: str, number: str) -> bool:
    """II -> III, II -> IIa, IIa -> IIb, IIb -> III."""
    before, after = _ROMAN_PARTS.fullmatch(last), _ROMAN_PARTS.fullmatch(number)
    if before is None or after is None:
        return False
    if before[1] == after[1]:
        return after[2] == "a" if not before[2] else after[2] in successors(before[2])
    return (roman_to_int(after[1]) or 0) == (roman_to_int(before[1]) or 0) + 1 and after[2] in ("", "a")


def _plain_next(last: str) -> str:
    """4a -> 5: after inserted numbers the plain ones go on."""
    digits = re.match(r"\d+", last)
    return str(int(digits[0]) + 1) if digits else ""


@lru_cache(maxsize=16384)
def beyond(family: str, last: str, number: str) -> bool:
    """Whether `number` comes anywhere after `last` in this family: a gap in the numbering, not a step back."""
    if family == "r":
        return (roman_to_int(number) or 0) > (roman_to_int(last) or 0)
    return number_key(number, roman=family == "R") > number_key(last, roman=family == "R")


@lru_cache(maxsize=4096)
def is_first(family: str, number: str) -> bool:
    """Whether a list of this family begins with this number."""
    if family == "d":
        return number.rpartition(".")[2] in ("1", "01", "0")
    if family == "x":
        return number[1:] == "1"
    return family in "-+" or FIRST[family] == number


def level_of(family: str, number: str, above: Level | None) -> Level:
    """The level of a list item, from its family and the level of the unit that it stands in."""
    if family in "-+":
        return "indent"
    if family == "U":
        return "part" if above in (None, "appendix", "form") else "section"
    if family == "R":
        return "section"
    inner = above in ("point", "subpoint", "indent")
    if family == "n":
        return "subpoint" if inner else "clause" if above != "clause" else "point"
    if family == "d":
        return "subpoint" if inner or number.count(".") > 1 else "point"
    if family in ("l", "x"):
        return "subpoint" if inner else "point"
    return "subpoint"
