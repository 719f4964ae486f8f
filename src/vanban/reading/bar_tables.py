"""Tables as converters leave them in a saved page: every bar on a line of its own.

A row of n cells is n + 1 bars, and between two rows two bars stand together, so a row is a run of cells up to such a
place. Rows of one width make a table. An empty cell puts two bars together, too: once the width is known from the
first row, n places and then a gap are a row, whichever of them are empty, and a shorter run is a merged row (the title
of a group) where a whole row follows it. Anything else ends the table: what is told as a table is sure, the other words
are lines all the same.
"""

import re
from itertools import pairwise

from vanban.model import Table
from vanban.orthography import fold

_BAR = re.compile(r"^[ \t]*\|[ \t]*$", re.MULTILINE)
_LAYOUT = re.compile(r"chu nghia viet nam|dang cong san|noi nhan ?:|doc lap ?- ?tu do")
_UNIT = re.compile(r"^[^\w\n]*(?:Điều \d+[a-z]?[.:]|Chương [IVX]+\W*$|QUYẾT ĐỊNH|NGHỊ QUYẾT)", re.MULTILINE)
_FEWEST_ROWS = 3
_WIDEST = 24
_LONGEST_CELL = 2500

Cell = tuple[int, int]


def bar_tables(content: str) -> list[Table]:
    """The tables of data among the lines, with the span of each cell (without the blanks around its words)."""
    found: list[Table] = []
    places = _places(content)
    at = 0
    while at < len(places):
        run = _run(content, places, at)
        # The words before a table stand between bars, too: its first row is an end of the run, the one that fits
        # furthest.
        tried = [_rows(content, places, at + run - width, width) for width in range(min(run, _WIDEST), 1, -1)]
        fitting = [each for each in tried if sum(len(row) == len(each[0][0]) for row in each[0]) >= _FEWEST_ROWS]
        if not fitting:
            at += max(1, run)
            continue
        rows, at = max(fitting, key=lambda each: (sum(map(len, each[0])), len(each[0][0])))
        if not _LAYOUT.search(fold(content[rows[0][0][0] : rows[-1][-1][1]])):
            found.append(Table(rows[0][0][0], rows[-1][-1][1], tuple(rows)))
    return found


def _places(content: str) -> list[Cell]:
    """What stands between each bar and the next; an empty span where nothing does."""
    found: list[Cell] = []
    for (_, end), (start, _) in pairwise(match.span() for match in _BAR.finditer(content)):
        words = content[end:start]
        begin = end + len(words) - len(words.lstrip()) if words.strip() else end
        found.append((begin, begin + len(words.strip())))
    return found


def _rows(content: str, places: list[Cell], at: int, width: int) -> tuple[list[tuple[Cell, ...]], int]:
    """The rows of the table whose first row is the `width` places from here on, and where to look on after it."""
    rows = [tuple(places[at : at + width])]
    at += width
    while at < len(places) and _empty(places[at]):
        row = _whole(content, places, at + 1, width)
        if row is None:
            merged = _run(content, places, at + 1)
            if not 0 < merged < width or _whole(content, places, at + 2 + merged, width) is None:
                break
            row = tuple(places[at + 1 : at + 1 + merged])
        rows.append(row)
        at += 1 + len(row)
    while at < len(places) and not _empty(places[at]):
        at += 1  # words follow the last row; what comes after them is not sure
    return rows, at


def _run(content: str, places: list[Cell], at: int) -> int:
    """How many cells with words stand from here to the next gap."""
    end = at
    while end < len(places) and not _empty(places[end]) and not _is_text(content[slice(*places[end])]):
        end += 1
    return end - at


def _whole(content: str, places: list[Cell], at: int, width: int) -> tuple[Cell, ...] | None:
    """The row of `width` places from here on, its first one not empty; where some are, a gap must prove its end."""
    row = tuple(places[at : at + width])
    if len(row) < width or _empty(row[0]) or any(_is_text(content[start:end]) for start, end in row):
        return None
    proved = at + width == len(places) or _empty(places[at + width])
    return row if proved or not any(map(_empty, row)) else None


def _empty(place: Cell) -> bool:
    return place[0] == place[1]


def _is_text(cell: str) -> bool:
    """Whether what should be a cell is the document's own text between two tables."""
    return len(cell) > _LONGEST_CELL or cell.endswith("như sau:") or _UNIT.search(cell) is not None
