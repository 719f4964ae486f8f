"""Tables as Markdown writes them ("| a | b |" with a line of dashes below): their cells as lines.

The header and the signature block of a document are often set as a table of two columns; a reader takes the left column
first, then the right one. Every other table is read row by row, and kept as a table.
"""

import re

from vanban.model import Table
from vanban.orthography import fold

_TABLE = re.compile(
    r"^\|.*\|[ \t]*\n"  # its first row
    r"\|[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|[ \t]*"  # the line of dashes
    r"(?:\n\|.*\|[ \t]*)*$",  # its other rows
    re.MULTILINE,
)
_LAYOUT = re.compile(r"doc lap ?- ?tu do|dang cong san viet nam|noi nhan ?:")
_BAR = re.compile(r"(?<!\\)\|")


def open_pipe_tables(content: str) -> tuple[str, list[Table]]:
    """The content with each cell of such a table as a paragraph of its own, and where the tables of data stand."""
    tables: list[Table] = []
    if not any(dashes in content for dashes in ("|-", "| -", "|:", "| :")):
        return content, tables
    pieces: list[str] = []
    length = done = 0
    for match in _TABLE.finditer(content):
        before = content[done : match.start()] + "\n"
        first, _, *others = match[0].split("\n")
        rows = [
            [cell.strip().replace("<br>", "\n\n") for cell in _BAR.split(row.strip())[1:-1]] for row in (first, *others)
        ]
        length += len(before)
        pieces.append(before)
        if len(rows[0]) == 2 and _LAYOUT.search(fold(match[0])):
            text = "\n\n".join(row[column] for column in (0, 1) for row in rows if column < len(row) and row[column])
        else:
            text, spans = _row_by_row(rows, length)
            tables.append(Table(length, length + len(text), spans))
        pieces += (text, "\n")
        length += len(text) + 1
        done = match.end()
    pieces.append(content[done:])
    return "".join(pieces), tables


def _row_by_row(rows: list[list[str]], start: int) -> tuple[str, tuple[tuple[tuple[int, int], ...], ...]]:
    """The cells as paragraphs, and the span of each from `start` on; an empty cell has no paragraph and no width."""
    text = ""
    spans = []
    for row in rows:
        cells = []
        for cell in row:
            if cell and text:
                text += "\n\n"
            cells.append((start + len(text), start + len(text) + len(cell)))
            text += cell
        spans.append(tuple(cells))
    return text, tuple(spans)
