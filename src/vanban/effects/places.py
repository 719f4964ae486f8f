"""Places inside an act as amending clauses name them: "các điểm a, b khoản 2 và khoản 3 Điều 5; tên Chương II".

The grammar of amending language, wider than that of citations: parts of a unit (tên, tiêu đề, đoạn, câu), lists whose
article stands at their end, decimal numbers of annexes. Nghị định 30/2020/NĐ-CP, Phụ lục I, V.7 gives the order
small to large; commas between the units occur all the same (DOMAIN §2.4).
"""

import re
from itertools import product

import msgspec

from vanban.model import Level, Unit

# Large to small. What stands higher may hold what stands lower.
_RANK: dict[Level, int] = {
    "appendix": 0, "form": 1, "part": 2, "chapter": 3, "section": 4, "subsection": 5, "article": 6, "table": 7,
    "clause": 8, "point": 9, "subpoint": 10, "indent": 11, "paragraph": 12, "sentence": 13, "heading": 14, "title": 15,
}  # fmt: skip

_NUM: dict[Level, str] = {
    "article": r"\d+(?:[a-z]{1,2}\d?)?",
    "clause": r"\d+(?:\.\d+)*[a-z]?\d?",
    "point": r"(?:[a-z]\d?(?:\.\d+)*|\d+(?:\.\d+)*[a-z]?)(?: ?\([ivx]+\))?(?:\)(?=\s*(?:,|va\b|khoan)))?",
    "subpoint": r"(?:[a-z]\d?(?:\.\d)?|\(?[ivx]+\)?|\d+(?:\.\d+)*)",
    "chapter": r"(?:[ivxlc]+[a-z]?|\d+[a-z]?)",
    "section": r"(?:so )?(?:[ivxlc]+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)*[a-z]?|[a-z])",
    "subsection": r"(?:so )?(?:\d+(?:\.\d+)*[a-z]?|[ivxlc]+)",
    "part": r"(?:thu \w+(?: \w+)?|[ivxlc]+[a-z]?|\d+[a-z]?|[a-h])",
    "appendix": r"(?:so )?(?:\d+(?:[./-]\d+)*[a-z]?|[ivxlc]+(?:[./-]?\d+)*[a-z]?|[a-z])",
    "form": r"(?:so )?(?:\d+[\w./-]*|[a-z]{1,3}[./-]?\d+[\w./-]*)",
    "table": r"(?:so )?\d+(?:\.\d+)*[a-z]?",
    "indent": r"(?:thu \w+|\d+)",
    "paragraph": r"(?:thu \w+|dau tien|dau|mo dau|cuoi cung|cuoi|\d+)",
    "sentence": r"(?:thu \w+|dau tien|dau|cuoi cung|cuoi|\d+)",
}
_WORD: dict[Level, str] = {
    "article": "dieu", "clause": "khoan", "point": "diem", "subpoint": "tiet", "chapter": "chuong",
    "section": "muc", "subsection": "tieu muc", "part": "phan", "appendix": "phu luc",
    "form": "mau(?: so)?|bieu mau(?: so)?|bieu so|mau bieu(?: so)?", "table": "bang(?: so)?",
    "indent": "gach dau dong", "paragraph": "doan(?: van)?", "sentence": "cau",
}  # fmt: skip
# What the folded word may not be in the original text: false friends of the unit words.
_TRUE: dict[Level, str] = {
    "article": "điều", "clause": "khoản", "point": "điểm", "subpoint": "tiết", "chapter": "chương", "section": "mục",
    "subsection": "mục", "part": "phần", "appendix": "phụ lục", "table": "bảng", "paragraph": "đoạn", "sentence": "câu",
}  # fmt: skip

_JOIN = r"(?:\s*,\s*(?:va\s+)?|\s*;\s*|\s+va\s+|\s+hoac\s+|\s+den\s+(?:het\s+)?)"


