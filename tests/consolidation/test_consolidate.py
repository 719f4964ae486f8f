"""What each kind of instruction writes, and what is refused rather than guessed."""

import datetime as dt

import pytest

from tests.consolidation.drafting import ENACTED, act, base, made, words
from vanban.consolidation import consolidate
from vanban.consolidation.wording import Acting
from vanban.model import Writer


def test_no_change_gives_the_enacted_text() -> None:
    enacted = base()
    expression = consolidate(enacted, [])
    assert expression.text == enacted.text.content
    assert [(u.eid, u.start, u.end, u.parent) for u in expression.provisions] == [
        (u.eid, u.start, u.end, u.parent) for u in enacted.provisions
    ]


def test_a_unit_gets_its_new_wording_without_the_marks() -> None:
    expression = made("1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. Bến nước gọi là “bến” là nơi lấy nước.”.")
    assert words(expression, "art_2__cl_1") == "1. Bến nước gọi là “bến” là nơi lấy nước."
    unit = next(unit for unit in expression.provisions if unit.eid == "art_2__cl_1")
    assert unit.since == dt.date(2020, 1, 1) and unit.by is not None and unit.by.eid == "art_1__cl_1"
    assert (
        expression.text.replace("Bến nước gọi là “bến” là nơi lấy nước.", "Bến nước là nơi lấy nước chung.") == ENACTED
    )


@pytest.mark.parametrize(
    ("new", "order"),
    [("đ", "a d đ e"), ("d1", "a d d1 e"), ("e1", "a d e e1"), ("b", "a b d e")],
)
def test_points_go_in_the_vietnamese_order(new: str, order: str) -> None:
    expression = made(f"1. Bổ sung điểm {new} khoản 2 Điều 2 như sau:\n“{new}) Trồng cây;”.")
    points = [unit.num for unit in expression.provisions if unit.level == "point"]
    assert points == order.split()


def test_articles_put_after_one_neighbour_stand_in_their_order() -> None:
    expression = made(
        "1. Bổ sung Điều 2a và Điều 2b vào sau Điều 2 như sau:\n“Điều 2a. Phí\nKhông thu phí.\nĐiều 2b. Lệ phí\n"
        "Không thu lệ phí.”."
    )
    assert [unit.num for unit in expression.provisions if unit.level == "article"] == ["1", "2", "2a", "2b", "3"]
    assert expression.text.count("\nĐiều 2a. Phí\nKhông thu phí.\nĐiều 2b. Lệ phí\nKhông thu lệ phí.\nChương II\n") == 1
    assert next(unit for unit in expression.provisions if unit.eid == "art_2a").parent == "chp_I"


def test_a_repealed_unit_keeps_its_number() -> None:
    expression = made("1. Bãi bỏ khoản 2 Điều 2.")
    assert words(expression, "art_2__cl_2") == "2. (được bãi bỏ)"
    assert not any(unit.level == "point" for unit in expression.provisions)


def test_words_change_in_the_named_unit_and_nowhere_else() -> None:
    expression = made("1. Thay thế cụm từ “Bộ Sông nước” bằng cụm từ “Bộ Nước” tại khoản 2 Điều 2.")
    assert words(expression, "art_2__cl_2").count("Bộ Nước") == 2
    assert words(expression, "art_2__cl_3") == "3. Bộ Sông nước quản lý bến."
    assert {unit.eid for unit in expression.provisions if unit.by} == {"art_2__cl_2__point_d", "art_2__cl_2__point_e"}


def test_removed_words_leave_no_second_space() -> None:
    expression = made("1. Bỏ cụm từ “lấy nước” tại khoản 1 Điều 2.")
    assert words(expression, "art_2__cl_1") == "1. Bến nước là nơi chung."


def test_words_that_open_a_unit_are_found_with_their_capital() -> None:
    expression = made("1. Thay thế cụm từ “báo cáo Bộ Sông nước” bằng cụm từ “trình Bộ Sông nước” tại khoản 2 Điều 2.")
    assert words(expression, "art_2__cl_2__point_d") == "d) Trình Bộ Sông nước;"
    kept = made("1. Bỏ cụm từ “sông nước” tại khoản 3 Điều 2.")
    assert [refusal.reason for refusal in kept.refused] == ["words-absent"]


def test_words_that_stand_once_in_other_capitals_are_meant() -> None:
    heading = made("1. Thay thế cụm từ “Điều khoản thi hành” bằng cụm từ “Hiệu lực” tại tên Chương II.")
    assert "Chương II\nHIỆU LỰC\n" in heading.text and not heading.refused
    clause = made("1. Thay thế cụm từ “Quản Lý Bến” bằng cụm từ “Giữ Bến” tại khoản 3 Điều 2.")
    assert words(clause, "art_2__cl_3") == "3. Bộ Sông nước Giữ Bến."
    twice = made("1. Thay thế cụm từ “Bộ SÔNG nước” bằng cụm từ “Bộ Nước” tại khoản 2 Điều 2.")
    assert [refusal.reason for refusal in twice.refused] == ["words-absent"]


