"""Before and after the body: preface, preamble, signature, appendices, forms, attached documents; tables and notes."""

import msgspec

from tests.structure.sample import WORK, divide, divide_all, eids
from vanban import pipeline, structure
from vanban.model import Evidence, Note, Source, Span, Table, Text
from vanban.rules import load

DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nQUYẾT ĐỊNH\nBan hành Quy chế\nCăn cứ Luật Ví dụ;\nQUYẾT ĐỊNH:\n"
    "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"
    "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
)


def test_an_attached_document_has_its_own_articles() -> None:
    content = (
        DECISION
        + "QUY CHẾ\nLÀM VIỆC CỦA ỦY BAN\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\nChương I\nQUY ĐỊNH CHUNG\n"
        "Điều 1. Phạm vi\n1. Quy chế này.\nĐiều 2. Nguyên tắc\nNguyên tắc."
    )
    assert eids(content) == [
        "preface", "preamble", "art_1", "art_2", "conclusions", "app", "app__chp_I", "app__art_1", "app__art_1__cl_1", "app__art_2",
    ]  # fmt: skip
    attached = divide(content)[5]
    assert attached.heading == "QUY CHẾ LÀM VIỆC CỦA ỦY BAN"
    assert content[attached.start :].startswith("QUY CHẾ")


def test_an_article_named_in_a_cell_of_an_appendix_is_none() -> None:
    content = DECISION + "PHỤ LỤC I\nDANH MỤC\nĐiều 81\nBộ Ví dụ\nĐiều 22\nBộ khác"
    assert eids(content)[5:] == ["app_I"]


def test_two_attached_documents() -> None:
    rider = "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)"
    content = DECISION + f"QUY CHẾ\n{rider}\nĐiều 1. Một\nLời.\nĐiều 2. Hai\nLời.\nQUY ĐỊNH\n{rider}\nĐiều 1. Một\nLời."
    assert eids(content)[5:] == ["app", "app__art_1", "app__art_2", "app-2", "app-2__art_1"]


def test_appendices_and_forms_after_the_signature() -> None:
    content = (
        DECISION
        + "PHỤ LỤC I\nDANH MỤC\n1. Một.\nMẫu số 01\nĐƠN ĐỀ NGHỊ\n1. Họ tên:\nMẫu số 02\nGIẤY\nPhụ lục II\nMỨC THU\nI. CHUNG\n1. Một."
    )
    assert eids(content)[5:] == [
        "app_I", "app_I__cl_1", "app_I__form_01", "app_I__form_01__cl_1", "app_I__form_02", "app_II", "app_II__sec_I", "app_II__sec_I__cl_1",
    ]  # fmt: skip


def test_appendices_listed_before_they_are_printed_are_one_each() -> None:
    content = (
        DECISION
        + "PHỤ LỤC\nPhụ lục I.1. Danh mục\nPhụ lục I.2. Mẫu đơn\nPhụ lục I.1\nDANH MỤC\n1. Một.\nPhụ lục I.2\nMẪU ĐƠN"
    )
    assert eids(content)[5:] == ["app", "app_I.1", "app_I.1__cl_1", "app_I.2"]


def test_forms_listed_with_titles_of_some_lines_are_one_each() -> None:
    lists = "Mẫu số 01\nĐơn xin mở bến\nMẫu số 02\nGiấy phép\nmở bến\n"
    content = (
        DECISION + f"PHỤ LỤC I\n{lists}Mẫu số 01\nTÊN TỔ CHỨC\nLời.\nMẫu số 02\nỦY BAN\nPHỤ LỤC II\nMẫu số 01\nTỜ KHAI"
    )
    assert eids(content)[5:] == ["app_I", "app_I__form_01", "app_I__form_02", "app_II", "app_II__form_01"]
    twice = DECISION + "PHỤ LỤC I\nMẫu 01a. Mẫu giấy xác nhận\nMẫu 01a\nTÊN TỔ CHỨC\nLời."
    assert eids(twice)[5:] == ["app_I", "app_I__form_01a"]


def test_an_appendix_named_in_running_prose_opens_none() -> None:
    content = "Điều 1. Tên\n1. Thực hiện theo\nPhụ lục I ban hành kèm theo Thông tư này.\n2. Hai."
    assert eids(content) == ["art_1", "art_1__cl_1", "art_1__cl_2"]


