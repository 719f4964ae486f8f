"""The lines of a PDF page in the order in which they are read: tables by cell, two-column headers by column."""

import re
from collections.abc import Sequence

import msgspec

from vanban.orthography import fold
from vanban.reading.pdf_characters import PdfPage
from vanban.reading.pdf_lines import Segment, segments_of
from vanban.reading.pdf_tables import Frame, frames_of

_SIDE_BY_SIDE = re.compile(
    r"cong hoa xa hoi chu nghia|dang cong san viet nam|doc lap ?- ?tu do|socialist republic|^noi nhan ?:|^so ?:? ?\S*/"
)
_RECIPIENTS = re.compile(r"noi nhan ?:")
_BELOW_HEADER = re.compile(r"\s*kinh gui\s*:")  # the addressees of a letter, wherever they are indented


class Printed(msgspec.Struct):
    """One line as printed. `part` tells apart what no paragraph may cross: cells, columns, the body (0), notes (-1).

    A line of a table stands in cell `column` of its row, which has `cells`.
    """

    words: str
    page: int
    left: float
    right: float
    y: float
    height: float
    part: int = 0
    table: int | None = None
    row: int | None = None
    column: int | None = None
    cells: int = 0


class Layout(msgspec.Struct):
    """The printed lines of one page in reading order; `tables` counts the framed tables met so far.

    `edges` are those of the columns of the page's tables, by the number of the table.
    """

    lines: list[Printed]
    tables: int
    parts: int
    edges: dict[int, list[float]]


def lay_out(page: PdfPage, tables: int, parts: int) -> Layout:
    """The page's lines in reading order; `tables` and `parts` are where the counting goes on from earlier pages."""
    frames, outside = frames_of(page)
    rows = segments_of(outside)
    layout = Layout([], tables, parts, {})
    pending = sorted(frames, key=lambda frame: -frame.top)
    index = 0
    while index < len(rows):
        while pending and pending[0].top > rows[index][0].y:
            _add_frame(layout, pending.pop(0), page.number)
        end, gutter = _side_by_side(rows, index, page.width)
        below = pending[0].top if pending else float("-inf")
        end = next((i for i in range(index, end) if rows[i][0].y < below), end)
        if gutter is not None and end > index:
            _add_columns(layout, rows[index:end], gutter, page.number)
            index = end
        else:
            layout.lines.append(_printed(rows[index], page.number))
            index += 1
    for frame in pending:
        _add_frame(layout, frame, page.number)
    return layout


def _printed(row: Sequence[Segment], page: int, part: int = 0) -> Printed:
    words = " ".join(segment.words for segment in row)
    height = max(segment.height for segment in row)
    return Printed(words, page, row[0].left, row[-1].right, row[0].y, height, part)


def _add_frame(layout: Layout, frame: Frame, page: int) -> None:
    for row, cells in enumerate(frame.rows):
        for column, characters in enumerate(cells):
            layout.parts += 1
            for segments in segments_of(characters):
                line = _printed(segments, page, layout.parts)
                line.table, line.row, line.column, line.cells = layout.tables, row, column, len(cells)
                layout.lines.append(line)
    layout.edges[layout.tables] = frame.edges
    layout.tables += 1


def _add_columns(layout: Layout, rows: Sequence[Sequence[Segment]], gutter: float, page: int) -> None:
    for side in (True, False):
        layout.parts += 1
        for row in rows:
            segments = [segment for segment in row if (segment.left < gutter) == side]
            if segments:
                layout.lines.append(_printed(segments, page, layout.parts))


def _side_by_side(rows: Sequence[Sequence[Segment]], index: int, width: float) -> tuple[int, float | None]:
    """The end of the block of two columns that begins at `index` and the place between them; None: none begins.

    The lines of two columns seldom stand at one height: a block is what leaves a white gap between words on both sides.
    """
    white = [(0.0, width)]
    gaps: list[tuple[float, float]] = []
    known = False
    end = index
    while end < len(rows) and end - index < 45:
        row = rows[end]
        if end > index and (rows[end - 1][0].y - row[0].y > 8 * row[0].height or _is_centred(row, width)):
            break
        if len(row) == 1 and _BELOW_HEADER.match(fold(row[0].words)):
            break
        if _RECIPIENTS.match(fold(row[0].words)) and any(line[0].left < 0.4 * width for line in rows[index:end]):
            break  # the last words of the body stand above the recipients
        left = _still_white(white, row)
        inner = _between(left, rows[index : end + 1])
        if (gaps and not inner) or (not inner and not known and end - index >= 3):
            break
        white, gaps = left, inner
        known = known or any(_SIDE_BY_SIDE.search(fold(segment.words)) for segment in row)
        end += 1
    if not known or not gaps:
        return index, None
    a, b = max(gaps, key=lambda gap: gap[1] - gap[0])
    return end, (a + b) / 2


def _between(white: Sequence[tuple[float, float]], rows: Sequence[Sequence[Segment]]) -> list[tuple[float, float]]:
    """The white gaps that have words on both sides."""
    first, last = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    return [(a, b) for a, b in white if first < a and b < last]


def _still_white(gaps: Sequence[tuple[float, float]], row: Sequence[Segment]) -> list[tuple[float, float]]:
    """What a line leaves of the white gaps above it."""
    edges = [0.0, *(edge for segment in row for edge in (segment.left, segment.right)), 1e6]
    free = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    cut = [(max(a, c), min(b, d)) for a, b in gaps for c, d in free]
    return [(left, right) for left, right in cut if right - left > 4]


def _is_centred(row: Sequence[Segment], width: float) -> bool:
    """Whether a line stands in the middle of the page: a title, which ends a header of two columns."""
    return len(row) == 1 and abs(row[0].left + row[0].right - width) / 2 < 0.05 * width
