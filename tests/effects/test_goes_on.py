"""Where a list of things goes on that a careless reader ends: behind a history, a title, a slip of the typist."""

import pytest

from tests.effects.reading import AMENDING, OWN, place, read, said
from vanban.rules import Rules

OLD = "Nghị định số 902/2018/NĐ-CP"


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        # the history of the first act closes with "và"; what is joined after it with a day of its own is the next act
        (
            f"{OLD} đã được sửa đổi, bổ sung một số điều theo Nghị định số 905/2020/NĐ-CP và Nghị định số 906/2021/NĐ-CP, "
            "Nghị quyết số 54/2022/QH15 ngày 16 tháng 6 năm 2022 của Quốc hội thí điểm bến nước hết hiệu lực kể từ ngày "
            "Nghị định này có hiệu lực thi hành.",
            ["end 902/2018/NĐ-CP *", "end 54/2022/QH15 *"],
        ),
        # an open history may name any number of acts
        (
            f"{OLD} đã được sửa đổi, bổ sung theo Nghị định số 905/2020/NĐ-CP ngày 1 tháng 2 năm 2020, Nghị định số "
            "906/2021/NĐ-CP ngày 3 tháng 4 năm 2021 hết hiệu lực.",
            ["end 902/2018/NĐ-CP *"],
        ),
        # a place of another act behind the title of the first
        (
            f"Bãi bỏ {OLD} ngày 14 tháng 5 năm 2018 của Chính phủ quy định về bến nước và Điều 2 Nghị định số "
            "905/2020/NĐ-CP ngày 1 tháng 2 năm 2020 của Chính phủ.",
            ["repeal-work 902/2018/NĐ-CP *", "repeal 905/2020/NĐ-CP Đ2"],
        ),
        # what the title itself is about is no further item
        (
            f"Bãi bỏ {OLD} ngày 14 tháng 5 năm 2018 của Chính phủ quy định chi tiết Điều 5 và Điều 7 của Luật số "
            "5/2010/QH12.",
            ["repeal-work 902/2018/NĐ-CP *"],
        ),
        # units, words at two places, units again: each piece between semicolons is one thing
        (
            f"Bãi bỏ Điều 21; từ “bến” tại khoản 5, cụm từ “2, 3,” tại khoản 8 Điều 77; Điều 90 của {OLD}.",
            [
                "repeal 902/2018/NĐ-CP Đ21",
                "remove-words 902/2018/NĐ-CP Đ77 k5",
                "remove-words 902/2018/NĐ-CP Đ77 k8",
                "repeal 902/2018/NĐ-CP Đ90",
            ],
        ),
        # where only words are removed, what follows the semicolon is a place of theirs
        (
            f"Bãi bỏ cụm từ “bến” tại khoản 5 Điều 52; khoản 6 Điều 53 của {OLD}.",
            ["remove-words 902/2018/NĐ-CP Đ52 k5", "remove-words 902/2018/NĐ-CP Đ53 k6"],
        ),
        # a comma left out
        (
            f"Bãi bỏ Phụ lục I, 1B II, V ban hành kèm theo {OLD}.",
            [f"repeal 902/2018/NĐ-CP PL{num}" for num in ("I", "1B", "II", "V")],
        ),
        (
            f"Thay thế cụm từ “A” thành “B” và cụm từ “C” thành “D” tại ghi chú số (3) Phụ lục 2 {OLD}.",
            ["replace-words 902/2018/NĐ-CP PL2 Phghi chú số (3)"] * 2,
        ),
        # behind words that are no place, the next instruction begins after a semicolon
        (
            f"Bãi bỏ Mục 3 Chương II - Bến đò gồm các Điều 32 và 33; bãi bỏ khoản 5 Điều 30, khoản 1 Điều 38 {OLD}.",
            ["repeal 902/2018/NĐ-CP ChII M3", "repeal 902/2018/NĐ-CP Đ30 k5", "repeal 902/2018/NĐ-CP Đ38 k1"],
        ),
        (
            f"Bổ sung cụm từ “A” vào sau cụm từ “B” cuối khoản 1 Điều 96; bổ sung cụm từ “C” vào sau cụm từ “D” tại Điều 9 {OLD}.",
            ["add-words 902/2018/NĐ-CP Đ96 k1", "add-words 902/2018/NĐ-CP Đ9"],
        ),
        # pairs of words joined with a comma
        (
            f"Thay thế cụm từ “A” thành “B”, “C” thành “D” tại Điều 5 {OLD}.",
            ["replace-words 902/2018/NĐ-CP Đ5", "replace-words 902/2018/NĐ-CP Đ5"],
        ),
    ],
)
def test_the_list_goes_on(clause: str, effects: list[str], rules: Rules) -> None:
    assert said(read(f"Điều 9. Thi hành\n2. {clause}\n", rules, OWN)) == effects


