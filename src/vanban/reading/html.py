"""HTML -> draft: the document's own lines, its data tables and footnotes. Nothing is fetched, no script is run."""

import re

from vanban.model import Note, Place, Table
from vanban.model.errors import SourceError
from vanban.orthography import fold
from vanban.reading.draft import Draft
from vanban.reading.encoding import decode_html
from vanban.reading.html_blocks import Cell, Grid, Page, blocks_of
from vanban.reading.html_body import Body, find_body
from vanban.reading.page_chrome import leave_out_chrome
from vanban.rules import Rules

_LAYOUT = re.compile(r"chu nghia viet nam|dang cong san viet nam|noi nhan|doc lap ?- ?tu do|socialist republic")


def read_html(data: bytes, name: str, rules: Rules) -> Draft:
    """The draft of a page: one block a line. Raises SourceError `no-document` where the page shows no text."""
    page = blocks_of(decode_html(data, name))
    body = find_body(page, rules)
    if body.signs == 0:
        raise SourceError("no-document", name=name)
    starts = [0]
    for block in page.blocks[body.first : body.last]:
        starts.append(starts[-1] + len(block.words) + 1)
    content = "\n".join(block.words for block in page.blocks[body.first : body.last])
    cells = _cells(page, body)
    draft = Draft(
        content=content,
        places=tuple(Place(starts[i], None, i, *cells.get(i, (None, None))) for i in range(body.last - body.first)),
        tables=tuple(table for grid in page.grids if (table := _table(grid, page, body, starts, content)) is not None),
        notes=_notes(page, body, starts),
    )
    return leave_out_chrome(draft, rules)


def _cells(page: Page, body: Body) -> dict[int, tuple[int, int]]:
    """Row and column of the blocks that stand in a table (the innermost one)."""
    found: dict[int, tuple[int, int]] = {}
    for grid in page.grids:
        for row, cells in enumerate(grid.rows):
            for column, cell in enumerate(cells):
                for block in range(max(cell.first, body.first), min(cell.last, body.last)):
                    found[block - body.first] = (row, column)
    return found


def _table(grid: Grid, page: Page, body: Body, starts: list[int], content: str) -> Table | None:
    """The grid as a table of data; None where it is layout: around other tables, or holding header or signature."""
    rows = [row for row in grid.rows if row]
    if grid.nested or grid.first < body.first or grid.last > body.last or grid.first == grid.last:
        return None
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    start, end = starts[grid.first - body.first], starts[grid.last - body.first] - 1
    if _LAYOUT.search(fold(content[start : min(end, start + 2000)])):
        return None
    return Table(start, end, tuple(tuple(_span(cell, body, starts, end) for cell in row) for row in rows))


def _span(cell: Cell, body: Body, starts: list[int], end: int) -> tuple[int, int]:
    """The characters of a cell; an empty one stands where its words would."""
    start = min(starts[cell.first - body.first], end)
    return start, (starts[cell.last - body.first] - 1 if cell.last > cell.first else start)


def _notes(page: Page, body: Body, starts: list[int]) -> tuple[Note, ...]:
    """Footnotes as Word writes them: a sign that links to `_ftn1`, and a note whose own sign links back to `_ftnref1`."""
    inside = [anchor for anchor in page.anchors if body.first <= anchor.block < body.last]
    notes = {a.target.replace("ref", ""): a for a in inside if "ref" in a.target}
    found = []
    blocks = sorted({a.block for a in notes.values()})
    for sign in (a for a in inside if "ref" not in a.target):
        note = notes.get(sign.target)
        if note is None:
            continue
        following = next((b for b in blocks if b > note.block), body.last)
        mark = starts[sign.block - body.first] + sign.at
        found.append(
            Note(mark, starts[note.block - body.first], starts[following - body.first] - 1, sign.words.strip("[]() "))
        )
    return tuple(found)
