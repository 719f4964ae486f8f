"""Which quoted units are tied to which target, and names and numbers as clauses print them; the acts are invented."""

import pytest

from tests.effects.reading import OWN, place, read, said
from vanban import pipeline
from vanban.model import Source, Text
from vanban.rules import Rules

IN_902 = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 902/2018/NĐ-CP\n1. {}\n2. Bãi bỏ Điều 9.\n"
QUOTED = "art_1__cl_1__qstr_1__"


@pytest.mark.parametrize(
    ("clause", "tied"),
    [
        (
            "Sửa đổi, bổ sung khoản 1 và bổ sung khoản 1a vào sau khoản 1 Điều 5 như sau:\n“1. Bến.\n1a. Đò.”.",
            {"Đ5 k1": ("cl_1",), "Đ5 k1a": ("cl_1a",)},
        ),
        (
            "Sửa đổi, bổ sung điểm a khoản 1 và khoản 3 Điều 5 như sau:\n“1. Bến có:\na) Cầu.\n”\n“3. Đò.”.",
            {"Đ5 k1 đa": ("cl_1__point_a",)},
        ),
        (
            "Khoản 3 Điều 10 được sửa đổi như sau:\n“Điều 10. Bến nước\n3. Bến có đèn.”.",
            {"Đ10 k3": ("art_10__cl_3",)},
        ),
        (
            "Sửa đổi, bổ sung tên điều, khoản 1 Điều 5 như sau:\n“Điều 5. Bến nước\n1. Bến có đèn.”.",
            {"Đ5 k1": ("art_5__cl_1",)},
        ),
        (
            "Sửa đổi, bổ sung ngành, nghề số thứ tự 29 và bổ sung ngành, nghề số thứ tự 29a vào sau số thứ tự 29 của "
            "Phụ lục IV về Danh mục ngành, nghề như sau:\n“29. Chèo đò\n29a. Lái phà”.",
            {"PLIV row29": ("cl_29",), "PLIV row29a": ("cl_29a",)},
        ),
    ],
)
def test_each_target_takes_the_quoted_unit_of_its_number(
    clause: str, tied: dict[str, tuple[str, ...]], rules: Rules
) -> None:
    found = {place(effect): effect.new_eids for effect in read(IN_902.format(clause), rules).effects}
    assert {target: found[target] for target in tied} == {
        target: tuple(QUOTED + unit for unit in units) for target, units in tied.items()
    }


def test_points_that_amend_a_third_act_are_new_wording_and_no_effects(rules: Rules) -> None:
    points = "".join(
        f"{letter}) Sửa đổi khoản {number} Điều 8 Quy chế bến ban hành kèm theo Thông tư số 903/2019/TT-BXD như sau:\n“{number}. Bến có {thing}.”"
        f"{end}"
        for letter, number, thing, end in (("a", 1, "đèn", ";\n"), ("b", 4, "đò", ";\n"), ("c", 5, "cầu", ""))
    )
    clause = f"Sửa đổi Điều 5 như sau:\na) Sửa đổi, bổ sung điểm a, b, c khoản 1 Điều 5 như sau:\n“{points}\nb) Bãi bỏ điểm g khoản 1 Điều 5."
    effects = read(IN_902.format(clause), rules).effects
    tied = {
        place(effect): effect.new_eids for effect in effects if effect.verb == "substitute" and "đ" in place(effect)
    }
    assert tied == {f"Đ5 k1 đ{letter}": (f"art_1__cl_1__point_a__qstr_1__point_{letter}",) for letter in "abc"}
    assert {effect.target.symbol for effect in effects} == {"902/2018/NĐ-CP"}
    assert "Đ5 k1 đg" in {place(effect) for effect in effects if effect.verb == "repeal"}


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Bỏ tiết a điểm b khoản 3 Điều 5.", "repeal 902/2018/NĐ-CP Đ5 k3 đb subpointa"),
        ("Thay “Bộ A” bằng “Bộ B” tại khoản 2 Điều 5.", "replace-words 902/2018/NĐ-CP Đ5 k2"),
        ("Bỏ “Bộ A” tại khoản 2 Điều 5.", "remove-words 902/2018/NĐ-CP Đ5 k2"),
        ("Bỏ gạch đầu dòng thứ nhất khoản 2 Điều 5.", "repeal 902/2018/NĐ-CP Đ5 k2 indent1"),
        ("Thay khoản 2 Điều 5 như sau:\n“2. Bến.”", "substitute 902/2018/NĐ-CP Đ5 k2"),
        ("Thay thế cụm từ “Bộ A” thành cụm từ\n“Bộ B” tại khoản 2 Điều 5.", "replace-words 902/2018/NĐ-CP Đ5 k2"),
    ],
)
def test_short_verbs_and_lines_run_on_are_not_lost(clause: str, expected: str, rules: Rules) -> None:
    assert said(read(IN_902.format(clause), rules))[0] == expected