def _group(level: Level) -> str:
    many = rf"{_NUM[level]}(?![\w])(?:{_JOIN}{_NUM[level]}(?![\w/]|\s*(?:thang|ngay|nam)\b))*"
    return rf"(?P<{level}>(?:cac\s+|nhung\s+|tu\s+)?(?:{_WORD[level]})\s+(?:(?:nay|do)\b|(?:tu\s+)?{many}))"


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
    r"(?P<bare>phu luc|danh muc|muc luc)(?=\s+(?:[^;:.~\n\d]{0,140}?\s)?(?:ban hanh\s+)?kem theo|\s+"
    r"(?:cua\s+)?(?:luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu)\b)"
)
_OPENING = r"(?P<opening>cau mu|cau dan|phan mo dau)"
# "tiểu mục" is tried before "mục".
_LEVELS: tuple[Level, ...] = (
    "subsection", "article", "clause", "point", "subpoint", "chapter", "section", "part", "appendix", "form", "table",
    "indent", "paragraph", "sentence",
)  # fmt: skip
_UNIT = re.compile(rf"(?<!\w)(?:{'|'.join([*map(_group, _LEVELS), _NAME, _TITLE, _BARE, _OPENING])})")
# "tại các điều, khoản sau: Điều 1; khoản 8 Điều 2": the kinds of units told before the units.
_KINDS = (
    r"(?:cac\s+)?(?:dieu|khoan|diem|muc)(?:\s*,\s*(?:va\s+)?(?:dieu|khoan|diem|muc)|\s+va\s+(?:dieu|khoan|"
    r"diem))+(?:\s+sau(?:\s+day)?)?\s*:?\s+"
)
_LINK = re.compile(
    rf"(?:\s*(?:tai\s+)?{_KINDS})?"
    r"\s*(?:(?:cua|tai|thuoc|trong|o|ve|theo)\s+)?(?:(?:cac|nhung|noi dung|quy dinh(?: tai| ve)?)\s+)*"
)
_PAREN = re.compile(r"\s*\(\s*(?=mau|bieu|phu luc|diem|khoan)")
_SEPARATOR = re.compile(
    r"\s*(?:,|;|\bva\b|\bcung\b|\bden\b)\s*(?:va\s+)?(?:(?:tai|cua|noi dung|quy dinh(?: tai)?|cac|o)\s+)*(?=\S)"
)
# A comma left out: "Điều 12, Điều 13 Điều 15".
_FORGOTTEN = re.compile(r"\s+(?=(?:dieu|khoan|diem)\s+\w)")
_ORDINAL = {"nhat": "1", "dau": "1", "dau tien": "1", "mo dau": "1", "hai": "2", "ba": "3", "tu": "4",
            "nam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9", "muoi": "10", "cuoi": "last",
            "cuoi cung": "last"}  # fmt: skip


class Group(msgspec.Struct, frozen=True):
    """Units of one level named together: "các điểm a, b và d". `nums` is ("này",) for "Điều này"."""

    level: Level
    nums: tuple[str, ...]
    start: int
    end: int


class Chain(msgspec.Struct, frozen=True):
    """Groups that hold one another, small to large: "điểm a, b" of "khoản 2" of "Điều 5"."""

    groups: tuple[Group, ...]
    start: int
    end: int

    @property
    def top(self) -> int:
        """The rank of the largest unit named."""
        return min(_RANK[group.level] for group in self.groups)

    def paths(self) -> tuple[tuple[Unit, ...], ...]:
        """Every path that the chain names, outermost unit first."""
        ordered = sorted(self.groups, key=lambda group: _RANK[group.level])
        return tuple(
            tuple(Unit(group.level, num) for group, num in zip(ordered, nums, strict=True))
            for nums in product(*(group.nums for group in ordered))
        )


def rank(level: Level) -> int:
    """The place of a level in the order of units; smaller is larger."""
    return _RANK[level]


def group_at(content: str, folded: str, at: int, end: int) -> Group | None:
    """The group of units that begins at `at`; None where none does."""
    match = _UNIT.match(folded, at, end)
    if match is None:
        return None
    kind = match.lastgroup or ""
    if kind == "opening":
        return Group("paragraph", ("1",), match.start(), match.end())
    if kind == "bare":
        return Group("appendix", ("",), match.start(), match.end())
    level: Level = kind  # type: ignore[assignment]
    if level in ("heading", "title"):
        return Group(level, ("",), match.start(), match.end())
    true = _TRUE.get(level)
    word = content[match.start() : match.end()].lower()
    if true is not None and true not in word:
        return None
    return Group(level, _numbers(level, content, folded, match.start(), match.end()), match.start(), match.end())


def _numbers(level: Level, content: str, folded: str, start: int, end: int) -> tuple[str, ...]:
    head = re.compile(rf"(?:cac\s+|nhung\s+|tu\s+)?(?:{_WORD[level]})\s+(?:tu\s+)?(?:so\s+)?").match(folded, start, end)
    begin = head.end() if head else start
    found: list[str] = []
    number = re.compile(_NUM[level] if level != "form" else r"(?:so )?[\w./-]+")
    pending_range = False
    at = begin
    while at < end:
        match = number.match(folded, at, end)
        if match is None or folded[at : at + 3] in ("nay",):
            return (found and tuple(found)) or ("này",)
        num = _normal(level, content[match.start() : match.end()], folded[match.start() : match.end()])
        if pending_range and found and found[-1].isdigit() and num.isdigit() and 0 < int(num) - int(found[-1]) < 400:
            found.extend(str(between) for between in range(int(found[-1]) + 1, int(num)))
        found.append(num)
        join = re.compile(_JOIN).match(folded, match.end(), end)
        pending_range = join is not None and "den" in join.group()
        at = join.end() if join else end
    return tuple(found)


def _normal(level: Level, printed: str, folded: str) -> str:
    if level in ("paragraph", "sentence", "indent"):
        return _ORDINAL.get(folded.removeprefix("thu "), folded)
    num = re.sub(r"^số\s+", "", printed.strip(), flags=re.IGNORECASE).rstrip(".,")
    if level == "part" and folded.startswith("thu "):
        return _ORDINAL.get(folded[4:], num)
    if level in ("article", "clause", "point", "subpoint"):
        num = num.lower().replace(" ", "")
        return num if "(" in num else num.rstrip(")")
    return num


