"""Note marks of an official consolidated text, and what each note says: which acts changed the unit that carries it.

A mark is a number in square brackets, which a page may print twice ("75[75]"); in older texts the bare number, glued
to the word before it ("tiền chậm nộp,2"). Bare marks are looked for only where notes of these numbers stand at the end
and no bracketed mark bears them, each between its neighbours; where one cannot be found, none of the text is believed.
"""

import re
from typing import NamedTuple

from vanban.orthography import fold

_MARK = re.compile(r" ?(?P<twice>\d+)?\[+(?P<number>\d+)\]+")
_NOTE = re.compile(r"^(?:\d+)?\[+(\d+)\]+", re.MULTILINE)
_BARE_NOTE = r"(?:(?<=\n)|(?<=[.;”\"]\s)|(?<=[.;”\"])|^\D{{0,80}}\s){}(?=\s+[“A-ZĐÁÀẢÃẠĂÂÉÈÊÍÌÓÒÔƠÚÙƯÝ])"
# "m2" and "m3" are units of measure; a number after these words is a reference.
_BARE_MARK = (
    r"(?:(?:(?<=[^\W\d_])(?<!\bm)|(?<=[,;.:)”\"])){0}(?![\d\w/%]|[.,]\d)|(?<=[^\W\d_]|[,)”\"])\n{0}(?![.\d\w)/]))"
)
_AT_LINE_END = r"(?<=[^\W\d_]) {0}(?=[.,;:]?(?:\n|$))"
_REFERENCE = re.compile(
    r"(?:khoản|điều|điểm|số|chương|mục|phần|ngày|tháng|năm|và|các)\s*(?:\d{1,3}[a-zđ]?\.|[a-zđ]\d?\))?$", re.IGNORECASE
)
_DATE_OF_FORCE = re.compile(r"có hiệu lực (?:kể )?từ ngày.*?(?:\.(?=\s|$)|\n|$)")
# Clauses of commencement and legal bases of amending acts, printed whole.
_PRINTED = re.compile(
    r"(?:^|\n)\s*(?:Các )?(?:Điều|Khoản|Điểm|Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định) (?!này)"
    r"[^\n]{0,600}?như sau\s*:.*",
    re.DOTALL,
)
_QUOTED = re.compile(r"(?:như sau|rằng)\s*:\s*[“\"].*?(?:[”\"]\.?(?=\s|$)|$)", re.DOTALL)
_PHRASE = re.compile(r"“[^“”]*”")
_CHANGES = re.compile(
    r"(?:(?<!da )\bduoc (?:sua|bo sung|bai bo|thay|bo|dinh chinh)|^\W*(?:bo|bai bo)\b)"
    r"[^:]{0,200}?theo (?:cac )?quy dinh"
)
_SYMBOL = re.compile(r"\d+/\d{4}/[A-ZĐ]+\d*(?:-[A-ZĐ]+)*")


class Mark(NamedTuple):
    """A mark: the number of its note, and where it stands, `content[start:end]`."""

    number: int
    start: int
    end: int


def notes(words: str) -> dict[int, str]:
    """The notes by number, out of what follows the authentication."""
    found = [(int(match[1]), match.start(), match.end()) for match in _NOTE.finditer(words)] or _bare_notes(words)
    ends = [*(start for _, start, _ in found[1:]), len(words)][: len(found)]
    return {number: words[begin:end].strip() for (number, _, begin), end in zip(found, ends, strict=True)}


def _bare_notes(words: str) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    at = 0
    while (match := re.compile(_BARE_NOTE.format(len(found) + 1)).search(words, at)) is not None:
        at = match.end()
        found.append((len(found) + 1, match.start(), at))
    return found


def marks(body: str, numbers: set[int]) -> list[Mark]:
    """The marks of a body in their order; none where one of `numbers` is nowhere to be found."""
    bracketed = [_bracketed(match) for match in _MARK.finditer(body)]
    found: list[Mark] = []
    at = 0
    for number in sorted(numbers | {mark.number for mark in bracketed}):
        here = [mark for mark in bracketed if mark.number == number]
        if not here:
            end = min((mark.start for mark in bracketed if mark.number > number), default=len(body))
            bare = _bare(body, number, at, end)
            if bare is None:
                return bracketed if len(bracketed) > len(numbers) // 2 else []
            here = [bare]
        found += here
        at = max(at, here[-1].end)
    return sorted(found, key=lambda mark: mark.start)


def _bracketed(match: re.Match[str]) -> Mark:
    doubled = match["twice"] in (None, match["number"])
    start = match.start() if doubled else match.end("twice")
    return Mark(int(match["number"]), start, match.end())


def _bare(body: str, number: int, start: int, end: int) -> Mark | None:
    for shape in (_BARE_MARK, _AT_LINE_END):
        for match in re.compile(shape.format(number)).finditer(body, start, end):
            if not refers(body[max(0, match.start() - 16) : match.start()]):
                return Mark(number, match.start(), match.end())
    return None


def refers(words: str) -> bool:
    """Whether words end in a reference, so that a number after them is part of it ("tại khoản", "tại khoản 1.")."""
    return _REFERENCE.search(words[-16:]) is not None


def acts(note: str) -> tuple[str, ...]:
    """The acts that made the change that a note tells, () where it tells none.

    A note is a change where it says that something was amended, added, repealed or replaced; words that it quotes, and
    what it says of the day of force ("… theo quy định tại khoản 2 Điều 1 của Luật số 43/2024/QH15"), do not count.
    """
    said = _DATE_OF_FORCE.sub("", _QUOTED.sub(".\n", _PRINTED.sub("", note)))
    if not _CHANGES.search(fold(_PHRASE.sub("“”", said))):
        return ()
    clauses = re.finditer(r"theo quy định tại(.*?)(?=theo quy định tại|$)", said, re.DOTALL)
    first = (_SYMBOL.search(clause[1]) for clause in clauses)
    return tuple(dict.fromkeys(symbol[0] for symbol in first if symbol))
