"""The wordings of instructions (A: new words … F: not applied for a while), one clause each; the acts are invented."""

import pytest

from tests.effects.reading import AMENDING, OWN, place, read, said
from vanban.effects import predicates, signs
from vanban.orthography import fold
from vanban.rules import Rules, load
from vanban.rules.effect_phrases import AmendingPhrase, EndingPhrase

IN_902 = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 902/2018/NĐ-CP\n1. {}\n"


@pytest.mark.parametrize(
    ("clause", "verb", "places"),
    [
        ("Sửa đổi, bổ sung khoản 1 Điều 29 như sau:\n“1. Bến nước.”.", "substitute", ["Đ29 k1"]),
        ("Sửa đổi, bổ sung các khoản 1, 2 và 3 Điều 8 như sau:", "substitute", ["Đ8 k1", "Đ8 k2", "Đ8 k3"]),
        ("Sửa đổi điểm b và điểm c khoản 1 Điều 9 như sau:", "substitute", ["Đ9 k1 đb", "Đ9 k1 đc"]),
        ("Sửa đổi, bổ sung đoạn đầu của khoản 2 Điều 6 như sau:", "substitute", ["Đ6 k2 đoạn1"]),
        ("Sửa đổi, bổ sung câu thứ hai khoản 2 Điều 6 như sau:", "substitute", ["Đ6 k2 câu2"]),
        ("Sửa đổi tiêu đề Điều 8 như sau:", "substitute", ["Đ8 tên"]),
        ("Sửa đổi, bổ sung tên Chương II như sau:", "substitute", ["ChII tên"]),
        ("Sửa đổi, bổ sung phần I và phần II Phụ lục I như sau:", "substitute", ["PLI PhI", "PLI PhII"]),
        ("Điều 8 được sửa đổi, bổ sung như sau:", "substitute", ["Đ8"]),
        ("Khoản 2 Điều 3 được bổ sung, sửa đổi như sau:", "substitute", ["Đ3 k2"]),
        ("Bổ sung khoản 9 vào sau khoản 8 Điều 2 như sau:", "insert", ["Đ2 k9"]),
        ("Bổ sung các khoản 1a, 1b vào sau khoản 1 Điều 2 như sau:", "insert", ["Đ2 k1a", "Đ2 k1b"]),
        ("Bổ sung Điều 59a vào sau Điều 59 như sau:", "insert", ["Đ59a"]),
        ("Bổ sung Chương VIIa vào sau Chương VII như sau:", "insert", ["ChVIIa"]),
        ("Bổ sung Mục 11 vào sau Mục 10 Chương IV như sau:", "insert", ["ChIV M11"]),
        ("Bổ sung khoản 5 Điều 19 như sau:", "insert", ["Đ19 k5"]),
        ("Bổ sung khoản 6 vào Điều 8 như sau:", "insert", ["Đ8 k6"]),
        ("Điều 5 được bổ sung khoản 4 như sau:", "insert", ["Đ5 k4"]),
        ("Bãi bỏ khoản 1 Điều 109.", "repeal", ["Đ109 k1"]),
        ("Bãi bỏ khoản 5 Điều 14; điểm b khoản 5 Điều 39; Chương X.", "repeal", ["Đ14 k5", "Đ39 k5 đb", "ChX"]),
        ("Bãi bỏ Điều 5 đến Điều 7.", "repeal", ["Đ5", "Đ6", "Đ7"]),
        ("Bỏ cụm từ “bến đò” tại tên Điều 21.", "remove-words", ["Đ21 tên"]),
        ("Đính chính khoản 2 Điều 4 như sau:", "correct", ["Đ4 k2"]),
        ("Đánh số lại khoản 5 Điều 4 thành khoản 6.", "renumber", ["Đ4 k5"]),
    ],
)
def test_one_clause(clause: str, verb: str, places: list[str], rules: Rules) -> None:
    found = [effect for effect in read(IN_902.format(clause), rules).effects if effect.verb == verb]
    assert [place(effect) for effect in found] == places
    assert {effect.target.symbol for effect in found} == {"902/2018/NĐ-CP"}
    assert {effect.grade for effect in found} == {"explicit"}