def test_two_insertions_each_with_its_place(rules: Rules) -> None:
    quoted = "“Mục 5a. ĐÒ\nĐiều 17a. Đò\nĐò có đèn.”."
    clause = f"Điều 1. Sửa đổi\n1. Bổ sung Mục 5a vào sau Mục 5 và Điều 17a vào sau Điều 17 như sau:\n{quoted}\n"
    parsed = read(clause, rules)
    assert said(parsed) == ["insert 902/2018/NĐ-CP M5a", "insert 902/2018/NĐ-CP Đ17a"]
    assert [[unit.num for unit in effect.anchor] for effect in parsed.effects] == [["5"], ["17"]]


def test_lines_without_a_number_take_the_wording_below_them(rules: Rules) -> None:
    body = (
        "Điều 1. Sửa đổi\n5. Khoản 2, 3 Điều 9 được sửa đổi như sau:\nĐiểm b khoản 2 được sửa đổi như sau:\n"
        '"b. Bến có cầu."\nĐiểm a khoản 3 được sửa đổi như sau:\n"a. Bến có đèn."\n'
    )
    found = {place(effect): effect.new_eids for effect in read(body, rules, AMENDING).effects}
    assert {target: [eid.rpartition("__")[2] for eid in eids] for target, eids in found.items()} == {
        "Đ9 k2 đb": ["point_b"],
        "Đ9 k3 đa": ["point_a"],
    }


def test_a_stray_mark_before_the_number_of_an_instruction(rules: Rules) -> None:
    body = (
        "Điều 1. Sửa đổi\n7. Sửa đổi, bổ sung điểm c khoản 8 và khoản 9 Điều 20 như sau:\n"
        "“a) Bổ sung điểm c khoản 8 như sau:\n“c) Bến có đò.”\nb) Sửa đổi khoản 9 như sau:\n“9. Bến có đèn.”\n"
    )
    assert said(read(body, rules)) == ["insert 902/2018/NĐ-CP Đ20 k8 đc", "substitute 902/2018/NĐ-CP Đ20 k9"]


def test_a_blank_inside_the_marks_is_no_new_word(rules: Rules) -> None:
    effects = read("Điều 1. Sửa đổi\n1. Thay thế cụm từ “Bộ A” thành “ Bộ B” tại Điều 5.\n", rules).effects
    assert [(effect.old, effect.new) for effect in effects] == [("Bộ A", "Bộ B")]


def test_an_insertion_has_its_place_and_its_neighbour(rules: Rules) -> None:
    clause = "Điều 1. Sửa đổi\n1. Bổ sung Điều 53a vào Mục 5, Chương II trước Điều 54 như sau:\n“Điều 53a. Đò\nĐò có đèn.”.\n"
    (effect,) = read(clause, rules).effects
    assert (place(effect), effect.place) == ("ChII M5 Đ53a", "before")
    assert [unit.num for unit in effect.anchor] == ["54"]


def test_a_form_replaced_may_tell_where_it_is_asked_for(rules: Rules) -> None:
    body = "Điều 1. Sửa đổi\n1. Thay thế Mẫu số 01 tại điểm a khoản 2 Điều 6 bằng Mẫu số 01 ban hành kèm theo Nghị định này.\n"
    (effect,) = read(body, rules, after="Mẫu số 01\nĐƠN XIN BẾN\nKính gửi: Ủy ban.\n").effects
    assert (effect.verb, place(effect), effect.new_eids) == ("substitute", "mẫu01", ("form_01",))


def test_contents_of_an_annex_replaced_are_for_a_person_to_see(rules: Rules) -> None:
    body = f"Điều 1. Sửa đổi\n1. Sửa đổi một số nội dung tại Phụ lục I ban hành kèm theo {OLD} bằng Phụ lục I Nghị định này.\n"
    (effect,) = read(body, rules, after="PHỤ LỤC I\nBẾN ĐÒ\nBến tạm.\n").effects
    assert (effect.grade, effect.condition, effect.new_eids) == ("candidate", "một số nội dung tại", ("app_I",))
