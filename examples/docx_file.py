"""A sample document as DOCX: header and signature in a table of two columns, real footnotes, fixed bytes."""

import datetime as dt
import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from source_text import NOTE_MARK, Block, Document

_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write_docx(document: Document, path: Path) -> None:
    """Write the document to `path`; the same document gives the same bytes."""
    file = docx.Document()
    file.styles["Normal"].font.name = "Times New Roman"
    file.styles["Normal"].font.size = Pt(14)
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    for block in document.blocks:
        _add(file, block)
    if document.notes:
        _add_notes(file, document.notes)
    properties = file.core_properties
    properties.author, properties.title = "vanban", path.stem
    properties.created = properties.modified = dt.datetime(2026, 11, 21)
    buffer = io.BytesIO()
    file.save(buffer)
    _write_fixed(buffer, path)


def _add(file: "docx.document.Document", block: Block) -> None:
    if block.kind in ("columns", "signature"):
        cells = file.add_table(rows=1, cols=2).rows[0].cells
        for cell, lines in zip(cells, (block.lines, block.right), strict=True):
            for index, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                run = paragraph.add_run(line)
                run.italic = ", ngày " in line or line == "Nơi nhận:"
                run.bold = not run.italic and not line.startswith(("Số", "V/v", "- ", "("))
                if not (block.kind == "signature" and lines is block.lines):
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif block.kind == "table":
        table = file.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
        for row in block.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    elif block.kind == "page-break":
        file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        paragraph = file.add_paragraph()
        bold, italic = block.kind in ("title", "heading", "strong"), block.kind == "caption"
        _add_words(paragraph, block.lines[0], bold, italic or block.lines[0].startswith(("Căn cứ ", "Theo đề nghị ")))
        if block.kind in ("title", "heading", "caption"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_words(paragraph: Paragraph, words: str, bold: bool, italic: bool) -> None:
    """Runs of text; each `[^n]` becomes a reference to footnote n."""
    for index, piece in enumerate(NOTE_MARK.split(words)):
        run = paragraph.add_run("" if index % 2 else piece)
        run.bold, run.italic = bold, italic
        if index % 2:
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), piece)
            run.font.superscript = True
            run._r.append(reference)


def _add_notes(file: "docx.document.Document", notes: dict[str, str]) -> None:
    """python-docx writes no footnotes, so the part is written here (ECMA-376 Part 1, 17.11)."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    bodies = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
        for number, words in notes.items()
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    xml = f'{declaration}<w:footnotes xmlns:w="{_W}">{separators}{bodies}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, xml.encode("utf-8"), file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _write_fixed(buffer: io.BytesIO, path: Path) -> None:
    """The same parts with one fixed date, because python-docx stamps the hour of writing."""
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _ZIP_DATE), source.read(name), zipfile.ZIP_DEFLATED)
