"""One group of units as amending language writes it: "các điểm a, b và d", "Mẫu số 01, 02", "tên", "Nơi nhận".

Patterns over folded text: the words of each level, the shapes of their numbers, and parts of a unit without a number.
"""

import re

import msgspec

from vanban.model import Level
from vanban.orthography.numerals import ordinal_to_int

# Large to small. What stands higher may hold what stands lower.
RANK: dict[Level, int] = {
    "appendix": 0, "form": 1, "part": 2, "chapter": 3, "section": 4, "subsection": 5, "article": 6, "table": 7,
    "row": 8, "column": 9, "clause": 10, "point": 11, "subpoint": 12, "indent": 13, "paragraph": 14, "sentence": 15,
    "heading": 16, "title": 17,
}  # fmt: skip
ARTICLE = RANK["article"]

_NUM: dict[Level, str] = {
    "article": r"\d+(?:[a-z]{1,2}\d?)?",
    "clause": r"(?:\d+(?:\.\d+)*[a-z]?\d?|(?:[a-z]\.)?[ivx]+(?:\.\d+)*)",
    # "điểm b(i), (ii)": the second is of b, too
    "point": r"(?:(?:[a-z]\d?(?:\.\d+)*|\d+(?:\.\d+)*[a-z]?)(?: ?\([ivx]+\))?(?:\)(?=\s*(?:,|va\b|khoan)))?|"
    r"(?:(?<=\), )|(?<=\) va ))\([ivx]+\))",
    "subpoint": r"(?:[a-z]\d?(?:\.\d)?|\(?[ivx]+\)?|\d+(?:\.\d+)*)",
    "chapter": r"(?:[ivxlc]+[a-z]?|\d+[a-z]?)",
    "section": r"(?:so )?(?:[ivxlc]+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)*[a-z]?|[a-z])",
    "subsection": r"(?:so )?(?:\d+(?:\.\d+)*[a-z]?|[ivxlc]+)",
    "part": r"(?:thu \w+(?: \w+)?|[ivxlc]+[a-z]?|\d+[a-z]?|[a-h])",
    "appendix": r"(?:so )?(?:\d+(?:[./-]\d+)*[a-z]?|[ivxlc]+(?:[./-]?\d+)*[a-z]?|[a-z])",
    "form": r"(?:so )?(?:\d+[\w./-]*|[a-z]{1,3}[./-]?\d+[\w./-]*)",
    "table": r"(?:so )?\d+(?:\.\d+)*[a-z]?",
    "row": r"(?:so |thu )?\(?\d+(?:\.\d+)*[a-z]?\)?",
    "column": r"(?:so |thu )?\(?(?:\d+|[a-z])\)?",
    "indent": r"(?:thu \w+|\d+)",
    "paragraph": r"(?:thu \w+|dau tien|dau|mo dau|cuoi cung|cuoi|\d+)",
    "sentence": r"(?:thu \w+|dau tien|dau|cuoi cung|cuoi|\d+)",
}
_WORD: dict[Level, str] = {
    "article": "dieu", "clause": "khoan", "point": "diem", "subpoint": "tiet", "chapter": "chuong",
    "section": "muc", "subsection": "tieu muc", "part": "phan", "appendix": "phu luc",
    "form": "mau(?: don| to khai)?(?: so)?|bieu mau(?: so)?|bieu so|mau bieu(?: so)?", "table": "bang(?: so)?",
    "row": "(?:(?:nganh,? nghe|mat hang|san pham|dich vu|quy hoach|du an) )?so thu tu|stt|dong(?: so)?",
    "column": "cot(?: so)?",
    "indent": "gach dau dong", "paragraph": "doan(?: van)?|kho", "sentence": "cau",
}  # fmt: skip
WORDS = "|".join(_WORD.values())
# What the words must be in the original text, one of them: the unit words have false friends without diacritics.
_TRUE: dict[Level, tuple[str, ...]] = {
    "article": ("điều",), "clause": ("khoản",), "point": ("điểm",), "subpoint": ("tiết",), "chapter": ("chương",),
    "section": ("mục",), "subsection": ("mục",), "part": ("phần",), "appendix": ("phụ lục",), "table": ("bảng",),
    "row": ("số thứ tự", "stt", "dòng"), "column": ("cột",), "paragraph": ("đoạn", "khổ"), "sentence": ("câu",),
}  # fmt: skip

