"""Lines and grids: what every format reader hands over, and how they become one draft."""

import re
from collections.abc import Sequence

import msgspec

from vanban.model import Place, Table
from vanban.orthography import fold
from vanban.reading.draft import Draft

_LAYOUT = re.compile(r"chu nghia viet nam|dang cong san viet nam|noi nhan|doc lap ?- ?tu do|socialist republic")


class Line(msgspec.Struct):
    """One paragraph, or one line of it where the source breaks it, and where in the source it stands."""

    words: str
    page: int | None = None
    paragraph: int | None = None
    row: int | None = None
    column: int | None = None


class Cell(msgspec.Struct):
    """A table cell that holds the lines `first:last`."""

    first: int
    last: int


class Grid(msgspec.Struct):
    """A table: the lines it holds and its cells, row by row. `nested`: it holds another table (so it is layout)."""

    first: int
    last: int
    rows: list[list[Cell]]
    nested: bool = False


def assemble(lines: Sequence[Line], grids: Sequence[Grid], first: int = 0) -> Draft:
    """The draft that holds `lines`, one a line, with a `Table` for every grid that is data.

    The indices in `grids` count from `first` at `lines[0]`; a grid that reaches outside is left out.
    """
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.words) + 1)
    content = "\n".join(line.words for line in lines)
    places = tuple(
        Place(start, line.page, line.paragraph, line.row, line.column)
        for start, line in zip(starts, lines, strict=False)
    )
    tables = (_table(grid, starts, content, first) for grid in grids)
    return Draft(content=content, places=places, tables=tuple(table for table in tables if table is not None))


def _table(grid: Grid, starts: list[int], content: str, first: int) -> Table | None:
    """The grid as a table of data; None where it is layout: around other tables, or holding header or signature."""
    rows = [row for row in grid.rows if row]
    if grid.nested or not first <= grid.first < grid.last <= first + len(starts) - 1:
        return None
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    start, end = starts[grid.first - first], starts[grid.last - first] - 1
    if _LAYOUT.search(fold(content[start : min(end, start + 2000)])):
        return None
    return Table(start, end, tuple(tuple(_span(cell, starts, end, first) for cell in row) for row in rows))


def _span(cell: Cell, starts: list[int], end: int, first: int) -> tuple[int, int]:
    """The characters of a cell; an empty one stands where its words would."""
    start = min(starts[cell.first - first], end)
    return start, (starts[cell.last - first] - 1 if cell.last > cell.first else start)
