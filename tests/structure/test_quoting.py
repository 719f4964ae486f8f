"""The new wording that an amending act quotes is a subtree of its own, however its marks are set, and never the act's own."""

import pytest

from tests.structure.sample import divide, eids

AFTER = "\n2. Bãi bỏ khoản 3 Điều 9.\nĐiều 2. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày ký."


@pytest.mark.parametrize(
    "quoted",
    [
        "“2. Nội dung mới.”", "“2. Nội dung mới”.", "“2. Nội dung mới.”.", "“2. Nội dung mới;”;", '"2. Nội dung mới."', "‟2. Nội dung mới.”",
        "“2. Nội dung “trong ngoặc” mới.”", " “2. Nội dung mới.” ", "“2. Nội dung mới.",
        "“2. Nội dung mới\nmột đoạn nữa của nội dung mới.”", "2. Nội dung mới không có dấu ngoặc.",
    ],
)  # fmt: skip
def test_a_quoted_clause_belongs_to_the_clause_that_quotes_it(quoted: str) -> None:
    content = f"Điều 1. Sửa đổi Nghị định\n1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n{quoted}{AFTER}"
    assert eids(content) == ["art_1", "art_1__cl_1", "“art_1__cl_1__qstr_1__cl_2", "art_1__cl_2", "art_2"]


def test_a_quoted_article_keeps_its_own_division() -> None:
    content = (
        "Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Tên mới\n1. Khoản:\na) Điểm;\nb) Điểm.\n2. Khoản.”"
        + AFTER
    )
    assert eids(content)[2:7] == [
        "“art_1__cl_1__qstr_1__art_5", "“art_1__cl_1__qstr_1__art_5__cl_1", "“art_1__cl_1__qstr_1__art_5__cl_1__point_a",
        "“art_1__cl_1__qstr_1__art_5__cl_1__point_b", "“art_1__cl_1__qstr_1__art_5__cl_2",
    ]  # fmt: skip
    quoted = divide(content)[2]
    assert (quoted.parent, quoted.heading, quoted.quoted) == ("art_1__cl_1", "Tên mới", True)


def test_two_wordings_in_one_unit_and_the_words_after_them() -> None:
    content = (
        "Điều 1. Sửa đổi\n1. Sửa đổi điểm a, điểm d khoản 2 như sau:\n“a) Một.”\n“d) Hai.”\nCác điểm khác giữ nguyên."
        + AFTER
    )
    assert eids(content)[2:5] == [
        "“art_1__cl_1__qstr_1__point_a", "“art_1__cl_1__qstr_2__point_d", "art_1__cl_1__p_1",
    ]  # fmt: skip


def test_a_second_wording_ends_the_first_one_that_was_never_closed() -> None:
    content = "Điều 1. Sửa đổi\n1. Sửa đổi điểm a, điểm d khoản 2 như sau:\n“a) Một;\nlời tiếp theo;\n“d) Hai.”" + AFTER
    assert eids(content)[2:4] == ["“art_1__cl_1__qstr_1__point_a", "“art_1__cl_1__qstr_2__point_d"]


def test_wording_without_a_number_is_a_quoted_paragraph() -> None:
    content = "Điều 1. Sửa đổi, bổ sung Điều 18\n“Doanh nghiệp phải có trụ sở.”\nĐiều 2. Hiệu lực\nLời."
    assert eids(content) == ["art_1", "“art_1__qstr_1__p_1", "art_2"]


def test_wording_on_the_line_that_announces_it() -> None:
    content = "Điều 1. Sửa đổi\n1. Sửa đổi khoản 2 Điều 5 như sau: “2. Nội dung:\na) Điểm;\nb) Điểm.”" + AFTER
    units = divide(content)
    assert [unit.eid for unit in units][2:6] == [
        "art_1__cl_1__qstr_1__cl_2", "art_1__cl_1__qstr_1__cl_2__point_a", "art_1__cl_1__qstr_1__cl_2__point_b", "art_1__cl_2",
    ]  # fmt: skip
    assert content[units[2].start :].startswith("“2. Nội dung")


def test_an_act_that_amends_an_amending_act_quotes_quotations() -> None:
    content = (
        "Điều 1. Sửa đổi\n1. Bổ sung Điều 5a như sau:\n“Điều 5a. Sửa đổi Thông tư khác\n1. Sửa đổi khoản 1 như sau:\n“1. Lời mới.”\n"
        "2. Bãi bỏ khoản 2.”" + AFTER
    )
    assert eids(content)[2:6] == [
        "“art_1__cl_1__qstr_1__art_5a", "“art_1__cl_1__qstr_1__art_5a__cl_1",
        "“art_1__cl_1__qstr_1__art_5a__cl_1__qstr_1__cl_1", "“art_1__cl_1__qstr_1__art_5a__cl_2",
    ]  # fmt: skip


