"""HTML -> draft: the document's own lines, its data tables and footnotes. Nothing is fetched, no script is run."""

import re
from itertools import accumulate

import msgspec

from vanban.model import Note
from vanban.model.errors import SourceError
from vanban.reading.draft import Draft
from vanban.reading.encoding import decode_html
from vanban.reading.html_blocks import Page, blocks_of
from vanban.reading.html_body import Body, find_body
from vanban.reading.lines import Line, assemble
from vanban.reading.page_chrome import leave_out_head, leave_out_tail
from vanban.rules import Rules

# A parser's work grows with the square of the depth of open elements; no page has been seen deeper than 300.
_MANY, _DEEPEST = 40_000, 15_000
_OPENING = re.compile(r"<(?:div|span|font|b|i|u|table|section|em|strong|blockquote|ul|ol)\b", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:div|span|font|b|i|u|table|section|em|strong|blockquote|ul|ol)\b", re.IGNORECASE)


def _unclosed(html: str) -> int:
    return sum(1 for _ in _OPENING.finditer(html)) - sum(1 for _ in _CLOSING.finditer(html))


def read_html(data: bytes, name: str, rules: Rules) -> Draft:
    """The draft of a page: one block a line. Raises SourceError `no-document` where the page shows no text."""
    html = decode_html(data, name)
    if html.count("<") > _MANY and _unclosed(html) > _DEEPEST:
        raise SourceError("not-a-document", name=name)
    page = blocks_of(html)
    body = find_body(page, rules)
    if body.signs == 0:
        raise SourceError("no-document", name=name)
    cells = _cells(page, body)
    lines = [
        Line(block.words, None, index, *cells.get(index, (None, None)))
        for index, block in enumerate(page.blocks[body.first : body.last])
    ]
    draft = assemble(lines, page.grids, body.first)
    notes = _notes(page, body, [0, *accumulate(len(line.words) + 1 for line in lines)])
    return leave_out_head(leave_out_tail(msgspec.structs.replace(draft, notes=notes), rules), rules)


def _cells(page: Page, body: Body) -> dict[int, tuple[int, int]]:
    """Row and column of the blocks that stand in a table (the innermost one)."""
    found: dict[int, tuple[int, int]] = {}
    for grid in page.grids:
        for row, cells in enumerate(grid.rows):
            for column, cell in enumerate(cells):
                for block in range(max(cell.first, body.first), min(cell.last, body.last)):
                    found[block - body.first] = (row, column)
    return found


def _notes(page: Page, body: Body, starts: list[int]) -> tuple[Note, ...]:
    """Footnotes as Word writes them: a sign that links to `_ftn1`, a note whose sign links back to `_ftnref1`."""
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
