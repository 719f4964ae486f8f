"""Phần, chương, mục, tiểu mục, điều, khoản, điểm, tiết: printed in all the ways that real documents print them."""

import pytest

from tests.structure.sample import divide, eids


def test_a_law_is_divided_down_to_the_point() -> None:
    content = (
        "LUẬT\nVÍ DỤ\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật Ví dụ.\nChương I\nQUY ĐỊNH CHUNG\n"
        "Điều 1. Phạm vi điều chỉnh\nLuật này quy định về ví dụ.\nĐiều 2. Giải thích từ ngữ\n1. Ví dụ là:\na) Bài thứ nhất;\n"
        "đ) Bài thứ hai.\n2. Bài là bài.\nChương II\nTỔ CHỨC\nMục 1\nBỘ MÁY\nĐiều 3. Cơ quan\nCơ quan là cơ quan.\n"
        "Tiểu mục 1. NHÂN SỰ\nĐiều 4. Người\nNgười là người."
    )
    assert eids(content) == [
        "preface", "preamble", "chp_I", "art_1", "art_2", "art_2__cl_1", "art_2__cl_1__point_a", "art_2__cl_1__point_dd",
        "art_2__cl_2", "chp_II", "chp_II__sec_1", "art_3", "chp_II__sec_1__subsec_1", "art_4",
    ]  # fmt: skip
    units = {unit.eid: unit for unit in divide(content)}
    assert units["chp_I"].heading == "QUY ĐỊNH CHUNG"
    assert units["art_1"].heading == "Phạm vi điều chỉnh"
    assert units["chp_II__sec_1__subsec_1"].heading == "NHÂN SỰ"
    assert units["art_3"].parent == "chp_II__sec_1"
    assert units["art_2__cl_1__point_dd"].num == "đ"


@pytest.mark.parametrize(
    "heading",
    [
        "Điều 1. Tên",
        "Điều 1: Tên",
        "ĐIỀU 1. Tên",
        "Điều 1 . Tên",
        "Điều 1.Tên",
        "Đ iều 1. Tên",
        "Điều 1\nTên",
        " Điều 1. Tên",
    ],
)
def test_an_article_is_one_however_it_is_printed(heading: str) -> None:
    (unit,) = divide(f"{heading}\nNội dung của điều.")
    assert (unit.eid, unit.level, unit.num, unit.heading) == ("art_1", "article", "1", "Tên")


def test_an_article_of_one_sentence_has_no_title() -> None:
    units = divide("Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\nĐiều 2. Quyết định này có hiệu lực.")
    assert [unit.heading for unit in units] == ["", ""]


@pytest.mark.parametrize(
    ("printed", "num"), [("Phần thứ nhất", "1"), ("PHẦN THỨ HAI", "2"), ("Phần I", "I"), ("Phần B", "B")]
)
def test_parts_are_numbered_in_words_letters_and_figures(printed: str, num: str) -> None:
    unit = divide(f"{printed}\nNHỮNG QUY ĐỊNH CHUNG\nĐiều 1. Tên\nLời.")[0]
    assert (unit.eid, unit.num, unit.heading) == (f"part_{num}", num, "NHỮNG QUY ĐỊNH CHUNG")


def test_chapters_that_begin_again_in_each_part_carry_the_part() -> None:
    content = "Phần I\nCHUNG\nChương I\nA\nĐiều 1. Một\nLời.\nPhần II\nRIÊNG\nChương I\nB\nĐiều 2. Hai\nLời."
    assert eids(content) == ["part_I", "part_I__chp_I", "art_1", "part_II", "part_II__chp_I", "art_2"]


def test_a_title_of_several_lines_is_one() -> None:
    unit = divide("Chương II\nTRÁCH NHIỆM CỦA CÁC CƠ QUAN\nVÀ ĐƠN VỊ\nĐiều 1. Tên\nLời.")[0]
    assert unit.heading == "TRÁCH NHIỆM CỦA CÁC CƠ QUAN VÀ ĐƠN VỊ"


