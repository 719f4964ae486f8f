"""Framed tables that go on over the pages of a PDF: one table, its repeated head told once, divided rows made whole."""

from collections.abc import Mapping, Sequence
from itertools import groupby, takewhile

import msgspec

from vanban.reading.pdf_layout import Printed

_NEAR = 3.0  # points: the columns of the pieces seldom stand exactly below each other
_HEAD = 5  # rows that the head of a table has at most


class Continued(msgspec.Struct):
    """The tables met so far, for the next page: the edges of the columns of each, by its number.

    `first_rows` are the words of the first rows of the table that was met last.
    """

    edges: Mapping[int, Sequence[float]]
    first_rows: list[tuple[str, ...]]

    def take(self, kept: Sequence[Printed], page: list[Printed]) -> int:
        """Tie the table at the head of `page` to the one at the end of `kept`, where it goes on.

        Its lines take the number of that table, and rows counted on; cells of a row that the page divides take the
        part of their first half. Returns how many lines at the head of the page only repeat the head of the table.
        """
        repeated = 0
        if kept and page and self._goes_on(kept[-1].table, page[0].table):
            repeated = self._tie(kept, page)
        self._remember(kept, page[repeated:])
        return repeated

    def _goes_on(self, above: int | None, below: int | None) -> bool:
        """Whether two pieces stand in the same columns, those of one among those of the other."""
        if above is None or below is None:
            return False
        few, many = sorted((self.edges[above], self.edges[below]), key=len)
        among = all(any(abs(edge - other) <= _NEAR for other in many) for edge in few)
        return len(few) > 2 and among and abs(few[0] - many[0]) <= _NEAR and abs(few[-1] - many[-1]) <= _NEAR

    def _tie(self, kept: Sequence[Printed], page: Sequence[Printed]) -> int:
        piece = [line for line in page if line.table == page[0].table]
        rows = _rows(piece)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(rows, self.first_rows, strict=False)))
        head = same if same < len(rows) and same < len(self.first_rows) else 0
        repeated = sum(1 for line in piece if (line.row or 0) < head)
        above = _lately(kept)
        divided = _divided(above, piece[repeated])
        offset = (kept[-1].row or 0) + (0 if divided else 1) - (piece[repeated].row or 0)
        halves = {line.column: line.part for line in above if line.row == kept[-1].row}
        for line in piece:
            line.table, line.row = kept[-1].table, (line.row or 0) + offset
            if divided and line.row == kept[-1].row:
                line.part = halves.get(line.column, line.part)
        return repeated

    def _remember(self, kept: Sequence[Printed], page: Sequence[Printed]) -> None:
        """Keep the words of the first rows of the table that ends the page: one more than a head can have."""
        if not page or page[-1].table is None:
            self.first_rows = []
            return
        goes_on = bool(kept) and kept[-1].table == page[-1].table
        rows = _rows([line for line in page if line.table == page[-1].table])
        self.first_rows = [*(self.first_rows if goes_on else ()), *rows][: _HEAD + 1]


def in_cells(lines: Sequence[Printed]) -> list[int]:
    """The order in which lines are read where a page divides rows: each cell whole. Indices of `lines`."""
    order = list(range(len(lines)))
    found: list[int] = []
    for table, members in groupby(order, key=lambda index: lines[index].table):
        run = list(members)
        if table is not None:
            run.sort(key=lambda index: (lines[index].row or 0, lines[index].column or 0))
        found += run
    return found


def _rows(lines: Sequence[Printed]) -> list[tuple[str, ...]]:
    """The words of each row, cell by cell."""
    return [
        tuple(" ".join(line.words for line in cell) for _, cell in groupby(row, key=lambda line: line.column))
        for _, row in groupby(lines, key=lambda line: line.row)
    ]


def _lately(kept: Sequence[Printed]) -> list[Printed]:
    """The lines of the table at the end of `kept` on its last two pages: no row is longer."""
    last = kept[-1]
    return list(takewhile(lambda line: line.table == last.table and line.page >= last.page - 1, reversed(kept)))


def _divided(above: Sequence[Printed], first: Printed) -> bool:
    """Whether a page begins with the other half of the row above: most rows have a first cell, this one has none."""
    rows = {line.row for line in above}
    numbered = {line.row for line in above if line.column == 0}
    return first.column != 0 and above[0].row in numbered and 2 * len(numbered) > len(rows)
