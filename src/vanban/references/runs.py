"""Where runs of units stand in a text: one composite pattern at each word of units."""

import re
from collections.abc import Iterable

import msgspec

from vanban.model import Unit
from vanban.orthography import fold
from vanban.references.pinpoint import RUN, Group, parse_run

# What may follow a word of units. The heading "Điều 5." on a line of its own is none, and there are many.
_ANCHOR = re.compile(
    "|".join(
        (
            r"die(?:u (?=[0-9]|nay)(?!(?<=\ndieu )[0-9]{1,3}[a-z]{0,2}[0-9]? ?[.:])"
            r"|m (?=[a-z][0-9]{0,2}(?![a-z])|[0-9]|nay|[\"'(]|tu [a-z0-9]))",
            r"khoan (?=[0-9]|nay|tu [0-9])",
            r"m(?:uc (?=[0-9ivxl]|so [0-9]|[a-h][ .,;])|au (?=so|bieu so|[0-9]|[a-z]{1,3}[.-][0-9]))",
            r"chuong (?=[0-9ivxl]|nay)",
            r"ph(?:an (?=[0-9ivx]+(?![a-z])|thu [a-z]|[a-h][ ,.;]|nay)"
            r"|u luc (?=[0-9ivxla-h]+[^a-z]|so|nay|[ivx]+[a-d]?[^a-z]"
            r"|cua|ban hanh|kem|dinh kem|thong tu|nghi dinh|quyet dinh|nghi quyet))",
        )
    ),
    re.ASCII,
)
_PREFIXES = ("cac ", "tu ", "ten ", " de ", "goi ", "tieu ", "nhung ")
_PREFIX = re.compile(r"(?:(?:cac|tu|ten|tieu de|ten goi|tieu|nhung) )+$", re.ASCII)
# What turns the next word into part of another one: "tài khoản 111", "thời điểm a", "thanh khoản 2".
_NOT_AFTER = {
    "k": ("tài ", "thanh ", "điều ", "chứng ", "lỗ ", "giếng ", "mũi "),
    "d": (
        "thời ",
        "địa ",
        "đặc ",
        "quan ",
        "cao ",
        "số ",
        "tổng ",
        "trọng ",
        "nhược ",
        "ưu ",
        "giao ",
        "đạt ",
        "được ",
    ),
    "m": ("hạng ", "danh ", "định ", "chuyên ", "tiết ", "khoa ", "lấy "),
    "p": ("thành ", "cổ ", "một ", "hai ", "ba ", "học "),
    "c": ("văn ", "huy ", "huân ", "niệm "),
    "t": ("chi ", "thời ", "số "),
}
_NOT_AFTER_FOLDED = {first: tuple(map(fold, words)) for first, words in _NOT_AFTER.items()}
_AFTER_NUMBER = re.compile(
    r"\s?(?:nguoi|ngay|thang|trieu|ty dong|nghin|dong|%|kg|km|lan|bo ho so|phut|gio)(?![a-z])", re.ASCII
)
_STARTS_LINE = re.compile(r"[\s\"'(\[*-]*")


class Run(msgspec.Struct, gc=False):
    """One run of units at `content[start:end]` and its groups, whose offsets count from `start`.

    `weak`: the words could be something else ("phần I của chương trình"); a run only where a document follows.
    """

    start: int
    end: int
    groups: tuple[Group, ...]
    weak: bool = False


def runs_in(content: str, folded: str, places: Iterable[int]) -> list[Run]:
    """Every run of units, in order, headings left out; `places` are those of the words of units, ascending."""
    found: list[Run] = []
    end = 0
    for place in places:
        if place < end or _ANCHOR.match(folded, place) is None:
            continue
        run = _run_at(content, folded, place, end)
        if run is not None:
            end = run.end
            if not _is_quoted(content, run.start, end):
                found.append(run)
    return found


def _is_quoted(content: str, start: int, end: int) -> bool:
    """Whether the run is nothing but words quoted as words: Thay thế cụm từ “khoản 1 Điều 51a” …"""
    after = content[end : end + 2].lstrip()[:1]
    return after in _QUOTES and content[start - 2 if start > 1 else 0 : start].rstrip()[-1:] in _QUOTES


_GLUED = ("tai", "va", "theo", "cua", "cac", "den", "hoac", "tu")


def _is_glued(content: str, folded: str, place: int) -> bool:
    """Whether a blank was lost before the unit ("tạikhoản 2", "vàĐiều 10"): no syllable joins so."""
    if content[place].isupper() and content[place - 1].islower():
        return True
    return folded.endswith(_GLUED, 0, place) and folded[place] == "k"


_ARTICLE_HEADING = re.compile(r"dieu [0-9]{1,3}[a-z]{0,2}[0-9]? ?[.:]", re.ASCII)


def _run_at(content: str, folded: str, place: int, after: int) -> Run | None:
    before = folded[place - 1] if place else "\n"
    start = place
    if before == " ":
        if folded.endswith(_NOT_AFTER_FOLDED[folded[place]], 0, place) and content[
            max(0, place - 8) : place
        ].lower().endswith(_NOT_AFTER[folded[place]]):
            return None
        if folded.endswith(_PREFIXES, 0, place):
            prefix = _PREFIX.search(folded, max(after, place - 16), place)
            if prefix is not None and (prefix.start() == 0 or not folded[prefix.start() - 1].isalnum()):
                start = prefix.start()
    elif place == 0:
        if _ARTICLE_HEADING.match(folded):
            return None
    elif before.isalnum() and not _is_glued(content, folded, place):
        return None
    match = _from_smaller(folded, start, place, after) or RUN.match(folded, start)
    if match is None:
        match = RUN.match(folded, place) if start < place else None
        if match is None:
            return None
    start, end = match.span()
    groups = parse_run(content[start:end].replace("\n", " "))
    if not groups:
        return None
    # most stand behind a word and a blank: such a run is no heading
    behind = start > 1 and folded[start - 1] == " " and folded[start - 2].isalnum()
    if not behind and _is_heading(content, folded, start, end, groups):
        return None
    if folded[end + 1 : end + 2] in _STANDARD_LETTERS and _STANDARD.match(folded, end):
        return None
    if content[place] == "p" and _is_bare_appendix(groups) and folded.endswith(_SOME, 0, start):
        return None  # "một số phụ lục của Thông tư …": no appendix in particular
    first = groups[0].paths[0]
    alone = len(groups) == len(first.units) == 1 and first.relative is None
    weak = alone and _is_weak(content, folded, place, start, end, first.units[0])
    return Run(start, start + groups[-1].end, groups, weak)


