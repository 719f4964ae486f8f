"""A small dispatch that keeps every rule of form, made into a DOCX; one change makes one fault."""

from pathlib import Path

from docx import Document
from docx.shared import Mm, Pt

LEFT = "UBND TỈNH SÔNG LAM\nSỞ SÔNG NGÒI\nSố: 12/SSN-QLBN\nV/v đôn đốc đăng ký bến nước"
RIGHT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSông Lam, ngày 05 tháng 11 năm 2026"
BODY = """Kính gửi: Ủy ban nhân dân các xã.
Sở Sông ngòi đề nghị Ủy ban nhân dân các xã thực hiện một số nội dung sau đây
1. Rà soát các bến nước chưa đăng ký theo quy định của Luật Bến nước.
2. Báo cáo kết quả về Sở Sông ngòi trước ngày 20 tháng 12 năm 2026./."""
FOOT_LEFT = "Nơi nhận:\n- Như trên;\n- Lưu: VT, QLBN."
FOOT_RIGHT = "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLý Văn Ghềnh"


def write_draft(path: Path, *, was: str = "", now: str = "", size: float = 14, left_margin: int = 30) -> Path:
    """Write it to `path`, the words `was` everywhere changed to `now`, lines left empty taken away."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(left_margin), Mm(15)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Times New Roman", Pt(size)

    def columns(left: str, right: str) -> None:
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        for cell, words in zip(cells, (left, right), strict=True):
            lines = [line for line in words.replace(was, now).split("\n") if line] if was else words.split("\n")
            cell.paragraphs[0].text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)

    columns(LEFT, RIGHT)
    for line in (BODY.replace(was, now) if was else BODY).split("\n"):
        document.add_paragraph(line)
    columns(FOOT_LEFT, FOOT_RIGHT)
    document.save(str(path))
    return path