def test_recipients_are_no_units_and_a_line_in_capitals_does_not_end_the_body_early() -> None:
    content = "Điều 1. Tên\nLời.\nBỘ TRƯỞNG\nĐiều 2. Tên hai\nLời.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n- Như trên;\n1. Lưu."
    assert [eid for eid in eids(content) if eid.startswith("art")] == ["art_1", "art_2"]
    assert divide(content)[-1].eid == "conclusions-2"


def test_numbers_in_tables_and_notes_are_no_units() -> None:
    content = "Điều 1. Tên\n1. Bảng:\n1. Ô một\n2. Ô hai\n2. Sau bảng.\n1. Luật này được sửa đổi."
    table = Table(content.index("1. Ô"), content.index("2. Sau"), ())
    note = Note(5, content.index("1. Luật"), len(content), "1")
    assert eids(content, tables=(table,), notes=(note,)) == ["art_1", "art_1__cl_1", "art_1__cl_2"]


def test_a_table_of_data_that_names_articles_is_not_divided() -> None:
    content = "Điều 1. Bãi bỏ\nĐiều 17;\nĐiều 46.\nBộ Y tế\nĐiều 52;\nĐiều 7.\nBộ Nội vụ\nĐiều 2. Hiệu lực\n"
    table = Table(content.index("Điều 17"), content.index("Điều 2."), ())
    assert eids(content, tables=(table,)) == ["art_1", "art_2"]


def test_a_document_laid_out_in_a_table_is_divided() -> None:
    content = "Điều 1. Một\n1. Lời.\nĐiều 2. Hai\nLời."
    assert eids(content, tables=(Table(0, len(content), ()),)) == ["art_1", "art_1__cl_1", "art_2"]


def test_a_document_without_articles() -> None:
    content = (
        "THÔNG BÁO\nKết luận của Chủ tịch\nA. PHẦN CHUNG\nI. TÌNH HÌNH\n1. Kết quả\n1.1. Kết quả một\na) Điểm;\nb) Điểm.\n1.2. Kết quả hai\n"
        "2. Hạn chế\nII. NHIỆM VỤ\n1. Sở Tài chính:\n- Chủ trì;\n- Phối hợp.\n2. Sở Nội vụ.\nNơi nhận:\n- Như trên."
    )
    assert eids(content) == [
        "preface", "part_A", "part_A__sec_I", "part_A__sec_I__cl_1", "part_A__sec_I__cl_1__point_1.1",
        "part_A__sec_I__cl_1__point_1.1__subpoint_a", "part_A__sec_I__cl_1__point_1.1__subpoint_b",
        "part_A__sec_I__cl_1__point_1.2", "part_A__sec_I__cl_2", "part_A__sec_II", "part_A__sec_II__cl_1",
        "part_A__sec_II__cl_1__indent_1", "part_A__sec_II__cl_1__indent_2", "part_A__sec_II__cl_2", "conclusions",
    ]  # fmt: skip


def test_a_party_document() -> None:
    content = "QUY ĐỊNH\nvề công tác\n- Căn cứ Điều lệ Đảng;\nI- QUY ĐỊNH CHUNG\n1- Phạm vi.\n2- Đối tượng.\nII- TỔ CHỨC\n1- Cấp ủy:\na) Lãnh đạo;\nb) Kiểm tra.\nT/M BỘ CHÍNH TRỊ"
    assert eids(content) == [
        "preface", "preamble", "sec_I", "sec_I__cl_1", "sec_I__cl_2", "sec_II", "sec_II__cl_1", "sec_II__cl_1__point_a",
        "sec_II__cl_1__point_b", "conclusions",
    ]  # fmt: skip


def test_an_official_letter_without_units_has_one_body() -> None:
    content = "CỤC THUẾ\nSố: 1/CT-CS\nKính gửi: Thuế tỉnh Sông Lam\nCục Thuế nhận được công văn.\nĐề nghị thực hiện.\nTL. CỤC TRƯỞNG\nNơi nhận:\n- Lưu."
    units = divide(content)
    assert [unit.eid for unit in units] == ["preface", "p_1", "conclusions"]
    assert content[units[1].start : units[1].end] == "Cục Thuế nhận được công văn.\nĐề nghị thực hiện.\n"