@pytest.mark.parametrize(
    ("clause", "swaps"),
    [
        (
            "Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 4 Điều 10 và Điều 14.",
            [("A", "B", "Đ10 k4"), ("A", "B", "Đ14")],
        ),
        ("Thay thế cụm từ “A” tại Điều 5 thành cụm từ “B”.", [("A", "B", "Đ5")]),
        ("Thay thế các cụm từ: “A” tại Điều 5; “C” tại Điều 6 thành cụm từ “B”.", [("A", "B", "Đ5"), ("C", "B", "Đ6")]),
        ("Thay thế cụm từ “A”, “C” tương ứng bằng cụm từ “B”, “D” tại Điều 5.", [("A", "B", "Đ5"), ("C", "D", "Đ5")]),
        ("Thay thế cụm từ “A” bằng cụm từ “B”.", [("A", "B", "*")]),
    ],
)
def test_words_replaced(clause: str, swaps: list[tuple[str, str, str]], rules: Rules) -> None:
    found = read(IN_902.format(clause), rules).effects
    assert [(effect.old, effect.new, place(effect)) for effect in found] == swaps


def test_words_added_tell_their_side(rules: Rules) -> None:
    clause = "Bổ sung cụm từ “Bộ trưởng” vào trước cụm từ “Bộ Bến nước” tại điểm b khoản 2 Điều 17."
    (effect,) = read(IN_902.format(clause), rules).effects
    assert (effect.verb, effect.old, effect.new, effect.place) == ("add-words", "Bộ Bến nước", "Bộ trưởng", "before")


def test_words_removed_inside_longer_ones_tell_what_is_left(rules: Rules) -> None:
    clause = "Bỏ từ “phạt” trong cụm từ “tiền phạt chậm nộp” tại khoản 3 Điều 5."
    (effect,) = read(IN_902.format(clause), rules).effects
    assert (effect.verb, effect.old, effect.new) == ("replace-words", "tiền phạt chậm nộp", "tiền chậm nộp")


def test_this_act_below_a_line_that_names_another_is_the_other_one(rules: Rules) -> None:
    body = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 902/2018/NĐ-CP\n"
        "1. Bãi bỏ khoản 2 Điều 20 của Nghị định này.\n2. Bãi bỏ Điều 1 của Nghị định này.\n"
    )
    assert said(read(body, rules)) == ["repeal 902/2018/NĐ-CP Đ20 k2"]


def test_a_line_that_ends_with_its_verb_goes_on(rules: Rules) -> None:
    clause = "Bổ sung\nĐiều 47a vào sau Điều 47 như sau:\n“Điều 47a. Phí\nKhông thu.”."
    assert said(read(IN_902.format(clause), rules)) == ["insert 902/2018/NĐ-CP Đ47a"]


def test_old_and_new_words_that_do_not_pair_are_not_understood(rules: Rules) -> None:
    parsed = read(IN_902.format("Thay thế cụm từ “A”, “B”, “C” bằng cụm từ “D”, “E” tại Điều 5."), rules)
    assert parsed.effects == ()
    assert [f.code for f in parsed.findings if f.code.startswith("effect")] == ["effect-not-understood"]


def test_target_from_the_lines_above(rules: Rules) -> None:
    body = """Chương II
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 903/2016/NĐ-CP
Điều 2. Sửa đổi, bổ sung một số điểm, khoản của Điều 73
a) Sửa đổi, bổ sung điểm b khoản 2 như sau:
“b) Có phao.”;
b) Bãi bỏ khoản 3.
Điều 3. Sửa đổi, bổ sung Điều 8
Bổ sung khoản 4a sau khoản 4 như sau:
“4a. Có đèn.”.
"""
    assert said(read(body, rules)) == [
        "substitute 903/2016/NĐ-CP Đ73 k2 đb", "repeal 903/2016/NĐ-CP Đ73 k3", "insert 903/2016/NĐ-CP Đ8 k4a",
    ]  # fmt: skip


