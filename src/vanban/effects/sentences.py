"""A clause cut into its sentences and lines, without the numbers printed before them."""

import re
from bisect import bisect_left

import msgspec

from vanban.effects.wording import Clause, Wording
from vanban.orthography.capitals import CAPITALS, SMALL

# "TT." and "1." are no ends: a capital or a quote must follow a stop.
_STOP = re.compile(rf"\.[ \t]+(?=[{CAPITALS}“\"(])")
# Lost line breaks are a known fault of files: a capital verb before a unit begins an instruction, unless a type of
# document stands before it ("Luật Sửa đổi, bổ sung …").
_LOST_BREAK = re.compile(
    r"[ \t](?=(?:Sửa đổi(?:, bổ sung)?|Bổ sung|Bãi bỏ|Thay thế) (?:các )?"
    r"(?:cụm từ|[Kk]hoản|[Đđ]iểm|[Đđ]iều|Chương|Mục) ?[\d“\"a-zđIVX])(?<=[\w”\"][ \t])"
    r"(?<!luật )(?<!định )(?<!tư )(?<!lệnh )(?<!quyết )(?<!tịch )(?<!Luật )"
)
_CAPITALS = "SBT"  # those that such a verb begins with
# A page breaks the line before each "Điều": "Bổ sung⏎Điều 47a vào sau Điều 47 như sau:" is one sentence.
_RUNS_ON = re.compile(r"(?:\b(?:sua doi|bo sung|bai bo|thay the|tai|cua|va|vao sau|vao truoc)|,)[ \t]*\Z")
# A line that goes on in small letters is only wrapped, and so is one that ends between "Mục" and its number.
_WRAPPED = re.compile(rf"[{SMALL}]{{2}}")
_UNIT_ALONE = re.compile(r"\b(?:dieu|khoan|diem|chuong|muc|phu luc)[ \t]*\Z")
_ITS_NUMBER = re.compile(r"(?:\d+[a-zđ]?|[IVXLC]+)\b(?![.)] )")
# "tại khoản 7 và khoản 8" at the end of a line belongs to the article at the head of the next, which is no heading.
_UNIT_BELOW = re.compile(r"\b(?:khoan|diem)(?: [\da-z]{1,4}\b(?:,| va)?)+[ \t]*\Z")
_ITS_ARTICLE = re.compile(r"dieu \d+[a-z]?\d?\b(?![.:] [a-z\"~])")
# "… thành cụm từ" at the end of a line: the new words follow on the next.
_AWAITS_WORDS = re.compile(r"\b(?:thanh|bang) (?:cac )?(?:cum tu|tu ngu|tu)[ \t]*\Z")
_UNIT_NEXT = re.compile(r"(?:cac )?(?:dieu|khoan|diem|chuong|muc|phu luc) (?:so )?[\da-z]")
_BEGINS_MORE = frozenset('cdkmp"')  # what the line below begins with where it is a unit or words in quotes
# The printed number of the clause itself is no target: "Điều 1. Điều 6 Thông tư …".
_HEAD_NUMBER = re.compile(
    r"\s*(?:điều|chương|mục|phần|tiểu mục|phụ lục)\s+(?:thứ\s+)?[\w.]+\s*[.:\-–]?\s*", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\s*(?:điều\s+\w+\s*[.:]|(?:khoản|điểm)\s+\w+\s*[.:)]|\d+[a-zđ]?\d?\s*(?:[.)/]|[-–](?=\s))|\d+(?:\.\d+)+\.?|[a-zđ]\.\d+\s*[).]|[a-zđ]\d?\s*[).]|"
    r"[ivxlc]+\s*[.)\-–]|[-+•*])\s*",
    re.IGNORECASE,
)
_HEADED = frozenset({"part", "chapter", "section", "subsection", "article", "appendix"})


class Sentence(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """`content[start:end]`, a sentence or line of a clause; `start` is past the printed number of the clause."""

    start: int
    end: int


def of(wording: Wording, clause: Clause) -> tuple[Sentence, ...]:
    """The sentences of a clause in order, without blank ones and tables. A stop in quoted words ends nothing."""
    content = wording.content
    tables = wording.tables
    if tables:
        tables = tuple([table for table in tables if table[0] < clause.end and table[1] > clause.start])
    found = []
    begin = clause.start
    number_of = _HEAD_NUMBER if clause.level in _HEADED else _NUMBER
    for finish, after in _cuts(wording, clause):
        first = begin
        if begin < finish and (begin == clause.start or content[begin - 1] == "\n"):
            number = number_of.match(content, begin, finish)
            if number is not None:
                first = number.end()
        number_of = _NUMBER
        blank = first >= finish or (content[first].isspace() and content[first:finish].isspace())
        if not blank and not (tables and any(start <= first < end for start, end in tables)):
            found.append(Sentence(first, finish))
        begin = after
    return tuple(found)


def _cuts(wording: Wording, clause: Clause) -> list[tuple[int, int]]:
    """Where the sentences of a clause end, and where the next begins; the last begins none."""
    content, folded = wording.content, wording.folded
    begin, end = clause.start, clause.end
    cuts: list[tuple[int, int]] = []
    at = content.find("\n", begin, end)
    while at >= 0:
        after = at + 1
        while after < end and content[after] == "\n":
            after += 1
        if folded[at] != "~" and not _runs_on(content, folded, at, after):
            cuts.append((at, after))
        at = content.find("\n", after, end)
    for stop in _STOP.finditer(content, begin, end):
        at, after = stop.span()
        if folded[at + 1] != "~":
            cuts.append((at + 1, after))
    acting = wording.signs.acting
    for verb in acting[bisect_left(acting, begin + 1) : bisect_left(acting, end)]:
        lost = content[verb] in _CAPITALS and _LOST_BREAK.match(content, verb - 1, end)
        if lost and folded[verb - 1] != "~":
            cuts.append(lost.span())
    cuts.sort()
    if not cuts or cuts[-1][1] < end:
        cuts.append((end, end))
    return cuts


def _runs_on(content: str, folded: str, at: int, after: int) -> bool:
    """Whether the line goes on after a break: it is only wrapped there; it ends with a verb or "tại", and the next
    begins with a unit; with a unit, and its article follows; or with a change of words, and the words follow in quotes.

    Each time what follows is asked first: it is matched at one place, and what stands before is looked for.
    """
    if content[at - 1] in ".;:":
        return False
    if _WRAPPED.match(content, after) is not None:
        return True
    if _ITS_NUMBER.match(content, after) is not None and _UNIT_ALONE.search(folded, max(0, at - 10), at) is not None:
        return True
    if folded[after : after + 1] not in _BEGINS_MORE:
        return False
    if _ITS_ARTICLE.match(folded, after) is not None and _UNIT_BELOW.search(folded, max(0, at - 40), at) is not None:
        return True
    if folded.startswith('"', after):
        return _AWAITS_WORDS.search(folded, max(0, at - 24), at) is not None
    return _UNIT_NEXT.match(folded, after) is not None and _RUNS_ON.search(folded, max(0, at - 16), at) is not None
