"""How far the words of an instruction reach: matters, lists, headings, annexes, what is said once for several."""

import pytest

from tests.effects.reading import OWN, read, said
from vanban.rules import Rules

OLD = "Nghị định số 902/2018/NĐ-CP"


def _told(body: str, rules: Rules) -> list[str]:
    return [finding.code for finding in read(body, rules, OWN).findings if finding.code.startswith("effect")]


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        # what an act says of one matter is for a person to decide
        (f"Bãi bỏ các quy định về phí tại Điều 5 {OLD}.", ["repeal 902/2018/NĐ-CP Đ5 ?"]),
        (f"Tiêu chí xét chọn quy định tại khoản 2 Điều 5 {OLD} hết hiệu lực.", ["end 902/2018/NĐ-CP Đ5 k2 ?"]),
        (
            f"Bãi bỏ Điều 4; quy định về nhân sự tại các Điều 6, 7 {OLD}.",
            ["repeal 902/2018/NĐ-CP Đ4", "repeal 902/2018/NĐ-CP Đ6 ?", "repeal 902/2018/NĐ-CP Đ7 ?"],
        ),
        # a place named after "trái với" is not where the matter stands
        ("Điều kiện kinh doanh quy định tại các văn bản trái với khoản 3 Điều 7 Nghị định này hết hiệu lực.", []),
        # the acts that a title names are no items of a list
        (
            f"Các văn bản sau đây hết hiệu lực:\na) Nghị định số 905/2020/NĐ-CP sửa đổi, bổ sung một số điều của {OLD} "
            "về bến nước và Nghị định số 903/2019/NĐ-CP quy định về phao;",
            ["end 905/2020/NĐ-CP *"],
        ),
        # annexes
        (f"Bãi bỏ Phần D Mục 1 Phụ lục I.10 {OLD}.", ["repeal 902/2018/NĐ-CP PLI.10 M1 PhD"]),
        (
            f"Bổ sung số thứ tự 10 vào sau số thứ tự 09 Phụ lục I ban hành kèm theo {OLD} như sau:",
            ["insert 902/2018/NĐ-CP PLI row10"],
        ),
        (
            f"Bổ sung các Phụ lục IB, IC và IIIA vào sau Phụ lục III {OLD}.",
            [f"insert 902/2018/NĐ-CP PL{num}" for num in ("IB", "IC", "IIIA")],
        ),
        # what is said once for several
        (
            f"Sửa đổi cụm từ “một” thành cụm từ “hai” tại khoản 1 và bỏ từ “trên” tại điểm d khoản 2 Điều 5 {OLD}.",
            ["replace-words 902/2018/NĐ-CP Đ5 k1", "remove-words 902/2018/NĐ-CP Đ5 k2 đd"],
        ),
        (
            f"Bỏ cụm từ “tàu” tại khoản 1; cụm từ “thuyền” tại khoản 2 Điều 5 {OLD}.",
            ["remove-words 902/2018/NĐ-CP Đ5 k1", "remove-words 902/2018/NĐ-CP Đ5 k2"],
        ),
        (
            f"Thay thế cụm từ “A” tại: điểm a khoản 1 Điều 5; Điều 6 {OLD} bằng cụm từ “B”.",
            ["replace-words 902/2018/NĐ-CP Đ5 k1 đa", "replace-words 902/2018/NĐ-CP Đ6"],
        ),
        (
            f"Bổ sung cụm từ “A” vào sau cụm từ “B” tại Điều 5; cụm từ “C” vào trước cụm từ “D” tại Điều 6 {OLD}.",
            ["add-words 902/2018/NĐ-CP Đ5", "add-words 902/2018/NĐ-CP Đ6"],
        ),
        (f"Tại khoản 3 Điều 5 {OLD}: thay thế cụm từ “A” thành “B”.", ["replace-words 902/2018/NĐ-CP Đ5 k3"]),
    ],
)
def test_reach(clause: str, effects: list[str], rules: Rules) -> None:
    parsed = read(f"Điều 9. Thi hành\n2. {clause}\n", rules, OWN)
    grades = ["" if effect.grade == "explicit" else " ?" for effect in parsed.effects]
    assert [line + grade for line, grade in zip(said(parsed), grades, strict=True)] == effects


def test_a_heading_over_changes_of_words_gives_its_places(rules: Rules) -> None:
    body = f"Điều 6. Thay thế cụm từ tại điểm b khoản 1 và điểm b khoản 2 Điều 15 {OLD}\nThay thế cụm từ “A” bằng cụm từ “B”.\n"
    assert said(read(body, rules, OWN)) == [
        "replace-words 902/2018/NĐ-CP Đ15 k1 đb",
        "replace-words 902/2018/NĐ-CP Đ15 k2 đb",
    ]