def test_a_heading_that_names_words_and_a_clause(rules: Rules) -> None:
    body = """Điều 2. Sửa đổi, bổ sung một số điểm, khoản của Điều 7 Nghị định số 902/2018/NĐ-CP
4. Bổ sung, thay thế cụm từ tại một số điểm của khoản 15
a) Bổ sung cụm từ “và đèn” vào sau cụm từ “phao” tại điểm a.
"""
    assert said(read(body, rules)) == ["add-words 902/2018/NĐ-CP Đ7 k15 đa"]


def test_an_umbrella_ends_nothing_whole(rules: Rules) -> None:
    parsed = read("Điều 9. Bãi bỏ\n1. Bãi bỏ một số quy định của Chương III Nghị định số 902/2018/NĐ-CP.\n", rules, OWN)
    assert parsed.effects == ()
    assert "effect-not-understood" in {finding.code for finding in parsed.findings}


def test_an_appendix_of_plans_acts_on_nothing(rules: Rules) -> None:
    body = """Điều 1. Ban hành Danh mục
Ban hành kèm theo Nghị định này Danh mục văn bản cần sửa đổi.
"""
    tail = "PHỤ LỤC\nDANH MỤC VĂN BẢN CẦN SỬA ĐỔI\n1. Nghị định số 902/2018/NĐ-CP\n- Bãi bỏ khoản 4 Điều 16 Nghị định số 902/2018/NĐ-CP.\n"
    assert said(read(body, rules, OWN, after=tail)) == []


def test_editors_notes_are_not_the_document_s_words(rules: Rules) -> None:
    clause = (
        "Bãi bỏ Điều 3 [Điều này được hướng dẫn bởi Chương II Nghị định số 947/2021/NĐ-CP có hiệu lực từ ngày 01/04/2021] "
        "và Điều 4 Nghị định số 902/2018/NĐ-CP."
    )
    assert said(read(f"Điều 9. Bãi bỏ\n1. {clause}\n", rules, OWN)) == [
        "repeal 902/2018/NĐ-CP Đ3",
        "repeal 902/2018/NĐ-CP Đ4",
    ]


def test_two_acts_in_one_point_and_a_rider_that_is_no_target(rules: Rules) -> None:
    body = """Điều 9. Bãi bỏ
Bãi bỏ cụm từ “thanh tra,” tại khoản 15 Điều 191; bãi bỏ Điều 192 của Luật Bến nước số 927/2023/QH15 đã được sửa đổi, bổ sung một số điều theo Luật số 943/2024/QH15.
"""
    assert said(read(body, rules, OWN)) == ["remove-words 927/2023/QH15 Đ191 k15", "repeal 927/2023/QH15 Đ192"]


def test_an_annex_replaced_pairwise_by_ones_own(rules: Rules) -> None:
    body = """Điều 1. Thay thế Phụ lục I, Phụ lục II ban hành kèm theo Nghị định số 960/2023/NĐ-CP tương ứng bằng Phụ lục III, Phụ lục IV ban hành kèm theo Nghị định này.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2024.
"""
    assert said(read(body, rules, OWN)) == ["substitute 960/2023/NĐ-CP PLI", "substitute 960/2023/NĐ-CP PLII"]


def test_quoted_wording_acts_on_nothing(rules: Rules) -> None:
    clause = "Sửa đổi, bổ sung Điều 5 như sau:\n“Điều 5. Bãi bỏ\n1. Bãi bỏ Thông tư số 911/2010/TT-BSN.\n2. Điều 7 hết hiệu lực.”."
    assert said(read(IN_902.format(clause), rules)) == ["substitute 902/2018/NĐ-CP Đ5"]


def test_the_new_wording_hangs_on_the_effect(rules: Rules) -> None:
    parsed = read(IN_902.format("Sửa đổi, bổ sung khoản 1 Điều 29 như sau:\n“1. Bến nước.”."), rules)
    (effect,) = parsed.effects
    quoted = {unit.eid for unit in parsed.provisions if unit.quoted}
    assert effect.new_eids and set(effect.new_eids) <= quoted