def test_nothing_before_the_end_of_the_title_is_a_unit() -> None:
    content = "NGHỊ QUYẾT\nVề hai việc:\n1. Việc một\nvà việc hai\nHội đồng thảo luận.\n1. Nhất trí.\n2. Giao."
    title = Span(content.index("Về hai"), content.index("\nHội"))
    text = Text(content, Source("", "text/plain"))
    units, _ = structure.parse(text, msgspec.structs.replace(WORK, evidence=Evidence(title=title)), load())
    assert [unit.eid for unit in units] == ["preface", "preamble", "cl_1", "cl_2"]


def test_a_gap_and_a_repeat_are_findings_with_their_place() -> None:
    content = "Điều 1. Tên\n1. Một.\n3. Ba.\n3. Ba nữa.\nĐiều 3. Tên ba\nLời."
    _, findings = divide_all(content)
    found = [(f.code, f.details["before"], f.details["number"], content[f.start : f.end]) for f in findings]
    assert found == [
        ("numbering-gap", "1", "3", "3."), ("numbering-repeat", "3", "3", "3."), ("numbering-gap", "1", "3", "Điều 3"),
    ]  # fmt: skip
    assert not divide_all("Điều 1. Tên\n1. Một.\n1a. Một a.\n2. Hai.\nĐiều 1a. Tên\nLời.\nĐiều 2. Tên\nLời.")[1]


def test_headings_glued_to_the_text_before_are_found_when_numbers_are_missing() -> None:
    content = "Chương I QUY ĐỊNH\nĐiều 1. Tên\nLời. Chương II TỔ CHỨC\nĐiều 2. Tên\nLời\nChương III THI HÀNH Điều\n3. Tên ba\nLời."
    assert eids(content) == ["chp_I", "art_1", "chp_II", "art_2", "chp_III", "art_3"]


def test_a_running_title_before_each_heading() -> None:
    content = (
        "Luật Ví dụ 2020. Chương I CHUNG\nLuật Ví dụ 2020. Điều 1. Tên\n1. Một.\nLuật Ví dụ 2020. Điều 2. Tên\nLời."
    )
    assert eids(content) == ["chp_I", "art_1", "art_1__cl_1", "art_2"]


def test_an_extract_may_begin_with_any_article_and_any_clause() -> None:
    text = (
        "THÔNG TƯ\nSửa đổi một số điều về đo mực nước\nĐiều 4. Hiệu lực thi hành\n"
        "2. Bãi bỏ Điều 5 Thông tư số 9/2010/TT-BSN.\n"
    )
    parsed = pipeline.parse(text.encode(), "trich.txt", load())
    assert [unit.eid for unit in parsed.provisions][-2:] == ["art_4", "art_4__cl_2"]
    assert {effect.within for effect in parsed.effects} <= {unit.eid for unit in parsed.provisions}


def test_items_glued_to_the_stop_before_them_are_items_when_they_continue_the_list() -> None:
    content = "Điều 1. Bến\n1. Gồm:\na) Quét;b) Tưới;\nc) Thu phí tại bến.2. Người qua bến đi nhanh;d) không."
    assert eids(content) == [
        "art_1", "art_1__cl_1", "art_1__cl_1__point_a", "art_1__cl_1__point_b", "art_1__cl_1__point_c", "art_1__cl_2",
    ]  # fmt: skip


def test_the_day_of_passing_of_a_short_law_ends_no_header() -> None:
    """It stands within reach of the title, and all between would be preface."""
    text = (
        "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 5/2025/QH15\nLUẬT\nSửa đổi Luật Bến nước\n"
        "Quốc hội ban hành Luật này.\nĐiều 1. Sửa đổi khoản 2 Điều 5 của Luật Bến nước số 901/2017/QH14\n"
        "“2. Bến có đèn.”.\nLuật này được Quốc hội thông qua ngày 10 tháng 12 năm 2025.\nCHỦ TỊCH QUỐC HỘI\n"
    )
    parsed = pipeline.parse(text.encode(), "luat.txt", load())
    assert str(parsed.work.date) == "2025-12-10"
    assert [unit.eid for unit in parsed.provisions if unit.level == "article"] == ["art_1"]