def test_a_heading_over_an_annex_changes_none(rules: Rules) -> None:
    body = (
        f"Điều 4. Sửa đổi, bổ sung Phụ lục ban hành kèm theo {OLD}\n"
        "Thay thế cụm từ “A” bằng cụm từ “B” tại Phụ lục 03 và Phụ lục 04.\n"
        f"Điều 5. Sửa đổi, bổ sung Điều 38 {OLD}\nSửa đổi khoản 5 như sau:\nBãi bỏ đoạn “Bến cũ giữ nguyên.”\n"
    )
    assert said(read(body, rules, OWN)) == [
        "replace-words 902/2018/NĐ-CP PL03",
        "replace-words 902/2018/NĐ-CP PL04",
        "remove-words 902/2018/NĐ-CP Đ38 k5",
    ]


def test_a_name_with_commas_in_a_heading_is_the_whole_line(rules: Rules) -> None:
    body = "Điều 8. Sửa đổi, bổ sung một số điều của Luật Bến nước, chống úng ngập\n1. Bãi bỏ khoản 2 Điều 3.\n"
    (effect,) = read(body, rules, OWN).effects
    assert effect.target.title == "Bến nước, chống úng ngập"


def test_what_the_document_is_about_is_no_instruction(rules: Rules) -> None:
    body = f"Điều 1. Phạm vi điều chỉnh\nNghị định này quy định:\n1. Bến nước;\n2. Sửa đổi, bổ sung một số điều của {OLD}.\n"
    assert not read(body, rules, OWN).effects
    assert not _told(body, rules)


def test_an_order_to_detail_is_no_detailing(rules: Rules) -> None:
    body = "Điều 3. Trách nhiệm\n1. Sở Xây dựng trình Ủy ban nhân dân ban hành Quyết định quy định chi tiết khoản 4 Điều 8 Luật Bến nước số 901/2017/QH14.\n"
    assert not read(body, rules, OWN).effects


@pytest.mark.parametrize(
    ("body", "effects"),
    [
        ("1. Khoản 3 Điều 16 sửa đổi, bổ sung như sau:\n“3. Bến mới.”.\n", ["substitute 902/2018/NĐ-CP Đ16 k3"]),
        (
            "1. Bãi bỏ Điều 5; cụm từ “tàu” tại khoản 5 Điều 6; cụm từ “ghe” tại Điều 7.\n",
            ["repeal 902/2018/NĐ-CP Đ5", "remove-words 902/2018/NĐ-CP Đ6 k5", "remove-words 902/2018/NĐ-CP Đ7"],
        ),
        (
            "1. Bổ sung Phụ lục III ban hành kèm theo Nghị định này vào sau Phụ lục II.\n",
            ["insert 902/2018/NĐ-CP PLIII"],
        ),
    ],
)
def test_in_an_amending_act(body: str, effects: list[str], rules: Rules) -> None:
    assert said(read(f"Điều 1. Sửa đổi, bổ sung một số điều của {OLD}\n{body}", rules)) == effects


def test_a_short_number_is_the_act_that_the_document_named_in_full(rules: Rules) -> None:
    body = (
        "Điều 1. Sửa đổi Quy chế bến ban hành kèm theo Nghị định số 88/1999/NĐ-CP và Nghị định số 14/2000/NĐ-CP "
        "(sau đây viết tắt là Nghị định 88/CP và Nghị định 14/CP) như sau:\n"
        "1. Bãi bỏ khoản 2 Điều 2 Nghị định 88/CP.\n2. Bãi bỏ Điều 3 Nghị định 14/CP.\n"
    )
    assert said(read(body, rules, OWN)) == ["repeal 88/1999/NĐ-CP Đ2 k2", "repeal 14/2000/NĐ-CP Đ3"]


def test_a_law_prevails_until_the_others_are_amended(rules: Rules) -> None:
    clause = "Trong thời gian nghị định khác chưa được sửa đổi, bổ sung thì thực hiện theo quy định của Nghị định này."
    (effect,) = read(f"Điều 9. Thi hành\n2. {clause}\n", rules, OWN).effects
    assert (effect.verb, effect.target.relative) == ("prevail", "this-work")


def test_another_law_is_not_a_law_that_differs(rules: Rules) -> None:
    clause = "Trường hợp luật khác quy định giao dịch bằng thuyền thì áp dụng theo quy định của Nghị định này."
    assert not read(f"Điều 9. Thi hành\n2. {clause}\n", rules, OWN).effects