@pytest.mark.parametrize(
    "prose",
    [
        "Chủ bến sửa đổi, bổ sung hồ sơ theo quy định tại Điều 5 Nghị định này.",
        "Căn cứ Nghị định số 902/2018/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 901/2016/NĐ-CP.",
        "Bổ sung giấy tờ quy định tại khoản 2 Điều 7 trong thời hạn 05 ngày.",
        "Giấy phép hết hiệu lực khi bến nước ngừng hoạt động.",
        "Hồ sơ đã nộp trước ngày Nghị định số 902/2018/NĐ-CP hết hiệu lực thì tiếp tục giải quyết.",
    ],
)
def test_prose_acts_on_nothing(prose: str, rules: Rules) -> None:
    assert said(read(f"Điều 4. Hồ sơ\n1. {prose}\n", rules, OWN)) == []


def test_an_unnamed_act_makes_a_candidate_and_a_finding(rules: Rules) -> None:
    parsed = read("Điều 6. Nội dung khác\n4. Bãi bỏ điểm d khoản 1 Điều 14.\n", rules, OWN)
    (effect,) = parsed.effects
    assert (effect.grade, effect.target.symbol, place(effect)) == ("candidate", "", "Đ14 k1 đd")
    assert "effect-target-unnamed" in {finding.code for finding in parsed.findings}


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Trong Nghị định số 902/2018/NĐ-CP, cụm từ “Sở” được thay bằng cụm từ “Bộ”; cụm từ “bến” được thay bằng cụm từ “cảng”",
         ["replace-words 902/2018/NĐ-CP *", "replace-words 902/2018/NĐ-CP *"]),
        ("Cụm từ “Sở” tại khoản 1 Điều 2 được thay bằng cụm từ “Bộ”", ["replace-words 902/2018/NĐ-CP Đ2 k1"]),
        ("Cụm từ “Sở” được thay thế bằng cụm từ “Bộ” tại Điều 3", ["replace-words 902/2018/NĐ-CP Đ3"]),
    ],
)  # fmt: skip
def test_words_named_before_what_is_done_to_them(clause: str, expected: list[str], rules: Rules) -> None:
    assert said(read(IN_902.format(f"{clause}."), rules)) == expected


def test_words_replaced_in_a_history_act_on_nothing(rules: Rules) -> None:
    prose = "Tên Bộ đã được thay bằng cụm từ “Bộ Sông nước” từ năm 2010."
    assert said(read(f"Điều 4. Hồ sơ\n1. {prose}\n", rules, OWN)) == []


@pytest.mark.parametrize(
    "instruction",
    [
        "Bỏ tiết a điểm b khoản 3 Điều 5.",
        "Bỏ “Bộ A” tại khoản 2 Điều 5.",
        "Bỏ gạch đầu dòng thứ nhất khoản 2 Điều 5.",
        "Thay “Bộ A” bằng “Bộ B” tại khoản 2 Điều 5.",
        "Thay khoản 2 Điều 5 như sau: “2. Bến nước.”",
    ],
)
def test_no_instruction_is_lost_in_silence(rules: Rules, instruction: str) -> None:
    """What begins like an instruction gives an effect, or a finding that it was not understood."""
    parsed = read(f"Điều 1. {AMENDING}\n1. {instruction}\n2. Bãi bỏ Điều 9.\n", rules)
    of_first = [effect for effect in parsed.effects if effect.within == "art_1__cl_1"]
    assert of_first or any(finding.code == "effect-not-understood" for finding in parsed.findings)


def test_new_words_on_the_next_line(rules: Rules) -> None:
    parsed = read("Điều 1. Thay thế cụm từ “Bộ A” thành cụm từ\n“Bộ B” tại khoản 2 Điều 5.\n", rules)
    assert [(effect.verb, effect.old, effect.new) for effect in parsed.effects] == [("replace-words", "Bộ A", "Bộ B")]


@pytest.mark.parametrize(
    "row", [*load().amending_phrases, *load().ending_phrases], ids=lambda row: f"{row.id}-{row.examples[0][:20]}"
)
def test_every_row_is_heard(row: AmendingPhrase | EndingPhrase) -> None:
    """The signs that are looked for before anything is read stand in each example of the tables."""
    for example in row.examples:
        assert signs.of(fold(example)).acting, example
        if isinstance(row, EndingPhrase) or row.passive:
            assert predicates.SAYS.search(fold(example)), example