def test_a_full_stop_in_the_quotation_is_no_new_word(rules: Rules) -> None:
    parsed = read(IN_902.format("Thay cụm từ “bến” tại Điều 5 bằng cụm từ “bến nước.”"), rules)
    assert parsed.effects[0].new == "bến nước"


def test_a_code_is_amended_as_a_code(rules: Rules) -> None:
    body = "Điều 1. Sửa đổi, bổ sung một số điều của Bộ luật hình sự:\n1. Bãi bỏ Điều 9.\n"
    parsed = read(body, rules, title="Sửa đổi quy định về bến nước")
    assert [effect.target.type for effect in parsed.effects] == ["bo-luat"]


@pytest.mark.parametrize("slip", ["902/2018/CP", "902/NĐ-CP ngày 05 tháng 6 năm 2018"])
def test_a_part_left_out_of_a_number_is_completed_from_the_full_one(slip: str, rules: Rules) -> None:
    body = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 902/2018/NĐ-CP ngày 05 tháng 6 năm 2018\n"
        f"1. Bãi bỏ Điều 9.\n2. Bãi bỏ Điều 7 Nghị định số {slip}.\n"
    )
    assert said(read(body, rules)) == ["repeal 902/2018/NĐ-CP Đ9", "repeal 902/2018/NĐ-CP Đ7"]


def test_a_longer_name_is_not_cut_to_a_known_one(rules: Rules) -> None:
    body = "Điều 1. Nghị định này thay thế Pháp lệnh phí bến đò ngày 30 tháng 12 năm 1993.\n"
    longer = "Điều 1. Bãi bỏ Điều 42 của Luật đầu tư nước ngoài tại Việt Nam.\n"
    assert all(effect.target.title != "phí" for effect in read(body, rules, title=OWN).effects)
    assert [effect.target.title for effect in read(longer, rules, title=OWN).effects] == [
        "đầu tư nước ngoài tại Việt Nam"
    ]


def test_what_stands_apart_is_an_exception(rules: Rules) -> None:
    body = (
        "Điều 9. Nghị định số 902/2018/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực; riêng các quy định về "
        "phí bến hết hiệu lực từ kỳ tính phí năm 2026.\n"
    )
    found = read(body, rules, title=OWN).effects
    assert found[0].exception == "riêng các quy định về phí bến hết hiệu lực từ kỳ tính phí năm 2026"


def test_one_matter_replaced_is_not_the_act_replaced(rules: Rules) -> None:
    body = (
        "Điều 9. Các quy định của Luật Xây dựng về quy hoạch bến được thay thế bằng các quy định của Nghị định này.\n"
    )
    found = read(body, rules, title=OWN).effects
    assert [(e.verb, e.grade, e.condition, e.new_eids) for e in found] == [
        ("replace-work", "candidate", "về quy hoạch bến", ())
    ]


@pytest.mark.parametrize(
    ("named", "tied"), [("SỬA ĐỔI 1:2024", ("app_A",)), ("Sửa đổi 1:2024", ("app_A",)), ("Sửa đổi 2:2026", ())]
)
def test_a_document_may_call_itself_by_its_first_line(named: str, tied: tuple[str, ...], rules: Rules) -> None:
    old = "QCVN 05A:2020/BBN về bến ban hành kèm theo Thông tư số 48/2020/TT-BBN"
    body = (
        "SỬA ĐỔI 1:2024 QCVN 05A:2020/BBN\nQUY CHUẨN KỸ THUẬT QUỐC GIA VỀ BẾN\nI. Quy định chung\n1. Bãi bỏ điểm 3.6.\n"
        f"Phụ lục A\nBIỂN BÁO\nThay thế Phụ lục A của {old} bằng Phụ lục A kèm theo {named} QCVN 05A:2020/BBN.\nBiển số 1.\n"
    )
    effect = pipeline.parse_text(Text(body, Source("", "text/plain")), (), rules).effects[-1]
    assert (effect.verb, place(effect), effect.new_eids) == ("substitute", "PLA", tied)


def test_a_quotation_within_the_new_wording_belongs_to_it(rules: Rules) -> None:
    body = (
        "Điều 1. Bổ sung Điều 8a sau Điều 8 như sau:\n“Điều 8a. Sửa đổi khoản 3 của Quy chế bến như sau:\n"
        "“3. Bến có đèn.\n4. Bến có phao.”\nĐiều 2. Sửa đổi khoản 1, khoản 2 Điều 9 như sau:\n“1. Một.\n“2. Hai.”\n"
    )
    found = read(body, rules).effects
    assert [effect.new_eids for effect in found] == [
        ("art_1__qstr_1__art_8a", "art_1__qstr_2__cl_3", "art_1__qstr_2__cl_4"),
        ("art_2__qstr_1__cl_1",),
        ("art_2__qstr_2__cl_2",),
    ]
