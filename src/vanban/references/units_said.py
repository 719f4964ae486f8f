"""One word of units with its numbers, as said: "các điểm a, b", "từ khoản 1 đến 3", "Mẫu số 01", "đoạn thứ nhất"."""

import re
from functools import lru_cache

import msgspec

from vanban.model import Level, Unit
from vanban.orthography import fold
from vanban.orthography.capitals import CAPITALS, SMALL
from vanban.orthography.numerals import ordinal_to_int
from vanban.references.pinpoint_lists import expand
from vanban.references.pinpoint_path import RANK, THIS, Path
from vanban.references.unit_words import UNIT_WORDS, UnitWord

_LARGE = frozenset({"chuong", "phan", "muc", "phu luc"})
_CHOOSY = _LARGE | {"mau", "diem"}
# The rank that a unit wants above it which has all it wants ("Điều này"): higher than any.
_HELD = max(RANK.values()) + 1

# A word of units with what belongs to it before; a further one stands behind a blank or a list sign.
_BEFORE = "(?:(?:cac|tu|ten|tieu de|ten goi|nhung) )*"
_WORDS = "|".join(UNIT_WORDS)
# What joins it belongs to no number: "Điều 5 và" is said as "Điều 5" is. ("mẫu 3 - tại" has a number of its own.)
_JOINED = r"(?:(?<=[0-9a-z)\"'] )(?:(?:va|hoac|den|cua|tai|thuoc|quy dinh tai) )+)?"
FIRST = re.compile(rf"({_BEFORE})({_WORDS})(?: (?=\S)|$)", re.ASCII)
FURTHER = re.compile(rf"([ ,;]+(?=[a-z]){_JOINED}){_BEFORE}(?:{_WORDS})(?= \S|$)", re.ASCII)


class UnitsSaid(msgspec.Struct, frozen=True, gc=False):
    """The numbers that a word of units is said with, and the path of each; () where no number follows.

    An appendix may have none: then its one number is "". `sure` tells whether word and numbers are spelled as a unit
    is, `plural` and `heading` whether "các" or "tên" stands before. They are the first `length` characters. `rank` is
    that of the level, `wants` the same where a larger unit may hold this one, and more than any where none does.
    """

    level: Level
    nums: tuple[str, ...]
    paths: tuple[Path, ...]
    sure: bool
    plural: bool
    heading: bool
    length: int
    rank: int
    wants: int


@lru_cache(maxsize=4096)
def units_said(printed: str) -> UnitsSaid:
    """What is said from one word of units on, up to the next one."""
    folded = fold(printed)
    unit = FIRST.match(folded)
    assert unit is not None
    before, word = unit.groups()
    begins, end = unit.span(2)
    first = unit.end()
    kind = UNIT_WORDS[word]
    level = kind.level
    sure = printed[begins:end].lower().replace("ð", "đ") in kind.spellings
    nums, length = _numbers(word, kind, printed, folded, first)
    if nums:
        end = length
        sure = sure and (word not in _CHOOSY or _plausible(word, printed[first:end]))
    elif word == "phu luc":
        nums = [""]
    rank = wants = RANK[level]
    if nums == ["nay"]:
        paths = [Path((), THIS.get(level))]
        wants = _HELD
    else:
        paths = [_path(level, num) if "(" in num else Path((Unit(level, num),)) for num in nums]
    heading = before != "" and ("ten " in before or "tieu de " in before)
    if heading:
        paths = [Path((*path.units, Unit("title", "")), path.relative) for path in paths]
    return UnitsSaid(level, tuple(nums), tuple(paths), sure, "cac" in before, heading, end, rank, wants)


def _numbers(word: str, kind: UnitWord, printed: str, folded: str, end: int) -> tuple[list[str], int]:
    """The numbers that stand from `end` on, and where they end."""
    nums: list[str] = []
    while (one := kind.one.match(folded, end)) is not None:
        joiner, num = one.groups()
        said = printed[one.start(2) : one.end(2)]
        if word == "mau" and (titled := _TITLED.match(said)) is not None:
            return [*nums, _number(word, titled[1], num[: titled.end(1)])], one.start(2) + titled.end(1)
        if nums and word in _LARGE and not _plausible(word, said):
            break  # "Phụ lục II, vì …": a word that folds to a numeral
        if not num.isdigit():
            num = _number(word, said, num)
        if joiner is not None and nums and joiner.strip(" ,;") in ("den", "-"):
            nums[-1:] = expand(kind.level, nums[-1], num)
        else:
            nums.append(num)
        end = one.end()
    return nums, end


# "Mẫu 3 - Biên bản": a word with a capital behind a dash begins a title; a code has none, or more of them ("01 - TTr").
_TITLED = re.compile(rf"(.*?)(?: [-–—−‐] ?|[-–—−‐] )(?=[{CAPITALS}][{SMALL}])")


def _path(level: Level, num: str) -> Path:
    """The path of a number with brackets: "a(iii)" is a point and a subpoint in it."""
    outer, _, inner = num.partition("(")
    return Path((Unit(level, outer), Unit("subpoint", inner.rstrip(")"))))


def _plausible(word: str, numbers: str) -> bool:
    """Whether the printed number suits the unit: Roman numerals and letters of large units are capitals."""
    if word not in _CHOOSY:
        return True
    if numbers[:3].lower() == "từ ":
        numbers = numbers[3:]
    if word in _LARGE:
        first = numbers.split()[0].strip("\"'“”(),;.")
        if first[:1].isdigit() or first.lower() in ("thứ", "này", "số"):
            return True
        # no numeral bears a mark: "MỤC LỤC" is a table of contents
        return first[:1].isupper() and first.replace("Đ", "D").isascii()
    if word == "mau":
        return numbers.lower().startswith(("số", "biểu số")) or "," not in numbers
    first = numbers.split()[0].strip("\"'“”(),;.")
    return first.lower() == "này" or len(first.partition("(")[0].rstrip("0123456789.")) <= 1 or "." in first


def _number(word: str, printed: str, folded: str) -> str:
    """The number in its one spelling: "thứ nhất" -> "1", "số 01" of a form -> "01", points in small letters."""
    if folded == "nay":
        return folded
    if word in ("diem", "tiet", "khoan", "dieu"):
        plain = printed.lower().replace("ð", "đ")
        return plain if "(" in plain[1:] else plain.strip("()")
    if word in ("doan", "cau", "gach dau dong", "phan"):
        if folded in ("dau", "dau tien", "mo dau"):
            return "1"
        if folded in ("cuoi", "cuoi cung"):
            return "last"
        value = ordinal_to_int(printed.lower()) if not folded[0].isdigit() and len(folded) > 2 else None
        return str(value) if value else printed
    if word in ("mau", "phu luc", "muc"):
        if folded.startswith("bieu ") and printed[:5].lower() == "biểu ":
            printed, folded = printed[5:], folded[5:]
        return printed[2:].lstrip(": ") if folded.startswith("so") else printed
    return printed
