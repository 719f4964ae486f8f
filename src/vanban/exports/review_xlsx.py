"""The statutory lists as XLSX: one sheet a form, one line a row, ready to sort and filter."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from vanban.exports.review_sheets import Sheet

_BOLD = Font(name="Times New Roman", size=12, bold=True)
_PLAIN = Font(name="Times New Roman", size=12)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_A4 = 9  # ECMA-376, part 1, 18.3.1.63
_CHARACTERS_A_CM = 4.9
_LONGEST = 32_767  # what a cell of the format can hold


def write_xlsx(sheet: Sheet, path: Path, places: dict[str, str] | None = None) -> None:
    """One form as an XLSX. `places` tells in which file the text behind a link stands (by its name)."""
    book = Workbook(write_only=True)
    page: Any = book.create_sheet(sheet.number or sheet.id)
    for at, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(at)].width = column.width * _CHARACTERS_A_CM
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    head, plain = _look(page, _BOLD), _look(page, _PLAIN, _WRAPPED)
    for line in (*sheet.cover, sheet.number, sheet.over, *sheet.titles):
        if line:
            page.append([_cell(page, line, head)])
    linked = next((at for at, column in enumerate(sheet.columns) if column.shows == "symbol-link"), None)
    wrapped = _look(page, _BOLD, _WRAPPED)
    for table in sheet.tables:
        page.append([])
        if table.heading:
            page.append([_cell(page, table.heading, head)])
        page.append([_cell(page, column.head, wrapped) for column in sheet.columns])
        for row in table.lines:
            cells = [_cell(page, words, plain if row.kind == "row" else head) for words in row.cells]
            file = (places or {}).get(row.link)
            if linked is not None and file and row.kind == "row":
                cells[linked].hyperlink = f"{file}#{row.link}"
            page.append(cells)
    for note in sheet.notes:
        page.append([_cell(page, note, plain)])
    book.save(path)


def _look(page: Any, font: Font, alignment: Alignment | None = None) -> Any:
    """A look to share: giving each cell its own font costs four times the writing."""
    cell: Any = WriteOnlyCell(page)
    cell.font = font
    if alignment is not None:
        cell.alignment = alignment
    return cell._style


def _cell(page: Any, words: str, look: Any) -> Any:
    """A cell of text: never a formula, whatever the words begin with."""
    cell: Any = WriteOnlyCell(page)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)[:_LONGEST]
    cell.data_type = "s"
    cell._style = look
    return cell
