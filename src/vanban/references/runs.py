"""Where runs of units stand in a text: one composite pattern at each word of units."""

import re
from collections.abc import Iterable

import msgspec

from vanban.model import Unit
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
            r"tiet (?=nay)",
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
_NOT_AFTER_WORDS = {
    first: tuple(form for word in words for form in (word, word.capitalize(), word.upper()))
    for first, words in _NOT_AFTER.items()
}
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
    anchored = _ANCHOR.match
    for place in places:
        if place < end or anchored(folded, place) is None:
            continue
        run = _run_at(content, folded, place, end)
        if run is not None:
            end = run.end
            if not (folded.startswith(_QUOTED, end) and _is_quoted(content, run.start, end)):
                found.append(run)
    return found


_QUOTES = frozenset("“”\"‘’'«»")
_QUOTED = tuple(blank + mark for blank in ("", *" \t\n\r\x0c") for mark in "\"'")


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


def _stands_apart(content: str, folded: str, place: int) -> bool:
    """Whether a run may begin at a word of units with no blank before it."""
    if place == 0:
        return _ARTICLE_HEADING.match(folded) is None
    return not folded[place - 1].isalnum() or _is_glued(content, folded, place)


def _with_prefix(folded: str, place: int, after: int) -> int:
    """Where the words that belong to the unit at `place` begin: "các điểm", "tiêu đề Điều 5"."""
    prefix = _PREFIX.search(folded, max(after, place - 16), place)
    if prefix is None or (prefix.start() > 0 and folded[prefix.start() - 1].isalnum()):
        return place
    return prefix.start()


# A blank behind what cannot stand before a heading on its line (`_STARTS_LINE`): most units stand so.
_INSIDE_LINE = frozenset(chr(code) + " " for code in range(33, 127) if chr(code) not in "\"'([*-")


def _run_at(content: str, folded: str, place: int, after: int) -> Run | None:
    start = place
    inside_line = folded[place - 2 : place] in _INSIDE_LINE
    if inside_line or (place and folded[place - 1] == " "):
        if content.endswith(_NOT_AFTER_WORDS[folded[place]], 0, place):
            return None
        if folded.endswith(_PREFIXES, 0, place):
            start = _with_prefix(folded, place, after)
    elif not _stands_apart(content, folded, place):
        return None
    match = RUN.match(folded, start)
    if _SMALLER.search(folded, start - _FARTHEST_SMALLER, start):
        match = _from_smaller(folded, start, place, after) or match
    if match is None:
        match = RUN.match(folded, place) if start < place else None
        if match is None:
            return None
    start, end = match.span()
    groups = parse_run(content[start:end].replace("\n", " "))
    if not groups:
        return None
    end = start + groups[-1].end
    if not (inside_line and start == place) and _is_heading(content, folded, start, end, groups):
        return None
    if folded.startswith(_OF_STANDARDS, end) and _STANDARD.match(folded, end):
        return None
    weak = False
    if len(groups) == 1:
        path = groups[0].paths[0]
        if len(path.units) == 1 and path.relative is None:
            only = path.units[0]
            if not only.num and only.level == "appendix" and content[place] == "p" and folded.endswith(_SOME, 0, start):
                return None  # "một số phụ lục của Thông tư …": no appendix in particular
            weak = _is_weak(content, folded, place, start, end, only)
    return Run(start, end, groups, weak)


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
# A unit of a technical standard, which is no document of ours: "Mục 6.3.5 TCVN 13439:2022".
_OF_STANDARDS = tuple(of + word for of in (" ", " cua ") for word in ("qc", "tc", "iso", "quy ch", "tieu ch"))
_LONGEST_START = 12
_STANDARD = re.compile(r" (?:cua )?(?:qcvn|tcvn|iso|tckt|qc[a-z]?[0-9]|(?:quy|tieu) chuan(?! nay))(?![a-z])", re.ASCII)


def _is_weak(content: str, folded: str, place: int, start: int, end: int, only: Unit) -> bool:
    """Whether the words of a run of one unit do not prove a reference: a small one, or a large one in small letters."""
    level, num = only.level, only.num
    small = content[place].islower()
    if level == "article":
        return small and not _article_in_small_letters(folded, start, end)
    if level == "appendix":
        return small and not num
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
