"""Notes of texts that have no notes of their own format: lines "[1] …" at the end, and marks "[1]" in the body.

So pages, PDF and plain text print the footnotes of a consolidated text (Pháp lệnh 01/2012/UBTVQH13, Điều 13–17).
"""

import re

from vanban.model import Note

# Some pages double the brackets, and run the first note into the line before it (the signature).
_FIRST = re.compile(r"(?<=\s)\[{1,2}1\]{1,2}(?=\s)")
_LINE = re.compile(r"^\[{1,2}(\d{1,4})\]{1,2}", re.MULTILINE)
_MARK = re.compile(r"\[{1,2}(\d{1,4})\]{1,2}")
# What may follow the notes of a document: an appendix with a heading of its own.
_ATTACHED = re.compile(r"^(?:PHỤ LỤC|Phụ lục|DANH MỤC|MẪU SỐ)\b", re.MULTILINE)


def bracket_notes(content: str) -> tuple[Note, ...]:
    """The notes of a text, in order; () unless they are numbered from 1 without a gap and each is marked above them."""
    if content.count("[1]") < 2:  # a mark and its note
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
    last = _ATTACHED.search(content, starts[-1])
    ends = [*starts[1:], last.start() if last else len(content)]
    return tuple(
        Note(marks[number], start, len(content[:end].rstrip()), number)
        for number, start, end in zip(numbers, starts, ends, strict=True)
    )
