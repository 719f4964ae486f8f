"""The grammar of pinpoints: "các điểm a, b và c khoản 3 Điều 31" and every other list (Nghị định 30/2020/NĐ-CP).

A *run* is one unbroken stretch of units, found by one composite pattern on folded text. `parse_run` turns a run into
groups; the targets of one group share its words. A run is parsed from its own characters alone, so that equal runs are
parsed once.
"""

import re
from functools import lru_cache

import msgspec

from vanban.model import Level
from vanban.orthography import fold
from vanban.orthography.numerals import ordinal_to_int
from vanban.references.pinpoint_groups import RANK, Group, Item, Path, downwards, take
from vanban.references.pinpoint_lists import expand

_B = "(?![0-9a-z])"
_ROMAN = "[ivxl]{1,6}[a-z]{0,2}"
_ORDINAL = "(?:thu )?(?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|dau tien|dau|mo dau|cuoi cung|cuoi|cuoi"

# What may stand as the number of a unit of each level, on folded text. "nay" is the unit around the words.
_NUMBERS: dict[str, str] = {
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
_WORDS = "|".join(
    (
        "tieu muc",
        "gach dau dong",
        "phu luc",
        "chuong",
        "khoan",
        "dieu",
        "diem",
        "tiet",
        "phan",
        "doan",
        "muc",
        "mau",
        "cau",
    )
)
_QUOTED = "[\"']?"
# Before a further number of one list: a comma, "và", "hoặc", "đến", a dash.
_AND = r"(?: ?[,;] ?(?:va |hoac |den )?| (?:va|hoac|den|va/hoac) | ?- ?)"


_LETTERED = ("diem", "tiet")


def _one(word: str, number: str) -> str:
    """One number; points may stand in quotation marks or with their bracket: điểm “a”, điểm a)."""
    return rf"{_QUOTED}(?:{number}){_QUOTED}\)?{_B}" if word in _LETTERED else rf"(?:{number}){_B}"


def _item(word: str, number: str) -> str:
    one = _one(word, number)
    if word == "mau":  # "Mẫu số 14; 01 (một) bản chính": a count of copies is no form
        return rf"{word} {one}(?:(?: ?, ?| (?:va|hoac) ){one}(?! ?\())*"
    return rf"{word} (?:tu )?{one}(?:{_AND}(?:tu )?{one})*"


# An appendix without a number, known by what follows it: "Phụ lục ban hành kèm theo", "Phụ lục của Thông tư này".
_BARE = r"phu luc(?= (?:cua|ban hanh|kem theo|kem|dinh kem|thong tu|nghi dinh|quyet dinh|nghi quyet)(?![a-z]))"
_ITEM = (
    "(?:cac |tu |ten |tieu de |ten goi |nhung )*(?:"
    + "|".join([*(_item(w, n) for w, n in _NUMBERS.items()), _BARE])
    + ")"
)
_INTO = (
    r"(?:quy dinh tai |ban hanh tai |ban hanh kem theo |kem theo |vao (?!sau|truoc|duoi|lien|tiep)|cua |tai |thuoc "
    r"|trong |o )"
)
# "mục 1.4.1 Bảng 1.4 Phụ lục I": the table is on the way to the unit and none itself.
_TABLE = r"(?:bang (?:so )?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3},? )?"
_JOIN = (
    r"(?: ?[,;] ?(?:va |hoac |den )?(?:cua |tai |thuoc )?"
    rf"| (?:va |hoac |den |va/hoac )?(?:tai |cua )?{_TABLE}{_INTO}?| - )"
)
# The one appendix of a document ends a chain: "Mục 2 Phần I Phụ lục như sau".
_LAST = r"(?: (?:tai |cua |thuoc )?phu luc(?= nhu sau| duoc|[,;.:)\n]|$))?"
RUN = re.compile(rf"{_ITEM}(?:{_JOIN}{_ITEM})*{_LAST}", re.ASCII)
_TABLES = re.compile(r"\bbang (?:so )?[0-9.]+,?")
_UNIT = re.compile(rf"((?:(?:cac|tu|ten|tieu de|ten goi|nhung) )*)({_WORDS})(?: (?=\S)|$)", re.ASCII)
_LARGE = frozenset({"chuong", "phan", "muc", "phu luc"})
_CHOOSY = _LARGE | {"mau", "diem"}
_SURE_WITHOUT_MARKS = frozenset({"diem", "khoan", "dieu", "phu luc", "chuong", "tieu muc"})


class _Word(msgspec.Struct, frozen=True, gc=False):
    """One word of units: its level, how it is printed, and one number after it (groups: joiner, "từ", number)."""

    level: Level
    spellings: frozenset[str]
    one: re.Pattern[str]


def _word(word: str, level: Level, spelled: str) -> _Word:
    printed = (spelled, word) if word in _SURE_WITHOUT_MARKS else (spelled,)
    one = re.compile(rf"({_AND})?(tu )?{_one(word, f'({_NUMBERS[word]})')}", re.ASCII)
    return _Word(level, frozenset(printed), one)


# The words as they are spelled: what else folds to the same letters is another word ("mức 2", "tài khoản", "đoàn 5").
_SPELLED: tuple[tuple[str, Level, str], ...] = (
    ("diem", "point", "điểm"),
    ("tiet", "subpoint", "tiết"),
    ("khoan", "clause", "khoản"),
    ("dieu", "article", "điều"),
    ("tieu muc", "subsection", "tiểu mục"),
    ("muc", "section", "mục"),
    ("chuong", "chapter", "chương"),
    ("phan", "part", "phần"),
    ("phu luc", "appendix", "phụ lục"),
    ("mau", "form", "mẫu"),
    ("doan", "paragraph", "đoạn"),
    ("cau", "sentence", "câu"),
    ("gach dau dong", "indent", "gạch đầu dòng"),
)
_UNIT_WORDS = {word: _word(word, level, spelled) for word, level, spelled in _SPELLED}


@lru_cache(maxsize=8192)
def parse_run(words: str) -> tuple[Group, ...]:
    """The groups of one run, given its characters as printed; () where the words only look like units."""
    groups: list[Group] = []
    items = _items(words)
    for item in items:
        take(groups, item)
    return tuple(downwards(groups) if len(groups) > 1 else groups)


def _items(words: str) -> list[Item]:
    folded = fold(words)
    items: list[Item] = []
    at, before_end, length = 0, 0, len(folded)
    while at < length and (match := _UNIT.search(folded, at)) is not None:
        before, word = match.groups()
        unit = _UNIT_WORDS[word]
        begins, place = match.end(1), match.end()
        first = place
        nums: list[str] = []
        while place < length and (one := unit.one.match(folded, place)) is not None:
            joiner, _, num = one.groups()
            if not num.isdigit():
                printed = words[one.start(3) : one.end(3)]
                if nums and word in _LARGE and not _plausible(word, printed):
                    break  # "Phụ lục II, vì …": a word that folds to a numeral
                num = _number(word, printed, num)
            if joiner is not None and nums and joiner.strip(" ,;") in ("den", "-"):
                nums[-1:] = expand(unit.level, nums[-1], num)
            else:
                nums.append(num)
            place = one.end()
        if not nums:
            if word != "phu luc":
                at = match.end()
                continue
            nums, place = [""], match.end(2)
        elif word in _CHOOSY and (word != "diem" or place - first > 1) and not _plausible(word, words[first:place]):
            break
        if words[begins : begins + len(word)].lower().replace("ð", "đ") not in unit.spellings:
            break
        sep = folded[before_end : match.start()]
        if "bang " in sep:
            sep = _TABLES.sub("", sep)
        items.append(Item(unit.level, nums, before, sep, match.start(), place))
        at = before_end = place
    if len(items) == 1 and words.isascii() and items[0].level in ("point", "clause"):
        return []  # "khoan 3 lỗ": without its marks a small unit must stand in a chain
    return items


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


__all__ = ["RANK", "RUN", "Group", "Path", "parse_run"]
