"""Make the sample's DOCX, PDF and HTML documents from `sources/`, byte for byte the same on every machine.

    python examples/make_files.py

The files are committed, so that nobody needs a font or a writer of DOCX to run the sample; run this after a change in
`sources/`. The PDF needs the font DejaVu Serif (Debian: fonts-dejavu-core), which has all Vietnamese letters.
"""

import html
from pathlib import Path

from docx_file import write_docx
from pdf_file import write_pdf
from source_text import Document, read_source

HERE = Path(__file__).parent
SAMPLE = HERE / "tinh-song-lam"

# The wrapping of a legal portal: menus, a bar of attributes and a foot, none of which is the document.
PORTAL = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title} | Cổng văn bản minh họa</title>
<style>.menu {{ display: flex }} .preview-content p {{ margin: 6pt 0 }}</style>
<script>window.trang = "chi-tiet";</script></head>
<body>
<header><nav class="menu"><a href="#">Trang chủ</a> <a href="#">Văn bản pháp luật</a> <a href="#">Hỏi đáp</a></nav>
</header>
<div class="tabs"><a href="#">Toàn văn</a> <a href="#">Thuộc tính</a> <a href="#">Lịch sử</a></div>
<main><div class="preview-content">
{body}
</div></main>
<footer><p>Bản quyền: Cổng văn bản minh họa. Trang này chỉ dùng làm mẫu.</p></footer>
</body></html>
"""
PLAIN = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>
<body>
{body}
</body></html>
"""
DOCX = ("nghi-dinh-911-2023-nd-cp", "van-ban-hop-nhat-909-vbhn-bsn", "quyet-dinh-312-qd-ubnd", "ke-hoach-88-kh-ubnd")
PDF = ("cong-van-1204-ubnd-sn", "quy-dinh-46-qd-tu")
HTML = {"nghi-dinh-902-2018-nd-cp": PORTAL, "thong-tu-927-2026-tt-bsn": PLAIN}


def write_html(document: Document, path: Path, frame: str) -> None:
    """The document as a page inside `frame`, which has the places `title` and `body`."""
    parts: list[str] = []
    title = " ".join(line for block in document.blocks[:3] if block.kind == "title" for line in block.lines)
    for block in document.blocks:
        text = html.escape(" ".join(block.lines), quote=False)
        if block.kind in ("columns", "signature"):
            cells = "".join(
                "<td>" + "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in column) + "</td>"
                for column in (block.lines, block.right)
            )
            parts.append(f"<table><tbody><tr>{cells}</tr></tbody></table>")
        elif block.kind in ("title", "heading"):
            parts.append(f'<p style="text-align:center"><strong>{text}</strong></p>')
        elif block.kind == "strong":
            parts.append(f"<p><strong>{text}</strong></p>")
        elif block.kind == "caption":
            parts.append(f'<p style="text-align:center"><em>{text}</em></p>')
        elif block.kind == "paragraph":
            parts.append(f"<p>{text}</p>")
    path.write_text(frame.format(title=html.escape(title), body="\n".join(parts)), encoding="utf-8", newline="\n")


def make(folder: Path) -> None:
    """Write every file that is made from a source into `folder`."""
    for name in (
        "nghi-dinh-911-2023-nd-cp",
        "van-ban-hop-nhat-909-vbhn-bsn",
        "quyet-dinh-312-qd-ubnd",
        "ke-hoach-88-kh-ubnd",
    ):
        write_docx(read_source(HERE / "sources" / f"{name}.txt"), folder / f"{name}.docx")
    for name in ("cong-van-1204-ubnd-sn", "quy-dinh-46-qd-tu"):
        write_pdf(read_source(HERE / "sources" / f"{name}.txt"), folder / f"{name}.pdf")
    for name, frame in (("nghi-dinh-902-2018-nd-cp", PORTAL), ("thong-tu-927-2026-tt-bsn", PLAIN)):
        write_html(read_source(HERE / "sources" / f"{name}.txt"), folder / f"{name}.html", frame)


if __name__ == "__main__":
    make(SAMPLE)
