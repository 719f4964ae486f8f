"""Note marks that a page printed as bare numbers ("tiền chậm nộp,2 tiền phạt"), put in brackets: lost superscripts.

Only in a consolidated text, and only where notes 1 to n follow its authentication and a mark of each stands in the
body, in their order; otherwise no number is believed to be a mark. The brackets are repairs, told as such.
"""

import re
from collections.abc import Iterator
from functools import cache

from vanban.orthography import fold
from vanban.orthography.capitals import CAPITALS
from vanban.reading.draft import Draft, Edit, apply
from vanban.rules import Rules

# "m2" and "m3" are units of measure; a mark is glued to the word before it, or begins a line that goes on with a word.
_GLUED = r"(?:(?:(?<=[^\W\d_])(?<!\bm)|(?<=[,;.:)”\"])){0}(?![\d\w/%]|[.,]\d)|(?<=[^\W\d_]|[,)”\"])\n{0}(?![.\d\w)/]))"
_AT_LINE_END = r"(?<=[^\W\d_]) {0}(?=[.,;:]?(?:\n|$))"
_NOTE = r"(?:(?<=\n)|(?<=[.;”\"]\s)|(?<=[.;”\"])|\A\D{{0,80}}\s){0}(?=\s+[“{1}])"
# A number after these words is what they point at ("tại khoản 1", "điểm a khoản 2.").
_POINTS = re.compile(
    r"(?:khoản|điều|điểm|số|chương|mục|phần|ngày|tháng|năm|và|các)\s*(?:\d{1,3}[a-zđ]?\.|[a-zđ]\d?\))?$", re.IGNORECASE
)
_REACH = 16  # characters before a number in which a word that points stands


@cache
def _authentication(rules: Rules) -> re.Pattern[str]:
    (row,) = (row for row in rules.frame_markers if row.id == "certified")
    return re.compile(rf"^[^\n]{{0,80}}{row.pattern}", re.MULTILINE)


def bracketed(draft: Draft, rules: Rules) -> Draft:
    """The draft with its bare marks, and the numbers of their notes, in brackets; the same where it has none."""
    content = draft.content
    if draft.notes or "HỢP NHẤT" not in content or "[1]" in content:
        return draft
    found = list(_authentication(rules).finditer(fold(content)))
    if not found or not content[found[-1].start() : found[-1].end()].isupper():
        return draft
    end = found[-1].end()
    notes = list(_notes(content, end))
    marks = list(_marks(content[:end], len(notes)))
    return apply(draft, [*marks, *notes]) if notes and len(marks) == len(notes) else draft


def _notes(content: str, start: int) -> Iterator[Edit]:
    """The number of each note, on a line of its own."""
    words, number, at = content[start:], 1, 0
    while (found := re.compile(_NOTE.format(number, CAPITALS)).search(words, at)) is not None:
        at = found.end()
        begin = len(words[: at - len(str(number))].rstrip())
        yield Edit(start + begin, start + at, f"\n[{number}]", "note-mark")
        number += 1


def _marks(body: str, count: int) -> Iterator[Edit]:
    """A mark for each note up to the first that has none, each after the one before it."""
    at = 0
    for number in range(1, count + 1):
        edit = next(_mark(body, number, at), None)
        if edit is None:
            return
        yield edit
        at = edit.end


def _mark(body: str, number: int, start: int) -> Iterator[Edit]:
    for shape in (_GLUED, _AT_LINE_END):
        for found in re.compile(shape.format(number)).finditer(body, start):
            if _POINTS.search(body[max(0, found.start() - _REACH) : found.start()]) is None:
                yield Edit(found.end() - len(str(number)), found.end(), f"[{number}]", "note-mark")
