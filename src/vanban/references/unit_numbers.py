"""The numbers after one word of units: "1, 2a và 3", "từ a đến đ", "số 01", "thứ nhất"."""

import re
from functools import lru_cache

import msgspec

from vanban.model import Level, Unit
from vanban.orthography import fold
from vanban.orthography.numerals import ordinal_to_int
from vanban.references.pinpoint_lists import expand
from vanban.references.pinpoint_path import THIS, Path
from vanban.references.unit_words import UNIT_WORDS

_LARGE = frozenset({"chuong", "phan", "muc", "phu luc"})
_CHOOSY = _LARGE | {"mau", "diem"}


class Numbers(msgspec.Struct, frozen=True, gc=False):
    """The numbers that the first `length` characters say, and the path of each; () where there is none.

    `plausible`: whether they suit the unit. An appendix may have none: then its one number is "".
    """

    nums: tuple[str, ...]
    paths: tuple[Path, ...]
    length: int
    plausible: bool = True


@lru_cache(maxsize=4096)
def numbers_in(word: str, printed: str) -> Numbers:
    """The numbers that `printed` begins with, the words after a unit's word (folded) up to the next unit's word."""
    unit, folded = UNIT_WORDS[word], fold(printed)
    nums: list[str] = []
    end = 0
    while (one := unit.one.match(folded, end)) is not None:
        joiner, num = one.groups()
        said = printed[one.start(2) : one.end(2)]
        if nums and word in _LARGE and not _plausible(word, said):
            break  # "Phụ lục II, vì …": a word that folds to a numeral
        num = _number(word, said, num)
        if joiner is not None and nums and joiner.strip(" ,;") in ("den", "-"):
            nums[-1:] = expand(unit.level, nums[-1], num)
        else:
            nums.append(num)
        end = one.end()
    plausible = not nums or word not in _CHOOSY or _plausible(word, printed[:end])
    if not nums and word == "phu luc":
        nums = [""]
    if nums == ["nay"]:
        return Numbers(("nay",), (Path((), THIS.get(unit.level)),), end, plausible)
    return Numbers(tuple(nums), tuple(_path(unit.level, num) for num in nums), end, plausible)


def _path(level: Level, num: str) -> Path:
    """The path of one number; "a(iii)" is a point and a subpoint in it."""
    if "(" in num:
        outer, _, inner = num.partition("(")
        return Path((Unit(level, outer), Unit("subpoint", inner.rstrip(")"))))
    return Path((Unit(level, num),))


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
        return (
            first[:1].isupper() and first.replace("Đ", "D").isascii()
        )  # no numeral bears a mark: "MỤC LỤC" is a table of contents
    if word == "mau":
        return numbers.lower().startswith(("số", "biểu số")) or "," not in numbers
    first = numbers.split()[0].strip("\"'“”(),;.")
    return first.lower() == "này" or len(first.partition("(")[0].rstrip("0123456789.")) <= 1 or "." in first


def _number(word: str, printed: str, folded: str) -> str:
    """The number in its one spelling: "thứ nhất" -> "1", "số 01" of a form -> "01", points in small letters."""
    if folded == "nay" or folded.isdigit():
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
        printed, folded = re.sub(r"^biểu ", "", printed, flags=re.IGNORECASE), folded.removeprefix("bieu ")
        return re.sub(r"^so:? ?", "", printed, flags=re.IGNORECASE) if folded[:2] != "so" else printed[2:].lstrip(": ")
    return printed