def test_an_article_without_a_neighbour_named_stands_after_its_plain_number() -> None:
    expression = made("1. Bổ sung Điều 2a như sau:\n“Điều 2a. Phí\nKhông thu phí.”.")
    assert [unit.num for unit in expression.provisions if unit.level == "article"] == ["1", "2", "2a", "3"]
    assert [refusal.reason for refusal in made("1. Bổ sung Điều 9 như sau:\n“Điều 9. Phí\nKhông thu.”.").refused] == [
        "place-unknown"
    ]


def test_what_comes_to_open_a_unit_gets_its_capital() -> None:
    assert words(made("1. Bỏ cụm từ “Giữ bến” tại điểm a khoản 2 Điều 2."), "art_2__cl_2__point_a") == "a) Sạch;"
    added = made("1. Bổ sung cụm từ “mỗi năm” vào trước cụm từ “giữ bến” tại điểm a khoản 2 Điều 2.")
    assert words(added, "art_2__cl_2__point_a") == "a) Mỗi năm giữ bến sạch;"


def test_the_comma_that_joined_removed_words_goes_with_them() -> None:
    listed = "1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. Trưởng thôn, trưởng ấp, trưởng bản có quyền.”."
    removed = made(listed, "1. Bỏ cụm từ “trưởng ấp, trưởng bản” tại khoản 1 Điều 2.")
    assert words(removed, "art_2__cl_1") == "1. Trưởng thôn có quyền."
    kept = made(listed, "1. Bỏ cụm từ “trưởng ấp,” tại khoản 1 Điều 2.")
    assert words(kept, "art_2__cl_1") == "1. Trưởng thôn, trưởng bản có quyền."


def test_words_of_an_act_are_not_changed_by_the_same_act() -> None:
    expression = made(
        "1. Sửa đổi, bổ sung khoản 3 Điều 2 như sau:\n“3. Bộ Sông nước, Bộ Đò quản lý bến.”.\n"
        "2. Bổ sung cụm từ “, Bộ Đò” vào sau cụm từ “Bộ Sông nước” tại Điều 2."
    )
    assert words(expression, "art_2__cl_3") == "3. Bộ Sông nước, Bộ Đò quản lý bến."
    assert words(expression, "art_2__cl_2__point_d") == "d) Báo cáo Bộ Sông nước, Bộ Đò;"
    assert not expression.refused


def test_two_single_marks_quote_like_a_double_one() -> None:
    expression = made("1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n‘‘1. Bến là nơi lấy nước.’’.")
    assert words(expression, "art_2__cl_1") == "1. Bến là nơi lấy nước."


def test_a_later_act_works_on_what_an_earlier_one_wrote() -> None:
    expression = made(
        "1. Bổ sung khoản 1a vào sau khoản 1 Điều 2 như sau:\n“1a. Bến khô là bến cạn.”.",
        "1. Thay thế cụm từ “bến cạn” bằng cụm từ “bến hết nước” tại khoản 1a Điều 2.",
    )
    assert words(expression, "art_2__cl_1a") == "1a. Bến khô là bến hết nước."
    unit = next(unit for unit in expression.provisions if unit.eid == "art_2__cl_1a")
    assert unit.since == dt.date(2021, 1, 1)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("1. Bãi bỏ khoản 9 Điều 2.", "target-absent"),
        ("1. Bỏ cụm từ “con đò” tại khoản 1 Điều 2.", "words-absent"),
        ("1. Bổ sung khoản 3 Điều 2 như sau:\n“3. Bến khô là bến cạn.”.", "already-there"),
        ("1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“4. Bến khô là bến cạn.”.", "wording-differs"),
    ],
)
def test_what_does_not_fit_one_place_is_refused_by_name(body: str, reason: str) -> None:
    expression = made(body)
    assert [refusal.reason for refusal in expression.refused] == [reason]
    assert expression.text == ENACTED and not expression.applied


def test_an_instruction_is_refused_whole() -> None:
    expression = made("1. Thay thế cụm từ “Bộ Sông nước” bằng cụm từ “Bộ Nước” tại khoản 1 và khoản 3 Điều 2.")
    assert [refusal.reason for refusal in expression.refused] == ["words-absent", "with-another"]
    assert expression.text == ENACTED


def test_a_quotation_mark_alone_on_its_line_is_no_wording() -> None:
    acting = Acting(act("1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“\n1. Bến là nơi lấy nước.”."))
    assert all(acting.node(unit.eid, None, Writer("", "")).text.strip() for unit in acting.parsed.provisions
               if unit.quoted and unit.eid in acting)  # fmt: skip
    expression = made("1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“\n1. Bến là nơi lấy nước.”.")
    assert words(expression, "art_2__cl_1") == "1. Bến là nơi lấy nước."
