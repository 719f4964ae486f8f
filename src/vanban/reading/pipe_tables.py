"""Tables as Markdown writes them ("| a | b |" with a line of dashes below): their cells as lines.

The header and the signature block of a document are often set as a table of two columns; a reader takes the left column
first, then the right one. Every other table is read row by row.
"""

import re

from vanban.orthography import fold

_TABLE = re.compile(
    r"^\|.*\|[ \t]*\n"  # its first row
    r"\|[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|[ \t]*"  # the line of dashes
    r"(?:\n\|.*\|[ \t]*)*$",  # its other rows
    re.MULTILINE,
)
_LAYOUT = re.compile(r"doc lap ?- ?tu do|dang cong san viet nam|noi nhan ?:")
_BAR = re.compile(r"(?<!\\)\|")


def open_pipe_tables(content: str) -> str:
    """The content with each cell of such a table as a paragraph of its own."""
    return _TABLE.sub(_opened, content) if "|-" in content or "| -" in content or "|:" in content else content


def _opened(match: re.Match[str]) -> str:
    first, _, *others = match[0].split("\n")
    rows = [[cell.strip() for cell in _BAR.split(row.strip())[1:-1]] for row in (first, *others)]
    width = len(rows[0])
    if width == 2 and _LAYOUT.search(fold(match[0])):
        cells = [row[column] for column in range(width) for row in rows if column < len(row)]
    else:
        cells = [cell for row in rows for cell in row]
    return "\n" + "\n\n".join(cell.replace("<br>", "\n\n") for cell in cells if cell) + "\n"
