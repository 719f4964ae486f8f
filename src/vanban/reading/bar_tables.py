"""Tables as converters leave them in a saved page: every bar on a line of its own.

A row of n cells is n + 1 bars, and between two rows two bars stand together, so a row is a run of cells up to such a
place. Rows of one width make a table. Where a cell is empty or merged the run has another length and the table ends
there: what is told as a table is sure, the other words are lines all the same.
"""

import re
from itertools import pairwise

from vanban.model import Table
from vanban.orthography import fold

_BAR = re.compile(r"^[ \t]*\|[ \t]*$", re.MULTILINE)
_LAYOUT = re.compile(r"chu nghia viet nam|dang cong san|noi nhan ?:|doc lap ?- ?tu do")
_UNIT = re.compile(r"^[^\w\n]*(?:Điều \d+[a-z]?[.:]|Chương [IVX]+\W*$|QUYẾT ĐỊNH|NGHỊ QUYẾT)", re.MULTILINE)
_FEWEST_ROWS = 3
_LONGEST_CELL = 2500

Cell = tuple[int, int]


def bar_tables(content: str) -> list[Table]:
    """The tables of data among the lines, with the span of each cell (without the blanks around its words)."""
    found: list[Table] = []
    rows: list[tuple[Cell, ...]] = []
    for run in [*_runs(content), []]:
        width = len(rows[0]) if rows else 0
        if rows and len(run) >= width and not any(_is_text(content[a:b]) for a, b in run[:width]):
            rows.append(tuple(run[:width]))
            if len(run) == width:
                continue
            run = []  # words follow the last row; what comes after them is not sure
        if len(rows) >= _FEWEST_ROWS and not _LAYOUT.search(fold(content[rows[0][0][0] : rows[-1][-1][1]])):
            found.append(Table(rows[0][0][0], rows[-1][-1][1], tuple(rows)))
        rows = [tuple(run)] if len(run) >= 2 and not any(_is_text(content[a:b]) for a, b in run) else []
    return found


def _runs(content: str) -> list[list[Cell]]:
    """The cells between bars, in runs that end where two bars stand together."""
    bars = [match.span() for match in _BAR.finditer(content)]
    runs: list[list[Cell]] = [[]]
    for (_, end), (start, _) in pairwise(bars):
        words = content[end:start]
        if words.strip():
            begin = end + len(words) - len(words.lstrip())
            runs[-1].append((begin, begin + len(words.strip())))
        else:
            runs.append([])
    return runs


def _is_text(cell: str) -> bool:
    """Whether what should be a cell is the document's own text between two tables."""
    return len(cell) > _LONGEST_CELL or cell.endswith("như sau:") or _UNIT.search(cell) is not None
