"""PDF: words by their places; columns, tables, page furniture, paragraphs over line and page ends."""

import pytest

from tests.reading.pdf_making import PdfSheet, lines, pdf
from vanban import reading
from vanban.model import Text
from vanban.model.errors import SourceError
from vanban.rules import Rules

FULL = "Nghị định này quy định về trình tự theo dõi nhiệm vụ do các cơ quan có thẩm quyền"
GOING_ON = "giao cho các đơn vị, áp dụng đối với mọi cơ quan, tổ chức và cá nhân có liên quan đến"


def read(data: bytes, rules: Rules) -> Text:
    text, _ = reading.read(data, "a.pdf", rules)
    return text


def test_words_come_by_place_not_by_their_order_in_the_file(rules: Rules) -> None:
    scattered = [
        (85 + 7.2 * i, 700, 12, letter) for i, letter in enumerate("Điều 1. Phạm vi điều chỉnh") if letter != " "
    ]
    text = read(pdf(PdfSheet([*scattered[1::2], *scattered[::2]])), rules)
    assert text.content == "Điều 1. Phạm vi điều chỉnh"


def test_a_header_of_two_columns(rules: Rules) -> None:
    header = [
        (60, 790, 12, "CHÍNH PHỦ"),
        (300, 790, 11, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (330, 774, 11, "Độc lập - Tự do - Hạnh phúc"),
        (60, 750, 12, "Số: 7/2030/NĐ-CP"),
        (320, 750, 11, "Hà Nội, ngày 02 tháng 01 năm 2030"),
        (267, 700, 12, "NGHỊ ĐỊNH"),
    ]
    text = read(pdf(PdfSheet(header)), rules)
    assert text.content.split("\n") == [
        "CHÍNH PHỦ", "Số: 7/2030/NĐ-CP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 02 tháng 01 năm 2030", "NGHỊ ĐỊNH",
    ]  # fmt: skip


def test_paragraphs_go_on_over_lines_and_pages(rules: Rules) -> None:
    first = lines([["Điều 1. Phạm vi"], [FULL, "giao cho các đơn vị."], ["Điều 2. Thi hành"], [FULL, GOING_ON]])
    second = [(85, 780, 12, "việc thi hành Thông tư số 26/2021/TT-"), (85, 764, 12, "BGTVT ngày 29 tháng 11 năm 2021.")]
    number = [(300, 810, 12, "2")]
    text = read(pdf(PdfSheet(first), PdfSheet([*number, *second])), rules)
    paragraphs = text.content.split("\n")
    assert paragraphs[:3] == ["Điều 1. Phạm vi", f"{FULL} giao cho các đơn vị.", "Điều 2. Thi hành"]
    assert paragraphs[3].startswith(f"{FULL} {GOING_ON} việc thi hành Thông tư số 26/2021/TT-")
    assert [(repair.kind, repair.was) for repair in text.repairs] == [("page-number", "2")]
    place = text.place(text.content.index("việc thi hành"))
    assert place is not None and place.page == 2


def test_running_heads_are_left_out_and_told(rules: Rules) -> None:
    sheets = [
        PdfSheet([(85, 800, 10, f"CÔNG BÁO/Số {n}/Ngày 0{n}-01-2030"), *lines([[f"Điều {n}. Việc thứ {n}"]], 740)])
        for n in range(1, 5)
    ]
    text = read(pdf(*sheets), rules)
    assert text.content.split("\n") == [f"Điều {n}. Việc thứ {n}" for n in range(1, 5)]
    assert [repair.kind for repair in text.repairs] == ["running-head"] * 4


def test_framed_tables_are_read_by_cell(rules: Rules) -> None:
    frame = [(80, y, 400, y) for y in (700, 660, 620)] + [(x, 620, x, 700) for x in (80, 150, 400)]
    words = [
        (90, 680, 12, "STT"), (160, 686, 12, "Nội dung công"), (160, 670, 12, "việc"),
        (90, 640, 12, "1"), (160, 640, 12, "Rà soát văn bản"),
    ]  # fmt: skip
    text = read(pdf(PdfSheet([*lines([["Bảng sau:"]]), *words], frame)), rules)
    (table,) = text.tables
    cells = [[text.content[start:end] for start, end in row] for row in table.rows]
    assert cells == [["STT", "Nội dung công việc"], ["1", "Rà soát văn bản"]]


def test_a_footnote_sign_does_not_become_part_of_a_number(rules: Rules) -> None:
    body = [(85, 700, 12, "quy định tại Điều 5"), (222, 705, 7, "1"), (231, 700, 12, "và các điều sau đó.")]
    note = [(85, 80, 8, "1 Điều này được sửa đổi.")]
    text = read(pdf(PdfSheet([*body, *lines([[FULL, GOING_ON]], 660), *note])), rules)
    assert "Điều 5[1] và các điều" in text.content
    (found,) = text.notes
    assert text.content[found.mark :].startswith("[1] và")
    assert text.content[found.start : found.end] == "[1] Điều này được sửa đổi."


def test_a_stamp_alone_is_not_a_document(rules: Rules) -> None:
    stamp = [
        (300, 800, 7, "Người ký: Cổng thông tin"), (300, 790, 7, "Email: a@b.vn"),
        (300, 780, 7, "Thời gian ký: 12.03.2030 16:05:31"),
    ]  # fmt: skip
    with pytest.raises(SourceError) as caught:
        read(pdf(PdfSheet(stamp), PdfSheet([])), rules)
    assert caught.value.code == "not-read" and caught.value.details["pages"] == "1-2"


def test_a_page_without_text_is_told(rules: Rules) -> None:
    text, findings = reading.read(pdf(PdfSheet(lines([[FULL, GOING_ON]])), PdfSheet([])), "a.pdf", rules)
    assert text.unread == ("2",) and not text.complete
    assert [finding.code for finding in findings] == ["pages-not-read"]


def test_lost_diacritics_are_told(rules: Rules) -> None:
    bare = "Nghi dinh nay quy dinh ve trinh tu theo doi nhiem vu do cac co quan co tham quyen giao cho cac don vi"
    _, findings = reading.read(pdf(PdfSheet(lines([[bare[:80], bare]] * 3))), "a.pdf", rules)
    assert [finding.code for finding in findings] == ["no-diacritics"]


def _table(top: float, rows: list[tuple[str, str, str]], under: float = 0) -> PdfSheet:
    """A page with one framed table of three columns, its rows 20 points high; `under`: a page number stands there."""
    foot = top - 20 * len(rows)
    frame = [(80, top - 20 * n, 500, top - 20 * n) for n in range(len(rows) + 1)]
    frame += [(x, foot, x, top) for x in (80, 130, 380, 500)]
    words = [
        (x, top - 20 * n - 15, 12, cell)
        for n, row in enumerate(rows)
        for x, cell in zip((90, 140, 390), row, strict=True)
        if cell
    ]
    return PdfSheet([*words, *([(290, under, 12, "7")] if under else [])], frame)


def _cells(text: Text) -> list[list[list[str]]]:
    return [[[text.content[start:end] for start, end in row] for row in table.rows] for table in text.tables]


def test_a_table_goes_on_over_pages_without_its_repeated_head(rules: Rules) -> None:
    head = ("STT", "Việc", "Hạn")
    first = _table(780, [head, ("1", "Rà soát bến", "Quý I"), ("2", "Báo cáo", "Quý II")], under=30)
    second = _table(780, [head, ("3", "Kiểm tra", "Quý III")])
    text = read(pdf(first, second), rules)
    rows = [
        ["STT", "Việc", "Hạn"],
        ["1", "Rà soát bến", "Quý I"],
        ["2", "Báo cáo", "Quý II"],
        ["3", "Kiểm tra", "Quý III"],
    ]
    assert _cells(text) == [rows]
    assert [repair.kind for repair in text.repairs] == ["page-number", *["table-head"] * 3]


def test_a_row_that_a_page_divides_is_one_row(rules: Rules) -> None:
    first = _table(780, [("STT", "Việc", "Hạn"), ("1", "Rà soát bến để kiến nghị", "Quý I")])
    second = _table(780, [("", "bổ sung quy hoạch", ""), ("2", "Báo cáo", "")])
    text = read(pdf(first, second), rules)
    rows = [["STT", "Việc", "Hạn"], ["1", "Rà soát bến để kiến nghị bổ sung quy hoạch", "Quý I"], ["2", "Báo cáo", ""]]
    assert _cells(text) == [rows]


def test_a_table_of_other_columns_on_the_next_page_is_another(rules: Rules) -> None:
    frame = [(80, y, 500, y) for y in (780, 760, 740)] + [(x, 740, x, 780) for x in (80, 300, 500)]
    other = PdfSheet(
        [(90, 765, 12, "Xã"), (310, 765, 12, "Bến"), (90, 745, 12, "An Bình"), (310, 745, 12, "Hai")], frame
    )
    first = _table(780, [("STT", "Việc", "Hạn"), ("1", "Rà soát", "Quý I")])
    assert [len(rows) for rows in _cells(read(pdf(first, other), rules))] == [2, 2]


def test_recipients_and_signature_are_read_by_column_at_whatever_height_they_stand(rules: Rules) -> None:
    body = lines([["Điều 5. Các bến nước chịu trách nhiệm", "thi hành Quyết định này."]])
    right = [(330, 702, 14, "TM. ỦY BAN NHÂN DÂN"), (350, 684, 14, "CHỦ TỊCH"), (345, 640, 14, "Lê Văn Bến")]
    left = [
        (85, 690, 11, "Nơi nhận:"),
        (85, 677, 11, "- Như Điều 5;"),
        (85, 664, 11, "- Sở Tư pháp;"),
        (85, 641, 11, "- Lưu: VT."),
    ]
    text = read(pdf(PdfSheet([*body, *right, *left])), rules)
    assert text.content.split("\n")[1:] == [
        "Nơi nhận:", "- Như Điều 5;", "- Sở Tư pháp;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Bến",
    ]  # fmt: skip


def test_a_date_that_begins_a_line_of_a_note_is_no_note(rules: Rules) -> None:
    body = [(85, 700, 12, "quy định tại Nghị quyết số 5"), (290, 705, 7, "1"), (300, 700, 12, "về bến nước.")]
    note = [(85, 60, 9, "1 Nghị quyết số 10-NQ/TW ngày"), (85, 49, 9, "10/02/2022 về bến nước.")]
    text = read(pdf(PdfSheet([*lines([[FULL, GOING_ON]]), *body, *note])), rules)
    assert len(text.notes) == 1 and "[10]" not in text.content


def test_a_raised_digit_as_large_as_the_line_stays_where_it_was(rules: Rules) -> None:
    area = [(85, 700, 12, "Giá thuê 01 m"), (178.6, 704.3, 12, "2"), (193, 700, 12, "nhà ở trong 01 tháng.")]
    assert read(pdf(PdfSheet(area)), rules).content == "Giá thuê 01 m2 nhà ở trong 01 tháng."