# Last a comma left out where the list goes on: "Phụ lục I, 1B II, V và VI".
_JOIN = (
    r"(?:\s*(?:,\s*(?:va\s+|)|;\s*)|"
    r"\s+(?:va\s+|hoac\s+|den\s+(?:het\s+|)|(?=(?:[ivx]+|\d+)\s*,\s*(?:[ivx]+|\d+)(?!\w))))"
)


# The group that tells a level is empty and stands at the end: in front it would hide the first letter from the engine,
# which passes over an alternative that begins with another one.
def _group(level: Level) -> str:
    many = rf"{_NUM[level]}(?![\w])(?:{_JOIN}{_NUM[level]}(?![\w/]|\s*(?:thang|ngay|nam)\b))*"
    return rf"(?:{_WORD[level]})\s+(?:(?:nay|do)\b|(?:tu\s+|){many})(?P<{level}>)"


_NAME = (
    r"(?P<heading>(?:ten goi|ten|tieu de|nhan de)(?:\s+(?:dieu|khoan|chuong|muc|phu luc)(?=\s+va\b|\s*,|\s+nhu sau)|"
    r"(?:\s+va\s+(?=noi dung))?(?=\s+(?:cua\s+)?(?:cac\s+)?(?:dieu|khoan|chuong|muc|phan|phu luc|diem|mau|"
    r"tieu muc|bang)\b|\s*,|\s+va\b)))"
)
_TITLE = (
    r"(?P<title>(?:ten goi|ten|tieu de)\s+(?:cua\s+)?(?:luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet "
    r"dinh|thong tu lien tich|thong tu|quy che|quy dinh)\b(?!\s+(?:so\b|nay\b)))"
)
_BARE = (
    r"(?P<bare>(?:cac\s+)?phu luc|danh muc|muc luc)(?=\s+(?:[^;:.~\n\d]{0,140}?\s)?(?:ban hanh\s+|dinh\s+)?kem\s|\s+"
    r"(?:cua\s+)?(?:luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu)\b)|"
    r"(?P<sole>phu luc(?=\s+nhu sau\b))"
)
_OPENING = r"(?P<opening>cau mu|cau dan|phan mo dau)"
# Parts that a document or a form has by its layout, or by the words that stand over them: "phần “Tên quỹ”".
_NAMED = (
    r"(?P<named>phan\s+\"~+\"|ghi chu so \(?\d+\)?(?=\s+(?:(?:tai|cua|thuoc)\s+)?(?:phu luc|mau)\s)|"
    r"noi nhan(?=\s+(?:cua|tai)\s|\s*[,;.]|$)|"
    r"(?:phan\s+|)(?:ve\s+|)can cu(?:\s+(?:ban hanh|phap ly))?(?=\s+(?:va\s|cua\s+(?:phu luc|mau))|\s*[,;.]|$))"
)
# "tiểu mục" is tried before "mục".
_LEVELS: tuple[Level, ...] = (
    "subsection", "article", "clause", "point", "subpoint", "chapter", "section", "part", "appendix", "form", "table",
    "row", "column", "indent", "paragraph", "sentence",
)  # fmt: skip
_GROUPS = rf"(?:cac\s+|nhung\s+|tu\s+|)(?:{'|'.join(map(_group, _LEVELS))})"
_UNIT = re.compile(rf"(?<!\w)(?:{'|'.join([_NAMED, _GROUPS, _NAME, _TITLE, _BARE, _OPENING])})")
# Every word that a unit can begin with: at most places none stands, and the long pattern need not be tried.
_FIRST_WORD = re.compile(
    rf"(?:(?:cac|nhung|tu)\s|{'|'.join(_WORD.values())}|ten|tieu de|nhan de|danh muc|muc luc|phan|noi nhan|ghi chu|"
    r"ve\s|can cu)"
)
_HEAD = {
    level: re.compile(rf"(?:cac\s+|nhung\s+|tu\s+|)(?:{_WORD[level]})\s+(?:tu\s+|)(?:so\s+|)") for level in _LEVELS
}
_NUMBER = {level: re.compile(_NUM[level] if level != "form" else r"(?:so )?[\w./-]+") for level in _LEVELS}
_JOINED = re.compile(_JOIN)
_BEFORE_NUMBER = re.compile(r"^(?:số|thứ)\s+", re.IGNORECASE)
# Those whose letters are the same in capitals and small; a clause with a letter in front is one of an annex.
_SMALL: frozenset[Level] = frozenset({"article", "clause", "point", "subpoint"})
_COUNTED: frozenset[Level] = frozenset({"paragraph", "sentence", "indent"})
_EDGE = {"dau": "1", "dau tien": "1", "mo dau": "1", "cuoi": "last", "cuoi cung": "last"}


