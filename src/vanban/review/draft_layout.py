"""The layout of a draft's DOCX: paper, margins, fonts, sizes (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from vanban.review.draft_form import Slip
from vanban.review.draft_lines import accepted
from vanban.rules.draft_rule import DraftRule

_BODY = 60  # characters: a paragraph of the body, not a line of the head
_CLOSE = 0.5  # millimetres that a rounding of the file may be off


def layout_slips(path: Path, rows: Iterable[DraftRule]) -> Iterator[Slip]:
    """The requirements of layout among `rows` that the file breaks. What the file does not state is not judged."""
    document = Document(str(path))
    weigh = {"paper": _paper, "margins": _margins, "fonts": _font_names, "body-size": _body_size}
    for row in rows:
        if row.weighed_by in weigh and (found := weigh[row.weighed_by](row, document)):
            yield Slip(row.id, details={"found": found})


def _paper(row: DraftRule, document: DocumentObject) -> str:
    """The size of the paper where it is another, upright or lying."""
    section = document.sections[0]
    if section.page_width is None or section.page_height is None:
        return ""
    sides = sorted((section.page_width.mm, section.page_height.mm))
    wanted = sorted(row.ranges.values())
    right = all(_within(side, asked) for side, asked in zip(sides, wanted, strict=True))
    return "" if right else " x ".join(f"{side:.0f} mm" for side in sides)


def _margins(row: DraftRule, document: DocumentObject) -> str:
    """The margins out of their ranges."""
    section = document.sections[0]
    widths = {
        "top": section.top_margin, "bottom": section.bottom_margin,
        "left": section.left_margin, "right": section.right_margin,
    }  # fmt: skip
    wrong = [
        f"{side} {width.mm:.0f} mm"
        for side, width in widths.items()
        if width is not None and not _within(width.mm, row.ranges[side])
    ]
    return ", ".join(wrong)


def _font_names(row: DraftRule, document: DocumentObject) -> str:
    """The fonts that are not accepted."""
    return ", ".join(sorted(font for font in _letters(document)[0] if not accepted(row, font)))


def _body_size(row: DraftRule, document: DocumentObject) -> str:
    """The size of most letters of the body where it is out of its range."""
    sizes = _letters(document)[1]
    usual = max(sizes, key=lambda size: sizes[size], default=None)
    least, greatest = row.ranges["size"]
    return "" if usual is None or least <= usual <= greatest else f"{usual:g}"


def _within(measure: float, asked: tuple[float, float]) -> bool:
    return asked[0] - _CLOSE <= measure <= asked[1] + _CLOSE


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
