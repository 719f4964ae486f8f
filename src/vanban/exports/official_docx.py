"""An official consolidated text as a DOCX: A4, the head in two columns, real footnotes, tables as tables.

Nghị định 30/2020/NĐ-CP, Phụ lục I: paper and margins (mục I.1), font (I.2), page number at the top from the second page
(I.4), head (II.1, II.2), title (II.5), signature (II.7). Pháp lệnh 01/2012/UBTVQH13, Điều 11–18.
"""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from vanban.exports.docx_footnotes import add_footnotes, mark
from vanban.exports.noted_lines import Grid, Paragraph
from vanban.exports.official_page import OfficialPage
from vanban.rules import Rules

_CENTRE, _BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def write_docx(page: OfficialPage, path: Path, rules: Rules) -> None:
    """Write the page to `path`."""
    document = Document()
    _sheet(document)
    add_footnotes(document, page.notes)
    _head(document, page)
    _line(document, page.caution, _CENTRE, italic=True)
    _line(document, page.kind, _CENTRE, bold=True)
    _line(document, page.title, _CENTRE, bold=True)
    for words in page.acts:
        _line(document, words)
    _body(document, page.body)
    _signature(document, page)
    _body(document, page.attached)
    for reserved in page.reserved:
        _line(document, reserved.title, bold=True)
        for words in reserved.lines:
            _line(document, f"- {words}")
    document.core_properties.title = f"{page.kind} {page.title}"
    document.core_properties.author = ""
    document.save(str(path))


def _sheet(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = _CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.0


def _head(document: DocumentObject, page: OfficialPage) -> None:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    for place, width in enumerate((Cm(6.5), Cm(10))):
        table.columns[place].width = table.rows[0].cells[place].width = width
    _cell(left.paragraphs[0], page.office, size=13, bold=True)
    _cell(left.add_paragraph(), page.number, size=13)
    _cell(right.paragraphs[0], page.nation, size=13, bold=True)
    _cell(right.add_paragraph(), page.motto, size=14, bold=True)
    _cell(right.add_paragraph(), page.place_and_day, size=14, italic=True)


def _cell(paragraph: DocxParagraph, words: str, *, size: int, bold: bool = False, italic: bool = False) -> None:
    paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(words)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _line(
    document: DocumentObject,
    words: str,
    alignment: WD_ALIGN_PARAGRAPH = _BOTH,
    *,
    bold: bool = False,
    italic: bool = False,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = alignment
    if alignment == _BOTH:
        paragraph.paragraph_format.first_line_indent = Cm(1)
    run = paragraph.add_run(words)
    run.bold, run.italic = bold, italic


def _body(document: DocumentObject, parts: Sequence[Paragraph | Grid]) -> None:
    centred = False
    for part in parts:
        if isinstance(part, Grid):
            _grid(document, part)
            continue
        # The name of a chapter stands under its number, on a line in capitals.
        centred = part.look == "chapter" or (centred and part.look == "plain" and part.words.isupper())
        paragraph = document.add_paragraph()
        paragraph.alignment = _CENTRE if centred else _BOTH
        if not centred:
            paragraph.paragraph_format.first_line_indent = Cm(1)
        paragraph.paragraph_format.keep_with_next = centred or part.look == "article"
        for run in part.runs:
            if isinstance(run, int):
                mark(paragraph, run)
            else:
                paragraph.add_run(run.strip("\n")).bold = centred or part.look == "article"


def _grid(document: DocumentObject, grid: Grid) -> None:
    table = document.add_table(rows=0, cols=max(len(row) for row in grid.rows))
    table.style = "Table Grid"
    for row in grid.rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=False):
            cell.paragraphs[0].add_run(words.strip()).font.size = Pt(12)
    document.add_paragraph()


def _signature(document: DocumentObject, page: OfficialPage) -> None:
    table = document.add_table(rows=1, cols=2)
    right = table.rows[0].cells[1]
    _cell(right.paragraphs[0], page.place_and_day, size=14, italic=True)
    _cell(right.add_paragraph(), page.certified, size=14, bold=True)
    for _ in range(5):
        _cell(right.add_paragraph(), "", size=14)
