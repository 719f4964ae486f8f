"""PDF -> draft: born-digital pages by the places of their characters; a page without text is told."""

from collections.abc import Sequence

import msgspec

from vanban.model import Finding, Repair
from vanban.model.errors import SourceError
from vanban.reading.draft import Draft, Edit, apply
from vanban.reading.lines import Cell, Grid, Line, assemble
from vanban.reading.pdf_characters import pages_of
from vanban.reading.pdf_continued import Continued, in_cells
from vanban.reading.pdf_furniture import Furniture, furniture_of
from vanban.reading.pdf_layout import Printed, lay_out
from vanban.reading.pdf_notes import notes_last
from vanban.reading.pdf_paragraphs import joins
from vanban.rules import Rules

_FEW = 20  # letters: a pictured page with fewer is a scan with a page number or a stamp


def read_pdf(data: bytes, name: str, rules: Rules) -> Draft:
    """The draft of a PDF. Raises SourceError `not-read` where no page has a text layer (a scan, a signature stamp)."""
    pages: list[list[Printed]] = []
    heights: list[float] = []
    pictured: list[float] = []
    edges: dict[int, list[float]] = {}
    tables = parts = 0
    for page in pages_of(data, name):
        layout = lay_out(page, tables, parts)
        tables, parts = layout.tables, layout.parts
        edges |= layout.edges
        pages.append(layout.lines)
        heights.append(page.height)
        pictured.append(page.pictured)
    furniture = furniture_of(pages, heights, rules)
    unread = [n for n, page in enumerate(pages) if _is_unread(page, furniture[n], pictured[n])]
    if len(unread) == len(pages):
        raise SourceError("not-read", name=name, pages=_ranges(unread))
    kept: list[Printed] = []
    removed: list[tuple[int, str, str]] = []
    continued = Continued(edges, [])
    for page_lines, things in zip(pages, furniture, strict=True):
        kinds = {thing.index: thing.kind for thing in things}
        own = [line for index, line in enumerate(page_lines) if index not in kinds]
        repeated = continued.take(kept, own)
        kinds |= dict.fromkeys([i for i in range(len(page_lines)) if i not in kinds][:repeated], "table-head")
        for index, line in enumerate(page_lines):
            if index in kinds:
                removed.append((len(kept), kinds[index], line.words))
            else:
                kept.append(line)
    draft = _draft(kept, removed, rules)
    if not unread:
        return draft
    finding = Finding("pages-not-read", "error", details={"pages": _ranges(unread)})
    return msgspec.structs.replace(
        draft, complete=False, unread=tuple(str(n + 1) for n in unread), findings=(*draft.findings, finding)
    )


def _is_unread(lines: Sequence[Printed], things: Sequence[Furniture], pictured: float) -> bool:
    """Whether a page shows nothing but a picture, a page number or the stamp of a signature."""
    aside = {thing.index for thing in things}
    letters = sum(c.isalpha() for index, line in enumerate(lines) if index not in aside for c in line.words)
    return letters == 0 or (letters < _FEW and pictured > 0.4)


def _draft(lines: list[Printed], removed: Sequence[tuple[int, str, str]], rules: Rules) -> Draft:
    """The lines as one draft: grids, then paragraphs joined, the furniture told where it stood."""
    told_in, notes = notes_last(lines)
    order = in_cells(told_in)
    last = [told_in[index] for index in order]
    moved = {id(line): index for index, line in enumerate(last)}
    draft = assemble([Line(x.words, x.page, None, x.row, x.column) for x in last], _grids(last))
    starts = [place.start for place in draft.places]
    told = []
    for before, kind, words in removed:
        index = moved[id(lines[before])] if before < len(lines) else len(last)
        told.append(Repair(starts[index] if index < len(starts) else len(draft.content), 0, kind, words))
    printed = [starts[index] for index in _inverse(order)]
    draft = msgspec.structs.replace(
        draft, repairs=tuple(sorted(told, key=lambda repair: repair.at)), notes=notes(printed, len(draft.content))
    )
    glue = joins(last, rules)
    edits = [Edit(starts[i + 1] - 1, starts[i + 1], new) for i, new in enumerate(glue) if new is not None]
    joined = {starts[i + 1] for i, new in enumerate(glue) if new is not None and last[i].page == last[i + 1].page}
    places = tuple(place for place in draft.places if place.start not in joined)
    return apply(msgspec.structs.replace(draft, places=places), edits)


def _inverse(order: Sequence[int]) -> list[int]:
    """Where each of the things stands that were put in an order."""
    return sorted(range(len(order)), key=order.__getitem__)


def _grids(lines: Sequence[Printed]) -> list[Grid]:
    """The framed tables among the lines; a cell without words stands where the next one begins."""
    grids: dict[int, Grid] = {}
    for index, line in enumerate(lines):
        if line.table is None or line.row is None or line.column is None:
            continue
        grid = grids.setdefault(line.table, Grid(index, index, []))
        grid.last = index + 1
        while len(grid.rows) <= line.row:
            grid.rows.append([])
        cells = grid.rows[line.row]
        if index and cells and lines[index - 1].part == line.part:
            cells[-1].last = index + 1
        else:
            while len(cells) < line.column:
                cells.append(Cell(index, index))
            cells.append(Cell(index, index + 1))
        if index + 1 == len(lines) or (lines[index + 1].table, lines[index + 1].row) != (line.table, line.row):
            cells += (Cell(index + 1, index + 1) for _ in range(line.cells - len(cells)))
    return list(grids.values())


def _ranges(pages: Sequence[int]) -> str:
    """Page numbers as people write them: "1-3, 7"."""
    found: list[list[int]] = []
    for page in pages:
        if found and found[-1][1] == page - 1:
            found[-1][1] = page
        else:
            found.append([page, page])
    return ", ".join(f"{a + 1}" if a == b else f"{a + 1}-{b + 1}" for a, b in found)