# What begins a run although it has no word of units of its own: "đoạn 2 khoản 1". Alone such words are none.
_SMALLER = re.compile(r"(?:doan|cau|tiet|gach dau dong) ", re.ASCII)
_FARTHEST_SMALLER = 26


def _from_smaller(folded: str, start: int, place: int, after: int) -> re.Match[str] | None:
    """The run over the unit at `place` that begins with a sentence, paragraph or subpoint right before `start`."""
    low = start - _FARTHEST_SMALLER
    for smaller in _SMALLER.finditer(folded, low if low > after else after, start):
        at = smaller.start()
        if at == 0 or not folded[at - 1].isalnum():
            match = RUN.match(folded, at)
            if match is not None and match.end() > place:
                return match
    return None


_SOME = ("mot so ", "cac ", "nhung ", "nhieu ", "hai ", "ba ", ", ")


def _is_bare_appendix(groups: tuple[Group, ...]) -> bool:
    """Whether the run is nothing but an appendix without a number."""
    units = groups[0].paths[0].units
    return len(groups) == 1 and len(units) == 1 and units[0].level == "appendix" and not units[0].num


# A unit of a technical standard, which is no document of ours: "Mục 6.3.5 TCVN 13439:2022".
_STANDARD_LETTERS = frozenset("qtic")
_LONGEST_START = 12
_STANDARD = re.compile(r" (?:cua )?(?:qcvn|tcvn|iso|tckt|qc[a-z]?[0-9]|(?:quy|tieu) chuan(?! nay))(?![a-z])", re.ASCII)


def _is_weak(content: str, folded: str, place: int, start: int, end: int, only: Unit) -> bool:
    """Whether the words of a run of one unit do not prove a reference: a small one, or a large one in small letters."""
    level, num = only.level, only.num
    small = content[place].islower()
    if level == "appendix":
        return small and not num
    if level == "article":
        return small and not _article_in_small_letters(folded, start, end)
    if level in ("paragraph", "sentence", "indent"):
        return True
    if level in ("point", "clause"):
        if not num.isdigit():
            return False
        # "Khoản 251" is a line of the budget, "khoản 5 người" no clause either
        return level == "point" or int(num) > _LARGEST_CLAUSE or _AFTER_NUMBER.match(folded, end) is not None
    if level == "section":
        return small and not _cited(folded, start)
    if level in ("part", "chapter"):
        return small or not _cited(folded, start)
    # "biểu mẫu BM-15": a number with its code is a form's, whatever stands before it
    return level == "form" and small and "-" not in num and not _cited(folded, start)


_LARGEST_CLAUSE = 90
_QUOTES = frozenset("“”\"‘’'«»")
_CITING = re.compile(
    r"(?:tai|theo|cua|cac|va|hoac|,|;|thuc hien|ap dung|quy dinh|sua doi|bo sung|bai bo|thay the|ten) $", re.ASCII
)
_CITED_BY = re.compile(
    r" ?(?:,|;|\.|\)|cua|tai|thuoc|ban hanh|kem theo|[a-z]+ (?:dinh |tu |lenh )?nay|luat|bo luat|nghi dinh|thong tu"
    r"|phu luc)",
    re.ASCII,
)


def _cited(folded: str, start: int) -> bool:
    return _CITING.search(folded, max(0, start - 12), start) is not None


def _article_in_small_letters(folded: str, start: int, end: int) -> bool:
    """As in "điều 21" with a small letter: only where the words around it cite."""
    return _cited(folded, start) and _CITED_BY.match(folded, end) is not None


def _is_heading(content: str, folded: str, start: int, end: int, groups: tuple[Group, ...]) -> bool:
    """Whether the run is the number of a unit at the head of its line, and no reference."""
    low = start - _LONGEST_START - 1
    line = folded.rfind("\n", low if low > 0 else 0, start) + 1
    if start - line > _LONGEST_START or _STARTS_LINE.fullmatch(folded, line, start) is None:
        return False
    first = groups[0].paths[0]
    if first.relative is not None or not first.units:
        return False
    level = first.units[0].level
    if level in ("point", "clause"):
        return folded[end : end + 1] in (":", "\n") and len(groups[0].paths) == 1 and len(first.units) == 1
    if len(groups) > 1 or len(groups[0].paths) > 1:
        return False
    following = content[end : end + 2]
    if level == "article":
        return (
            following[:1] in (".", ":", "\n", "", ")") or following[:2] == " ." or folded[end : end + 2] in (" -", " (")
        )
    if following[:1] in (".", ":", "\n", "", "-") or following[:2] in (" -", " –", " :", " ("):
        return True
    return (
        following[:1] == " "
        and content[end + 1 : end + 2].isupper()
        and not folded.startswith((" luat", " nghi", " thong tu", " quyet dinh", " bo luat", " phu luc"), end)
    )