def test_inserted_numbers() -> None:
    content = (
        "Điều 4. Một\n1. Khoản một:\na) Điểm a;\nd) Điểm d;\nđ) Điểm đ;\nđ1) Điểm đ một;\ne) Điểm e.\n1a. Khoản một a.\n2. Hai.\n"
        "Điều 4a. Hai\nLời.\nĐiều 5. Ba\nLời.\nChương VIIa\nBỔ SUNG\nĐiều 110đ. Bốn\nLời."
    )
    assert eids(content) == [
        "art_4", "art_4__cl_1", "art_4__cl_1__point_a", "art_4__cl_1__point_d", "art_4__cl_1__point_dd",
        "art_4__cl_1__point_dd1", "art_4__cl_1__point_e", "art_4__cl_1a", "art_4__cl_2", "art_4a", "art_5", "chp_VIIa", "art_110dd",
    ]  # fmt: skip


def test_what_a_point_announces_stands_below_it() -> None:
    content = "Điều 1. Tên\n1. Khoản:\na) Điểm gồm:\na1) Tiết một;\na2) Tiết hai;\nb) Điểm:\n(i) Một;\n(ii) Hai:\n- Gạch;\n+ Cộng;\n- Gạch.\nc) Điểm."
    assert eids(content)[1:] == [
        "art_1__cl_1", "art_1__cl_1__point_a", "art_1__cl_1__point_a__subpoint_a1", "art_1__cl_1__point_a__subpoint_a2",
        "art_1__cl_1__point_b", "art_1__cl_1__point_b__subpoint_i", "art_1__cl_1__point_b__subpoint_ii",
        "art_1__cl_1__point_b__subpoint_ii__indent_1", "art_1__cl_1__point_b__subpoint_ii__indent_1__indent_1",
        "art_1__cl_1__point_b__subpoint_ii__indent_2", "art_1__cl_1__point_c",
    ]  # fmt: skip


def test_the_letter_i_after_h_is_a_point_and_not_a_roman_one() -> None:
    content = "Điều 1. Tên\n1. Khoản:\ng) Điểm;\nh) Điểm;\ni) Điểm;\nk) Điểm;\nl) Điểm."
    assert eids(content)[-3:] == [f"art_1__cl_1__point_{letter}" for letter in "ikl"]


def test_points_with_a_stop_as_older_texts_print_them() -> None:
    assert eids("Điều 1. Tên\n1. Khoản:\na. Điểm;\nb. Điểm.")[2:] == ["art_1__cl_1__point_a", "art_1__cl_1__point_b"]


def test_a_citation_at_the_start_of_a_line_is_no_heading() -> None:
    content = (
        "Điều 1. Tên\n1. Cơ quan thực hiện theo quy định tại\nĐiều 5 của Luật này và\nChương II Nghị định này.\n"
        "2. Việc xử lý theo khoản 1\nĐiều 2 Thông tư này.\nĐiều 2. Tên khác\nLời."
    )
    assert eids(content) == ["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]


def test_false_friends_are_no_headings() -> None:
    assert eids("Điều 1. Tên\nMức 1 áp dụng cho\nMục đích sử dụng\nĐiều kiện cấp\nPhần mềm\nChương trình.") == ["art_1"]


def test_signs_of_notes_beside_a_number() -> None:
    units = divide("Điều 1[1]. Tên\n1.[2] Khoản một.\n2.[3] Khoản hai.\nĐiều 2.[4] Tên hai\nLời.")
    assert [unit.eid for unit in units] == ["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]
    assert units[3].heading == "Tên hai"


def test_two_units_of_one_number_have_two_eids() -> None:
    assert eids("Điều 1. Tên\n1. Một.\n2. Hai.\n2. Hai nữa.\n3. Ba.") == [
        "art_1", "art_1__cl_1", "art_1__cl_2", "art_1__cl_2-2", "art_1__cl_3",
    ]  # fmt: skip


def test_a_first_clause_on_the_line_of_its_article() -> None:
    content = (
        "Điều 1. Tên\nLời.\nĐiều 2. 1. Thu bến gồm các khoản phí.\n2. Chi bến gồm các khoản sửa.\n"
        "Điều 3. 10 ngày trước khi mở bến\nNgười giữ bến báo xã."
    )
    units = {unit.eid: unit for unit in divide(content)}
    assert [eid for eid in units if eid.startswith("art_")] == ["art_1", "art_2", "art_2__cl_1", "art_2__cl_2", "art_3"]
    assert units["art_2"].heading == ""
    assert content[units["art_2__cl_1"].start :].startswith("1. Thu bến")
    assert units["art_3"].heading == "10 ngày trước khi mở bến"