@pytest.mark.parametrize("listed", ["điểm a, b, c", "điểm a, điểm b và điểm c", "các điểm a, b và c"])
def test_listed_points_that_quote_and_share_a_closing_mark_are_not_points_of_the_act(listed: str) -> None:
    content = (
        f"Điều 1. Sửa đổi\n1. Sửa đổi một số điểm của khoản 3 Điều 6 như sau:\na) Sửa đổi {listed} khoản 3 Điều 6 như sau:\n"
        "“a) Sửa đổi khoản 1 Điều 2 Quy chế bến như sau:\n“1. Một.”;\nb) Sửa đổi khoản 4 Điều 3 Quy chế bến như sau:\n“4. Hai.”;\n"
        "c) Bãi bỏ khoản 5 Điều 3 Quy chế bến.”\nb) Sửa đổi điểm g khoản 3 Điều 6 như sau:\n“g) Ba.”\nc) Bãi bỏ điểm h."
        + AFTER
    )
    quoted = "“art_1__cl_1__point_a__qstr_1__point_"
    assert eids(content)[2:] == [
        "art_1__cl_1__point_a", f"{quoted}a", f"{quoted}a__qstr_1__cl_1", f"{quoted}b", f"{quoted}b__qstr_1__cl_4",
        f"{quoted}c", "art_1__cl_1__point_b", "“art_1__cl_1__point_b__qstr_1__point_g", "art_1__cl_1__point_c",
        "art_1__cl_2", "art_2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "wording"),
    [
        ("điểm a", "“a) Một;"),
        ("điểm a và điểm b", "“a) Một;\n“b) Hai;"),
        ("điểm a khoản 3 và điểm b khoản 4", "“a) Một;"),
    ],
)
def test_a_point_that_no_list_announces_ends_wording_that_was_never_closed(listed: str, wording: str) -> None:
    content = (
        f"Điều 1. Sửa đổi\n1. Sửa đổi một số điểm của Điều 6 như sau:\na) Sửa đổi {listed} như sau:\n{wording}\n"
        "b) Bãi bỏ điểm g khoản 3.\nc) Bãi bỏ điểm h khoản 3." + AFTER
    )
    assert [eid for eid in eids(content) if "“" not in eid] == [
        "art_1", "art_1__cl_1", "art_1__cl_1__point_a", "art_1__cl_1__point_b", "art_1__cl_1__point_c", "art_1__cl_2", "art_2",
    ]  # fmt: skip


def test_a_closing_mark_too_early_does_not_end_the_wording() -> None:
    content = "Điều 1. Sửa đổi\n1. Sửa đổi Điều 7 như sau:\n“Điều 7. Tên\n1. Một.\n2. Hai.”.\n3. Ba.\n4. Bốn.”." + AFTER
    assert [eid for eid in eids(content) if "“" not in eid] == ["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]


def test_the_older_way_to_word_an_amendment_without_marks() -> None:
    content = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 1/2000/NĐ-CP như sau:\n1. Điều 2 được sửa đổi như sau:\nĐiều 2. Tên\n"
        "1. Một.\n2. Hai.\n2. Khoản 3 Điều 4 được sửa đổi, bổ sung như sau:\n3. Lời mới.\nĐiều 2. Hiệu lực\nLời."
    )
    assert eids(content) == [
        "art_1", "art_1__cl_1", "“art_1__cl_1__qstr_1__art_2", "“art_1__cl_1__qstr_1__art_2__cl_1",
        "“art_1__cl_1__qstr_1__art_2__cl_2", "art_1__cl_2", "“art_1__cl_2__qstr_1__cl_3", "art_2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "eid"), [("c2", "point_c2"), ("đ1", "point_dd1"), ("i", "point_i"), ("v", "point_v")]
)
def test_a_quoted_point_is_a_point_whatever_its_letter(number: str, eid: str) -> None:
    content = f"Điều 1. Sửa đổi\n1. Bổ sung điểm {number} khoản 2 như sau:\n“{number}) Lời mới.”" + AFTER
    assert eids(content)[2] == f"“art_1__cl_1__qstr_1__{eid}"


def test_a_quoted_phrase_is_no_new_wording() -> None:
    content = "Điều 1. Giải thích\nTrong Luật này:\n“Người nộp thuế” là tổ chức.\n1. “Thuế” là thuế.\n2. Phí là phí.\nĐiều 2. Tên\nLời."
    assert eids(content) == ["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]