def chains_at(content: str, folded: str, at: int, end: int) -> tuple[Chain, ...]:
    """The list of places that begins at `at`, with what stands last shared out to what stands before it.

    "khoản 1 và khoản 3 Điều 5" is two places in Điều 5; "tên và khoản 4 Điều 3" the heading of Điều 3 and its khoản 4.
    Empty where no place begins here. The list ends at the first word that belongs to no place (an act, a prose word).
    """
    found: list[Chain] = []
    up_to = False
    while True:
        chain = _chain_at(content, folded, at, end)
        if chain is None:
            break
        if up_to:
            chain = _filled(found.pop(), chain)
        found.extend(_narrowed(content, folded, chain, end))
        separator = _SEPARATOR.match(folded, found[-1].end, end) or _FORGOTTEN.match(folded, found[-1].end, end)
        if separator is None:
            break
        up_to = separator.group().strip() == "den"
        at = separator.end()
    return _shared(found)


def _filled(first: Chain, last: Chain) -> Chain:
    """As in "Điều 5 đến Điều 9" as one group of five articles; where the numbers are no range, both are kept."""
    one, other = first.groups[0], last.groups[0]
    if one.level != other.level or not (one.nums[-1].isdigit() and other.nums[0].isdigit()):
        nums = (*one.nums, *other.nums)
    else:
        nums = (*one.nums, *(str(number) for number in range(int(one.nums[-1]) + 1, int(other.nums[0]))), *other.nums)
    return Chain(
        (Group(one.level, nums, one.start, other.end), *(last.groups[1:] or first.groups[1:])), first.start, last.end
    )


def _narrowed(content: str, folded: str, chain: Chain, end: int) -> tuple[Chain, ...]:
    """As in "Phụ lục I (Mẫu số 01a và Mẫu số 01b)": the units in parentheses are meant, inside the unit before them."""
    bracket = _PAREN.match(folded, chain.end, end)
    inner = chains_at(content, folded, bracket.end(), end) if bracket else ()
    close = re.compile(r"\s*\)").match(folded, inner[-1].end, end) if inner else None
    if close is None or any(part.top <= chain.top for part in inner):
        return (chain,)
    return tuple(Chain((*part.groups, *chain.groups), chain.start, close.end()) for part in inner)


def _chain_at(content: str, folded: str, at: int, end: int) -> Chain | None:
    link = _LINK.match(folded, at, end)
    first = group_at(content, folded, link.end() if link else at, end) or group_at(content, folded, at, end)
    if first is None:
        return None
    # "mục số 44 điểm b khoản 3 Điều 1": a numbered item inside a point.
    inside = group_at(content, folded, _skipped(folded, first.end, end), end) if first.level == "section" else None
    if inside is not None and inside.level in ("point", "clause"):
        first = Group("subpoint", first.nums, first.start, first.end)
    groups = [first]
    position = first.end
    while True:
        following = _larger(content, folded, position, end, groups[-1])
        if following is None:
            break
        groups.append(following)
        position = following.end
    return Chain(tuple(groups), first.start, position)


def _skipped(folded: str, at: int, end: int) -> int:
    link = _LINK.match(folded, at, end)
    return link.end() if link else at


def _larger(content: str, folded: str, at: int, end: int, smaller: Group) -> Group | None:
    """The unit that holds `smaller`, right after it; a comma may stand between ("khoản 1, Điều 5") where one number is
    named and the next unit is the very next level above, as the decree's order has it.
    """
    link = _LINK.match(folded, at, end)
    position = link.end() if link else at
    larger = group_at(content, folded, position, end)
    if larger is None:
        comma = re.compile(r"\s*,\s*").match(folded, at, end)
        larger = group_at(content, folded, comma.end(), end) if comma else None
        steps = {("point", "clause"), ("clause", "article"), ("subpoint", "point"), ("point", "subsection")}
        if larger is None or (smaller.level, larger.level) not in steps or len(larger.nums) > 1:
            return None
    return larger if _RANK[larger.level] < _RANK[smaller.level] else None


def _shared(chains: list[Chain]) -> tuple[Chain, ...]:
    done: list[Chain] = []
    for chain in reversed(chains):
        if done and chain.groups[0].level != "title":
            heirs = [group for group in done[-1].groups[1:] if _RANK[group.level] < chain.top]
            alike = chain.groups[-1].level in {group.level for group in done[-1].groups}
            if heirs and (chain.top > _RANK["article"] or alike):
                chain = Chain((*chain.groups, *heirs), chain.start, chain.end)
        done.append(chain)
    done.reverse()
    # "điểm a khoản 2 Điều 7 và khoản 3": what stands last without its article is in the one before.
    if len(done) > 1 and done[-1].top > _RANK["article"] >= done[-2].top:
        last = done[-1]
        heirs = [group for group in done[-2].groups if _RANK[group.level] < last.top]
        done[-1] = Chain((*last.groups, *heirs), last.start, last.end)
    return tuple(done)
