"""Notes of texts that have no notes of their own format: lines "[1] …" at the end, and marks "[1]" in the body.

So pages, PDF and plain text print the footnotes of a consolidated text (Pháp lệnh 01/2012/UBTVQH13, Điều 13–17).
"""

import re
from functools import cache

from vanban.model import Note
from vanban.orthography import fold
from vanban.rules import Rules

# Some pages double the brackets, run the first note into the line before it (the signature), or its words into it.
_FIRST = re.compile(r"(?<=\s)\[{1,2}1\]{1,2}(?=\s)|(?<=\n)\[{1,2}1\]{1,2}(?=[^\W\d_])")
_LINE = re.compile(r"^\[{1,2}(\d{1,4})\]{1,2}", re.MULTILINE)
_MARK = re.compile(r"\[{1,2}(\d{1,4})\]{1,2}")


@cache
def _following(rules: Rules) -> re.Pattern[str]:
    """The lines, over a fold, that may follow the notes: an appendix, a form, an attached or another document."""
    marks = [row.pattern for row in rules.level_markers if row.style in ("appendix", "form")]
    marks += [row.pattern for row in rules.frame_markers if row.kind == "attached"]
    types = "|".join(fold(row.name) for row in rules.document_types)
    return re.compile(rf"\n(?:{'|'.join(marks)}|(?:{types})[ \t]*(?=\n|$))")


def _end_of_notes(content: str, last: int, rules: Rules) -> int:
    """Where the last note, which begins at `last`, ends: before a heading in capitals, or a line that begins with the
    word for an appendix.
    """
    for heading in _following(rules).finditer(fold(content), last):
        words = content[heading.start() + 1 : heading.end()]
        if words.isupper() or words.startswith("Phụ lục"):
            return heading.start()
    return len(content)


def bracket_notes(content: str, rules: Rules) -> tuple[Note, ...]:
    """The notes of a text, in order; () unless they are numbered from 1 without a gap and each is marked above them."""
    if "[" not in content or content.count("[1]") < 2:  # a mark and its note
        return ()
    first = max((found.start() for found in _FIRST.finditer(content)), default=-1)
    if first < 0:
        return ()
    numbers, starts = ["1"], [first]
    for line in _LINE.finditer(content, first + 1):
        if int(line[1]) == len(numbers) + 1:  # a number that is out of turn is quoted in a note
            numbers.append(line[1])
            starts.append(line.start())
    marks: dict[str, int] = {}
    for mark in _MARK.finditer(content, 0, first):
        marks.setdefault(mark[1], mark.start())
    if any(number not in marks for number in numbers):
        return ()
    ends = [*starts[1:], _end_of_notes(content, starts[-1], rules)]
    return tuple(
        Note(marks[number], start, len(content[:end].rstrip()), number)
        for number, start, end in zip(numbers, starts, ends, strict=True)
    )