class Group(msgspec.Struct, frozen=True):
    """Units of one level named together: "các điểm a, b và d". `nums` is ("này",) for "Điều này"."""

    level: Level
    nums: tuple[str, ...]
    start: int
    end: int

    @property
    def is_named(self) -> bool:
        """Whether words stand for a number: "Nơi nhận", "phần “Tên quỹ tín dụng nhân dân”"."""
        return self.level == "part" and " " in self.nums[0]


def group_at(content: str, folded: str, at: int, end: int) -> Group | None:
    """The group of units that begins at `at`; None where none does."""
    if _FIRST_WORD.match(folded, at, end) is None:
        return None
    match = _UNIT.match(folded, at, end)
    if match is None:
        return None
    kind = match.lastgroup or ""
    start, finish = match.span()
    printed = content[start:finish]
    if kind not in _NUM:
        return _without_number(kind, printed, start, finish)
    level: Level = kind
    if level in _TRUE:
        lower = printed.lower()
        for word in _TRUE[level]:
            if word in lower:
                break
        else:
            return None
    nums = _numbers(level, content, folded, start, finish)
    # "khoản II", "khoản B.II" of an annex is printed in capitals; "khoản vi phạm" is no number.
    if level == "clause":
        for num in nums:
            if num[0].isalpha() and num != "này" and not num.isupper():
                return None
    return Group(level, nums, start, finish)


def _without_number(kind: str, printed: str, start: int, end: int) -> Group:
    """The unit that words without a number name."""
    if kind == "opening":
        return Group("paragraph", ("1",), start, end)
    if kind == "named":
        return Group("part", (" ".join(printed.split()).removeprefix("phần ").strip('"“”'),), start, end)
    level: Level = kind if kind in ("heading", "title") else "appendix"  # type: ignore[assignment]
    return Group(level, ("",), start, end)


def _numbers(level: Level, content: str, folded: str, start: int, end: int) -> tuple[str, ...]:
    head = _HEAD[level].match(folded, start, end)
    at = head.end() if head else start
    if level not in _COUNTED:
        rest = content[at:end]
        if rest.isdecimal():
            return (rest,)
        if len(rest) == 1 and level == "point":
            return (rest.lower(),)
    shape = _NUMBER[level]
    found: list[str] = []
    up_to = False
    while at < end:
        match = shape.match(folded, at, end)
        if match is None or folded.startswith("nay", at):
            return tuple(found) or ("này",)
        after = match.end()
        num = _normal(level, content[at:after], folded[at:after])
        if found:
            if level == "point" and num[0] == "(":
                num = found[-1].partition("(")[0] + num
            if up_to and found[-1].isdigit() and num.isdigit() and 0 < int(num) - int(found[-1]) < 400:
                found.extend(str(between) for between in range(int(found[-1]) + 1, int(num)))
        found.append(num)
        if after >= end or (join := _JOINED.match(folded, after, end)) is None:
            break
        up_to = "den" in join.group()
        at = join.end()
    return tuple(found)


def _normal(level: Level, printed: str, folded: str) -> str:
    if level in _COUNTED:
        return _EDGE.get(folded) or str(ordinal_to_int(printed) or folded)
    num = (_BEFORE_NUMBER.sub("", printed.strip()) if " " in folded else printed).rstrip(".,")
    if level in _SMALL:
        if level == "clause" and num[0].isalpha():
            return num
        num = num.lower().replace(" ", "")
        return num if "(" in num else num.rstrip(")")
    if level == "row" or level == "column":
        return num.strip("()")
    if level == "part" and folded.startswith("thu "):
        return str(ordinal_to_int(printed) or num)
    return num
