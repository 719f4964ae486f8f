"""Text files: one paragraph a line, wrapped, laid out in columns, or Markdown saved from a page."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from vanban import reading
from vanban.model import Text
from vanban.rules import Rules, load

DECREE = [
    "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15 và Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;",
    "Theo đề nghị của Bộ trưởng Bộ Tài chính về việc sửa đổi một số điều của nghị định đang có hiệu lực thi hành;",
    "Điều 1. Phạm vi điều chỉnh",
    "1. Nghị định này quy định về trình tự, thủ tục và trách nhiệm của các cơ quan trong việc theo dõi nhiệm vụ.",
    "2. Việc theo dõi nhiệm vụ được thực hiện thường xuyên, đúng thẩm quyền và không làm phát sinh thủ tục mới.",
    "a) Cơ quan chủ trì có trách nhiệm cập nhật tiến độ, kết quả và những khó khăn, vướng mắc trong quá trình đó;",
    "b) Cơ quan phối hợp gửi ý kiến bằng văn bản trong thời hạn 05 ngày làm việc, kể từ ngày nhận được yêu cầu.",
    "Điều 2. Hiệu lực thi hành",
    "Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành và thay thế các quy định trước đây về việc theo dõi.",
]


def read(source: str, rules: Rules, name: str = "a.txt") -> Text:
    text, _ = reading.read(source.encode(), name, rules)
    return text


def test_one_paragraph_a_line_is_left_alone(rules: Rules) -> None:
    text = read("\n".join(DECREE), rules)
    assert text.content.split("\n") == DECREE
    assert text.repairs == ()


@given(st.integers(60, 100))
def test_wrapped_lines_become_paragraphs_again(width: int) -> None:
    wrapped = "\n".join(line for paragraph in DECREE for line in textwrap.wrap(paragraph, width))
    text = read(wrapped, load())
    assert text.content.split("\n") == DECREE
    assert {repair.kind for repair in text.repairs} <= {"lines-joined"}


def test_blank_lines_end_paragraphs(rules: Rules) -> None:
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 70)) for paragraph in DECREE)
    assert read(wrapped, rules).content.split("\n") == DECREE


def test_a_wrapped_citation_is_no_new_article(rules: Rules) -> None:
    lines = [*DECREE, "3. Trường hợp đặc biệt thực hiện theo quy định tại\nĐiều 5 Nghị định này và theo hướng dẫn của"]
    wrapped = "\n".join(line for paragraph in lines for line in textwrap.wrap(paragraph, 60))
    assert "quy định tại Điều 5 Nghị định này" in read(wrapped, rules).content


LAID_OUT = """\
        CHÍNH PHỦ                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                              Độc lập - Tự do - Hạnh phúc

    Số: 7/2030/NĐ-CP                      Hà Nội, ngày 02 tháng 01 năm 2030

                               NGHỊ ĐỊNH

Nghị định này quy định về trình tự, thủ tục và trách nhiệm của các
cơ quan trong việc theo dõi nhiệm vụ do cấp có thẩm quyền giao, áp
dụng đối với các cơ quan ở trung ương và các cơ quan ở địa phương,
\f                                   2

các đơn vị sự nghiệp công lập và các tổ chức khác có liên quan đến
việc giao nhiệm vụ.
"""


def test_laid_out_text(rules: Rules) -> None:
    text = read(LAID_OUT, rules)
    assert text.content.split("\n")[:6] == [
        "CHÍNH PHỦ",
        "Số: 7/2030/NĐ-CP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 02 tháng 01 năm 2030",
        "NGHỊ ĐỊNH",
    ]
    assert "ở địa phương, các đơn vị sự nghiệp" in text.content
    place = text.place(text.content.index("việc giao nhiệm vụ"))
    assert place is not None and place.page == 2
    assert [repair.was for repair in text.repairs if repair.kind == "page-number"] == ["2"]


SAVED_PAGE = """\
|
Đang tải văn bản...
**Số hiệu:**
|
7/2030/QĐ-UBND
|
|
**ỦY BAN NHÂN
DÂN **
TỈNH SÔNG LAM
--------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
|
|
Số: 7/2030/QĐ-UBND
|
*Sông Lam, ngày
02 tháng 01 năm 2030*
|
**QUYẾT ĐỊNH**
BÃI BỎ TOÀN BỘ QUYẾT ĐỊNH CŨ
*Căn cứ Luật Tổ chức
Chính quyền địa phương;*
**Điều 1. Bãi bỏ quyết định
cũ**
Bãi bỏ toàn bộ Quyết định số
10/2026/QĐ-UBND ngày 21/3/2026 của Ủy ban nhân dân
tỉnh quy định chức năng của cơ quan chuyên môn trực
thuộc (*) theo đề nghị của cơ quan chủ trì soạn thảo.
|
*Nơi nhận:*
- Như Điều 2;
- Lưu: VT.
|
**KT. CHỦ TỊCH**
PHÓ CHỦ TỊCH
|
Quyết định 7/2030/QĐ-UBND năm 2030 bãi bỏ toàn bộ quyết định cũ của tỉnh Sông Lam
Văn bản này chưa cập nhật nội dung Tiếng Anh
Quyết định 7/2030/QĐ-UBND ngày 02/01/2030 bãi bỏ toàn bộ quyết định cũ của tỉnh Sông Lam
## Văn bản liên quan
Ban hành:
12/04/2029
"""


def test_a_page_saved_as_markdown(rules: Rules) -> None:
    text = read(SAVED_PAGE, rules, "a.md")
    assert text.source.media_type == "text/markdown"
    lines = text.content.split("\n")
    assert lines[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH SÔNG LAM"]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    assert "Sông Lam, ngày 02 tháng 01 năm 2030" in lines
    assert "Căn cứ Luật Tổ chức Chính quyền địa phương;" in lines
    assert "Điều 1. Bãi bỏ quyết định cũ" in lines
    assert any(line.startswith("Bãi bỏ toàn bộ Quyết định số 10/2026/QĐ-UBND") and "(*)" in line for line in lines)
    assert lines[-2:] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    place = text.place(text.content.index("Điều 1."))
    assert place is not None and SAVED_PAGE.split("\n")[place.paragraph or 0].startswith("**Điều 1.")
    cut = [repair for repair in text.repairs if repair.kind == "page-chrome"]
    assert len(cut) == 2 and "Đang tải" in cut[0].was and "Tiếng Anh" in cut[1].was


def test_one_line_of_chrome_is_no_proof(rules: Rules) -> None:
    source = "\n".join([*DECREE, "Văn bản liên quan", "- Nghị định số 5/2020/NĐ-CP"])
    assert read(source, rules).content.endswith("Nghị định số 5/2020/NĐ-CP")


def test_utf16_and_byte_order_marks(rules: Rules) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        text, _ = reading.read("\n".join(DECREE).encode(encoding), "a.txt", rules)
        assert text.content.split("\n") == DECREE
