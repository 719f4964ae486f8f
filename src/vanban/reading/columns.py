"""Two columns that stand side by side in one line: the header and the signature block of laid-out text.

"ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" is two lines: those of the left column come first, then
those of the right one, as a reader of the page takes them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from vanban.orthography import fold
from vanban.reading.draft import Draft, Edit, apply

# Blanks to be filled in by hand ("Số:        /UBND", "ngày      tháng") are no gap between columns.
_GAP = re.compile(r"(?<=[^\s:])(?<!ngày)(?<!tháng)(?<!năm)(?<!Số)(?: {4,}|[ ]*\t\s*)(?=[^\s/])(?!tháng |năm )")
_LONGEST = 40  # lines of a header or signature block
_HEADER = re.compile(r"cong hoa xa hoi|dang cong san|doc lap ?-|, ngay |socialist republic")
_SIGNATURE = re.compile(r"\s*noi nhan ?:|\s*- nhu (?:tren|dieu)|\s*- luu")


def take_columns_apart(draft: Draft) -> Draft:
    """The draft with the lines of a two-column header or signature block taken apart, each told as one repair."""
    if not _GAP.search(draft.content):
        return draft
    lines = _lines(draft.content)
    known = [
        i for i, line in enumerate(fold(draft.content).split("\n")) if _HEADER.search(line) or _SIGNATURE.match(line)
    ]
    edits = []
    index = 0
    while index < len(lines):
        following = bisect_left(known, index)
        if following == len(known):
            break
        index = max(index, known[following] - _LONGEST)  # a block begins so near to a line that is known
        last = _block_end(draft, lines, index)
        if last > index:
            start, end = lines[index][0], lines[last - 1][1]
            was = draft.content[start:end]
            edits.append(Edit(start, end, _taken_apart(was.split("\n")), "columns"))
            index = last
        else:
            index += 1
    return apply(draft, edits)


def _lines(content: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in content.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _block_end(draft: Draft, lines: Sequence[tuple[int, int]], index: int) -> int:
    """The line after the block of two columns that begins at `index`; `index` itself where none begins there."""
    last = end = index
    middle: int | None = None
    known = blank = tabbed = False
    while last < len(lines) and last - index < _LONGEST:
        if _in_table(draft, lines[last][0]):
            break  # the cells of a table stand apart already
        line = draft.content[slice(*lines[last])]
        gap = _GAP.search(line)
        if gap is not None:
            middle = gap.end() if middle is None else middle
            tabbed = "\t" in gap.group()
        elif line.strip():
            if middle is None or not (line.startswith("\t") if tabbed else _beside(line, middle, blank)):
                break
        elif middle is None:
            break
        blank = not line.strip()
        last += 1
        if not blank:
            folded = fold(line)
            known = known or bool(_HEADER.search(folded) or _SIGNATURE.match(folded))
            end = last
    return end if known and middle is not None else index


def _beside(line: str, middle: int, after_blank: bool) -> bool:
    """Whether a line without gap belongs to one of two columns, the right of which begins near `middle`."""
    indent = len(line) - len(line.lstrip())
    if indent >= middle - 8:
        return True
    return len(line.rstrip()) < middle - 1 and (not after_blank or line.lstrip().startswith("-"))


def _in_table(draft: Draft, offset: int) -> bool:
    index = bisect_right(draft.places, offset, key=lambda place: place.start)
    return index > 0 and draft.places[index - 1].row is not None


def _taken_apart(lines: Sequence[str]) -> str:
    """The left column's lines, then the right column's; a line without gap belongs to the side where it stands."""
    middles = sorted(match.end() for line in lines if (match := _GAP.search(line)))
    middle = middles[len(middles) // 2]
    left, right = [], []
    for line in lines:
        gap = _GAP.search(line)
        if gap is not None:
            left.append(line[: gap.start()].strip())
            right.append(line[gap.end() :].strip())
        elif line.startswith("\t") or len(line) - len(line.lstrip()) > middle / 2:
            right.append(line.strip())
        else:
            left.append(line.strip())
    return "\n".join(line for line in (*left, *right) if line)
