"""The words of units, as they are spelled, and what may stand as the number after each (Nghị định 30/2020/NĐ-CP)."""

import re

import msgspec

from vanban.model import Level

_B = "(?![0-9a-z])"
_ROMAN = "[ivxl]{1,6}[a-z]{0,2}"
_ORDINAL = "(?:thu )?(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|dau tien|dau|mo dau|cuoi cung|cuoi|cuoi"

# What may stand as the number of a unit of each level, on folded text. "nay" is the unit
# around the words.
NUMBERS: dict[str, str] = {
    "diem": r"(?:[a-z][0-9]{0,2}|[0-9]{1,2})(?:\.[0-9a-z]{1,2}){0,4}(?:\([ivx]{1,5}\))?|nay",
    "tiet": r"(?:[a-z][0-9]{0,2}|[0-9]{1,2})(?:\.[0-9a-z]{1,2}){0,4}|\([ivx]+\)|[ivx]{1,5}|nay",
    "khoan": r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}(?:[a-z][0-9]?)?|nay",
    "dieu": r"[0-9]{1,3}[a-z]{0,2}[0-9]?|nay",
    "tieu muc": r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[a-z]?|[ivx]{1,5}|nay",
    "muc": (
        rf"(?:so )?[0-9]{{1,2}}(?:\.[0-9a-z]{{1,2}}){{0,3}}[a-z]?|{_ROMAN}(?:[.-][0-9]{{1,2}}){{0,3}}"
        r"|[a-h](?:\.[0-9ivx]{1,4}){0,3}|nay"
    ),
    "chuong": rf"{_ROMAN}|[0-9]{{1,2}}[a-z]?|nay",
    "phan": rf"thu (?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|{_ROMAN}|[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?|[a-h]|nay",
    "phu luc": (
        r"(?:so )?(?:[ivxl]{1,6}[a-z]{0,2}|[0-9]{1,2}(?:\.[0-9]{1,2})*[a-z]?|[a-z])(?:[-.][0-9ivx]{1,4}[a-z]?)*|nay"
    ),
    "mau": (
        r"(?:bieu )?(?!(?:so:? ?)?[0-9]{1,5}/(?:19|20)[0-9]{2}/)(?:so:? ?)?(?:[a-z]{1,3}[ .-]?)?"
        r"[0-9]{1,3}(?:\.[0-9]{1,2})*[a-z]{0,2}(?:(?: ?[/-] ?|\.)[0-9a-z]{1,12}){0,5}"
    ),
    "doan": rf"{_ORDINAL}|[0-9]{{1,2}}",
    "cau": rf"{_ORDINAL}|[0-9]{{1,2}}",
    "gach dau dong": rf"{_ORDINAL}|[0-9]{{1,2}}",
}
_QUOTED = "[\"']?"
# Before a further number of one list: a comma, "và", "hoặc", "đến", a dash.
AND = r"(?: (?:va|hoac|den|va/hoac) | ?[,;] ?(?:va |hoac |den |)| ?- ?)"


_LETTERED = ("diem", "tiet")


def one_number(word: str, number: str) -> str:
    """One number; points may stand in quotation marks or with their bracket: điểm “a”, điểm a)."""
    return rf"{_QUOTED}(?:{number}){_QUOTED}\)?{_B}" if word in _LETTERED else rf"(?:{number}){_B}"


class UnitWord(msgspec.Struct, frozen=True, gc=False):
    """One word of units: its level, how it is printed, and one number after it (groups: joiner, number)."""

    level: Level
    spellings: frozenset[str]
    one: re.Pattern[str]


_SURE_WITHOUT_MARKS = frozenset({"diem", "khoan", "dieu", "phu luc", "chuong", "tieu muc"})
# The words as they are spelled: what else folds to the same letters is another word ("mức 2", "tài khoản", "đoàn 5").
_SPELLED: tuple[tuple[str, Level, str], ...] = (
    ("tieu muc", "subsection", "tiểu mục"),
    ("gach dau dong", "indent", "gạch đầu dòng"),
    ("phu luc", "appendix", "phụ lục"),
    ("chuong", "chapter", "chương"),
    ("khoan", "clause", "khoản"),
    ("dieu", "article", "điều"),
    ("diem", "point", "điểm"),
    ("tiet", "subpoint", "tiết"),
    ("phan", "part", "phần"),
    ("doan", "paragraph", "đoạn"),
    ("muc", "section", "mục"),
    ("mau", "form", "mẫu"),
    ("cau", "sentence", "câu"),
)


def _word(word: str, level: Level, spelled: str) -> UnitWord:
    printed = (spelled, word) if word in _SURE_WITHOUT_MARKS else (spelled,)
    one = re.compile(rf"({AND})?(?:tu )?{one_number(word, f'({NUMBERS[word]})')}", re.ASCII)
    return UnitWord(level, frozenset(printed), one)


UNIT_WORDS = {word: _word(word, level, spelled) for word, level, spelled in _SPELLED}
