"""A sample document as a born-digital PDF: A4, page numbers from page 2 on (NĐ 30/2020 Phụ lục I), fixed bytes."""

from html import escape
from pathlib import Path

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table
from source_text import Block, Document

_FONT, _BOLD, _ITALIC = "DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic"
_BODY = ParagraphStyle(
    "body", fontName=_FONT, fontSize=12, leading=17, alignment=TA_JUSTIFY, spaceAfter=6, firstLineIndent=10 * mm
)
_CENTRE = ParagraphStyle("centre", fontName=_BOLD, fontSize=12, leading=16, alignment=TA_CENTER)
_SMALL = ParagraphStyle("small", fontName=_FONT, fontSize=10, leading=13)


def write_pdf(document: Document, path: Path) -> None:
    """Write the document to `path`; the same document and font give the same bytes."""
    for name in (_FONT, _BOLD, _ITALIC):
        registerFont(TTFont(name, f"{name}.ttf"))
    template = SimpleDocTemplate(
        str(path), pagesize=A4, leftMargin=30 * mm, rightMargin=20 * mm, topMargin=22 * mm, bottomMargin=20 * mm,
        invariant=1, title=path.stem, author="vanban",
    )  # fmt: skip
    template.build([flowable for block in document.blocks for flowable in _flowables(block)], onLaterPages=_page_number)


def _flowables(block: Block) -> list[Flowable]:
    if block.kind in ("columns", "signature"):
        left_is_list = block.kind == "signature"
        cells = [
            [Paragraph(escape(line), _column_style(line, left_is_list and column == 0)) for line in lines]
            for column, lines in enumerate((block.lines, block.right))
        ]
        table = Table([cells], colWidths=[62 * mm, 98 * mm], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
        return [Spacer(1, 4 * mm), table, Spacer(1, 4 * mm)]
    if block.kind == "page-break":
        return [PageBreak()]
    words = escape(block.lines[0])
    if block.kind in ("title", "heading"):
        return [Paragraph(words, _CENTRE), Spacer(1, 2 * mm)]
    if block.kind == "strong":
        return [Paragraph(words, ParagraphStyle("strong", parent=_BODY, fontName=_BOLD))]
    if block.kind == "addressee":
        indent = 45 * mm if words.startswith("-") else 35 * mm
        return [Paragraph(words, ParagraphStyle("addressee", parent=_BODY, firstLineIndent=0, leftIndent=indent))]
    return [Paragraph(words, _BODY)]


def _column_style(line: str, recipients: bool) -> ParagraphStyle:
    if recipients:
        return _SMALL
    italic = ", ngày " in line
    regular = line.startswith(("Số", "V/v", "("))
    font = _ITALIC if italic else _FONT if regular else _BOLD
    return ParagraphStyle("column", parent=_CENTRE, fontName=font, fontSize=9, leading=13)


def _page_number(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont(_FONT, 11)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 14 * mm, str(template.page))
