"""The layout of a draft's DOCX: paper, margins, fonts, sizes (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from vanban.review.draft_form import Slip

_A4 = {210, 297}
_RANGES = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}  # mm
_FONT = "Times New Roman"
_SIZES = (13, 14)  # points
_BODY = 60  # characters: a paragraph of the body, not a line of the head


def layout_slips(path: Path) -> Iterator[Slip]:
    """Every requirement of layout that the file does not keep. A part that the file does not state is not judged."""
    document = Document(str(path))
    section = document.sections[0]
    if section.page_width is not None and section.page_height is not None:
        size = {round(section.page_width.mm), round(section.page_height.mm)}
        if size != _A4:
            yield Slip("paper", details={"found": " x ".join(f"{each} mm" for each in sorted(size))})
    margins = {
        "top": section.top_margin, "bottom": section.bottom_margin,
        "left": section.left_margin, "right": section.right_margin,
    }  # fmt: skip
    wrong = [
        f"{side} {width.mm:.0f} mm"
        for side, width in margins.items()
        if width is not None and not _RANGES[side][0] - 0.5 <= width.mm <= _RANGES[side][1] + 0.5
    ]
    if wrong:
        yield Slip("margins", details={"found": ", ".join(wrong)})
    fonts, sizes = _letters(document)
    odd = [font for font in fonts if font != _FONT]
    if odd:
        yield Slip("font", details={"found": ", ".join(sorted(odd))})
    usual = max(sizes, key=lambda size: sizes[size], default=None)
    if usual is not None and not _SIZES[0] <= usual <= _SIZES[1]:
        yield Slip("body-size", details={"found": f"{usual:g}"})


def _letters(document: DocumentObject) -> tuple[Counter[str], Counter[float]]:
    """How many characters stand in each font, and of the body in each size; what no style says is left out."""
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if not run.text.strip():
                continue
            if font := _font(run, paragraph, document):
                fonts[font] += len(run.text)
            if len(paragraph.text) >= _BODY and (size := _size(run, paragraph, document)):
                sizes[size] += len(run.text)
    return fonts, sizes


def _font(run: Run, paragraph: Paragraph, document: DocumentObject) -> str | None:
    style = paragraph.style
    return run.font.name or (style.font.name if style is not None else None) or document.styles["Normal"].font.name


def _size(run: Run, paragraph: Paragraph, document: DocumentObject) -> float | None:
    style = paragraph.style
    size = run.font.size or (style.font.size if style is not None else None) or document.styles["Normal"].font.size
    return size.pt if size is not None else None
