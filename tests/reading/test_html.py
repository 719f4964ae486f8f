"""Pages: the document is found by its content; tables stay tables; nothing else is read."""

import unicodedata

import pytest

from vanban import reading
from vanban.model import Text
from vanban.model.errors import SourceError
from vanban.rules import Rules

BODY = """
<div class="x1"><table><tr><td><p><b>CHÍNH PHỦ</b><br>Số: 7/2030/NĐ-CP</p></td>
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr></table>
<p>NGHỊ ĐỊNH</p><p>Căn cứ <a href="/luat">Luật Tổ chức
   Chính phủ</a>;</p>
<p>Điều&nbsp;1. Phạm vi<a href="#_ftn1">[1]</a></p>
<p>Nghị định này quy định về trình tự theo dõi nhiệm vụ do cơ quan nhà nước có thẩm quyền giao cho các đơn vị.</p>
<table><tr><th>STT</th><th>Việc</th></tr><tr><td>1</td><td>Rà soát<br>văn bản</td></tr><tr><td>2</td><td></td></tr></table>
<p>Nơi nhận:</p><p>- Lưu: VT.</p>
<p><a href="#_ftnref1">[1]</a> Nghị định này thay thế quy định trước.</p></div>
"""
PAGE = f"""<!DOCTYPE html><html><head><title>Nghị định 7/2030/NĐ-CP</title><style>p{{}}</style></head><body>
<nav><a href="/">Trang chủ</a></nav><div class="menu"><ul><li><a href="/a">Văn bản mới</a></li></ul></div>
<div class="toc"><span>Điều 1. Phạm vi</span><span>Khoản 1</span></div>
<div id="main">{BODY}</div>
<div class="side"><p><a href="/b">Nghị định số 5/2020/NĐ-CP ngày 01 tháng 01 năm 2020 quy định về một việc khác</a></p></div>
<script>document.write("Điều 9. Không đọc")</script><div style="display: none">Ẩn đi</div>
<footer>Địa chỉ: Số 60 Trần Phú - Hà Nội</footer></body></html>"""


def read(html: str, rules: Rules) -> Text:
    text, _ = reading.read(html.encode(), "a.html", rules)
    return text


def test_the_document_is_found_among_menus(rules: Rules) -> None:
    text = read(PAGE, rules)
    assert text.source.media_type == "text/html"
    assert text.content.split("\n") == [
        "CHÍNH PHỦ", "Số: 7/2030/NĐ-CP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "NGHỊ ĐỊNH", "Căn cứ Luật Tổ chức Chính phủ;", "Điều 1. Phạm vi[1]",
        "Nghị định này quy định về trình tự theo dõi nhiệm vụ do cơ quan nhà nước có thẩm quyền giao cho các đơn vị.",
        "STT", "Việc", "1", "Rà soát", "văn bản", "2",
        "Nơi nhận:", "- Lưu: VT.", "[1] Nghị định này thay thế quy định trước.",
    ]  # fmt: skip


def test_a_data_table_keeps_its_cells_and_the_header_is_none(rules: Rules) -> None:
    text = read(PAGE, rules)
    (table,) = text.tables
    cells = [[text.content[start:end] for start, end in row] for row in table.rows]
    assert cells == [["STT", "Việc"], ["1", "Rà soát\nvăn bản"], ["2", ""]]
    place = text.place(text.content.index("Rà soát"))
    assert place is not None and (place.row, place.column) == (1, 1)


def test_footnotes_are_tied_to_their_signs(rules: Rules) -> None:
    text = read(PAGE, rules)
    (note,) = text.notes
    assert text.content[note.mark :].startswith("[1]\n")
    assert text.content[note.start : note.end] == "[1] Nghị định này thay thế quy định trước."


def test_a_page_without_a_document_is_refused(rules: Rules) -> None:
    sheet = "<html><body><div>Thuộc tính</div><div>Số hiệu</div><div>7/2030/NĐ-CP</div></body></html>"
    with pytest.raises(SourceError) as caught:
        read(sheet, rules)
    assert caught.value.code == "no-document"


def test_ten_thousand_elements_deep(rules: Rules) -> None:
    deep = "<html><body>" + "<div>" * 10_000 + BODY + "</div>" * 10_000
    assert "Điều 1. Phạm vi" in read(deep, rules).content


def test_a_hundred_thousand_unclosed_elements_are_refused_at_once(rules: Rules) -> None:
    with pytest.raises(SourceError) as caught:
        read("<html><body>" + "<div>" * 100_000 + BODY, rules)
    assert caught.value.code == "not-a-document"


def test_a_page_in_windows_1258(rules: Rules) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1258">')
    encoded = "".join(map(_windows_1258, page)).encode("windows-1258")
    text, _ = reading.read(encoded, "a.html", rules)
    assert text.content == read(PAGE, rules).content


def _windows_1258(letter: str) -> str:
    """A letter as that code page writes it: the tone as a mark of its own after the vowel."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in tone)) + tone
