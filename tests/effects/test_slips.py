"""What real files and drafters do: wrapped lines, forgotten slashes, neighbours and holders named late, cases above."""

import pytest

from tests.effects.reading import AMENDING, HEAD, OWN, TAIL, read, said
from vanban import pipeline
from vanban.model import Source, Text
from vanban.rules import Rules

OLD = "Nghị định số 902/2018/NĐ-CP"


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        # the second neighbour alone tells what holds both
        (
            f"Bổ sung khoản 8a vào sau khoản 8 và trước khoản 9 Điều 14 {OLD} như sau:\n“8a. Bến tạm.”",
            ["insert 902/2018/NĐ-CP Đ14 k8a"],
        ),
        (
            f"Bổ sung điểm a1 vào sau điểm a, trước điểm b khoản 2 Điều 14 {OLD} như sau:\n“a1) Bến tạm.”",
            ["insert 902/2018/NĐ-CP Đ14 k2 đa1"],
        ),
        # a list stands in an annex, or in a part of it
        (
            f"Sửa đổi mục 23 trong Danh mục bến có tính chất chuyên ngành thuộc Phụ lục II ban hành kèm theo {OLD} như sau:\n“23. Bến.”",
            ["substitute 902/2018/NĐ-CP PLII M23"],
        ),
        (
            f"Bãi bỏ Danh mục bến tại phần III ban hành kèm theo {OLD} và Nghị định số 903/2019/NĐ-CP.",
            ["repeal 902/2018/NĐ-CP PL PhIII", "repeal 903/2019/NĐ-CP PL PhIII"],
        ),
        # names between forms, or between a part and its list
        (
            f"Thay thế Mẫu số 02 (Giấy bến) và Mẫu số 03 (Đơn) Phụ lục III của {OLD} bằng Mẫu số 02 và Mẫu số 03 Phụ lục I "
            "ban hành kèm theo Nghị định này.",
            ["substitute 902/2018/NĐ-CP PLIII mẫu02", "substitute 902/2018/NĐ-CP PLIII mẫu03"],
        ),
        (
            f"Bãi bỏ điểm 1.1 tiểu mục 1 phần V - Phí bến trong Danh mục phí ban hành kèm theo {OLD}.",
            ["repeal 902/2018/NĐ-CP PL PhV subsection1 đ1.1"],
        ),
        # the name of each, and places that stand at the end of two changes
        (
            f"Bãi bỏ tên Mục 1, Mục 2 trong Chương III {OLD}.",
            ["repeal 902/2018/NĐ-CP ChIII M1 tên", "repeal 902/2018/NĐ-CP ChIII M2 tên"],
        ),
        (
            f"Thay thế cụm từ “bến” bằng cụm từ “cảng”, thay thế cụm từ “đò” bằng cụm từ “phà” tại Điều 10 {OLD}.",
            ["replace-words 902/2018/NĐ-CP Đ10"] * 2,
        ),
        # a year without its slash
        (f"Bãi bỏ Điều 62 {OLD.replace('/NĐ', 'NĐ')} ngày 8 tháng 11 năm 2018.", ["repeal 902/2018/NĐ-CP Đ62"]),
        # lines broken between a unit and its number, and before small letters
        (f"Bãi bỏ khoản 1 Điều\n3 và khoản 1 Mục\nI Phụ lục {OLD}.", None),
        (f"Bãi bỏ khoản 1 Điều 3 và khoản 2\nĐiều 8, khoản 4 của Điều\n9 {OLD}.", None),
        (f"Bãi bỏ khoản 7 và điểm đ\nĐiều 11 {OLD}.", None),
        # a line that begins with a capital "Đ" begins something, and is not wrapped
        (f"Bãi bỏ các quy định sau đây\nĐoạn 2 khoản 1 Điều 3 {OLD}.", ["repeal 902/2018/NĐ-CP Đ3 k1 đoạn2"]),
        (f"Nghị định này có hiệu lực kể từ ngày ký và\nthay thế {OLD}.", ["replace-work 902/2018/NĐ-CP *"]),
    ],
)
def test_named_late_or_broken(clause: str, effects: list[str] | None, rules: Rules) -> None:
    found = said(read(f"Điều 9. Thi hành\n2. {clause}\n", rules, OWN))
    whole = (
        effects
        if effects is not None
        else said(read(f"Điều 9. Thi hành\n2. {clause.replace(chr(10), ' ')}\n", rules, OWN))
    )
    assert found == whole


@pytest.mark.parametrize(
    ("clause", "matter"),
    [
        ("Sửa đổi công thức tính P10 tại Mục 3 Phần I Phụ lục như sau:\n“- P10: phí bến.”", "công thức tính P10"),
        ("Sửa đổi mức phí bến quy định tại khoản 2 Điều 8 như sau:\n“Mức phí là 5.000 đồng.”", "mức phí bến"),
        ("Sửa đổi khoản 2 Điều 8 như sau:\n“2. Mức phí là 5.000 đồng.”", None),
    ],
)
def test_something_in_a_place_is_not_the_place(clause: str, matter: str | None, rules: Rules) -> None:
    (effect,) = read(f"Điều 9. Sửa đổi {OLD}\n2. {clause}\n", rules, AMENDING).effects
    assert (effect.condition, effect.grade) == (matter, "candidate" if matter else "explicit")


def test_cases_above_limit_what_does_not_apply(rules: Rules) -> None:
    body = (
        "Điều 9. Chuyển tiếp\n1. Đối với xã đã có bến thì thực hiện như sau:\n"
        f"a) Không áp dụng quy định tại khoản 3 Điều 6 {OLD};\nb) Giữ nguyên bến.\n"
    )
    (effect,) = read(body, rules, OWN).effects
    assert (effect.verb, effect.condition) == ("disapply", "Đối với xã đã có bến")


def test_a_letter_recites(rules: Rules) -> None:
    letter = (
        HEAD.format(title="").replace("950/2024/NĐ-CP", "950/SBN-VP\nV/v trả lời về bến").replace("NGHỊ ĐỊNH\n", "")
    )
    body = f"Tại Điều 17 {OLD} quy định:\na) Sửa đổi, bổ sung khoản 1 như sau:\n1. Bến tạm.\n"
    parsed = pipeline.parse_text(Text(letter + body + TAIL, Source("", "text/plain")), (), rules)
    assert parsed.work.type == "cong-van"
    assert not parsed.effects


def test_an_end_waits_for_an_act_to_come(rules: Rules) -> None:
    clause = (
        f"{OLD} sẽ hết hiệu lực cùng thời điểm văn bản do Bộ trưởng ban hành theo Nghị định này có hiệu lực thi hành."
    )
    (effect,) = read(f"Điều 9. Thi hành\n2. {clause}\n", rules, OWN).effects
    assert effect.verb == "end"
    assert (effect.condition or "").startswith("cùng thời điểm văn bản do Bộ trưởng")


def test_an_exception_in_brackets_is_of_its_act_alone(rules: Rules) -> None:
    clause = (
        f"Nghị định này thay thế cho các {OLD} của Chính phủ về bến nước (trừ trường hợp quy định tại khoản 2 Điều này), "
        "Nghị định số 903/2019/NĐ-CP của Chính phủ về phao."
    )
    first, second = read(f"Điều 9. Thi hành\n1. {clause}\n", rules, OWN).effects
    assert (first.exception, second.exception) == ("trừ trường hợp quy định tại khoản 2 Điều này", None)


def test_a_page_and_a_line_limit_what_changes(rules: Rules) -> None:
    body = f"Điều 1. Sửa đổi Phần 2 ban hành kèm theo {OLD}:\n2. Tại trang 14, dòng 12 trong mục “Phí”\nSửa cụm từ “A” thành “B”.\n"
    (effect,) = read(body, rules, OWN).effects
    assert (effect.grade, effect.condition) == ("candidate", "Tại trang 14, dòng 12 trong mục “Phí”")


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        # what a title names after "và bãi bỏ" is not replaced, and the repeal is read
        (
            f"Nghị định này thay thế {OLD} về bến và bãi bỏ Điều 2 Nghị định số 903/2019/NĐ-CP sửa đổi một số điều của "
            "Nghị định số 804/2014/NĐ-CP về phao; Nghị định số 801/2016/NĐ-CP về đò.",
            ["replace-work 902/2018/NĐ-CP *", "repeal 903/2019/NĐ-CP Đ2"],
        ),
        # other bodies detail, on the ground of this document
        ("Cơ quan có thẩm quyền căn cứ quy định tại Nghị định này hướng dẫn Điều 1 Luật Bến số 22/2008/QH12.", []),
        # the word of another type inside what an annex is about
        (
            "Thay cụm từ “A” bằng cụm từ “B” tại điểm 26 Phụ lục II về Danh mục các quy hoạch chuyên ngành của Luật Quy hoạch số 21/2017/QH14.",
            ["replace-words 21/2017/QH14 PLII đ26"],
        ),
        # … and where the name of the annex stands behind a dash
        (
            "Bãi bỏ điểm 3 thuộc Phụ lục II - Danh mục bến nổi, chuyên ngành của Luật Quy hoạch số 21/2017/QH14.",
            ["repeal 21/2017/QH14 PLII đ3"],
        ),
        # an amending law that only counts what it amends
        (
            "Bãi bỏ Điều 5 của Luật sửa đổi, bổ sung một số điều của 12 luật có liên quan đến quy hoạch số 93/2018/QH14.",
            ["repeal 93/2018/QH14 Đ5"],
        ),
        # the second act in the title of an amending act, which says "một số điều" without "của"
        (
            "Bãi bỏ các thông tư sau đây:\na) Thông tư số 11/2022/TT-BGTVT ngày 12 tháng 1 năm 2022 sửa đổi, bổ sung một số "
            "điều Thông tư số 29/2018/TT-BGTVT ngày 14 tháng 5 năm 2018 quy định về bến và Thông tư số 18/2019/TT-BGTVT "
            "ngày 20 tháng 5 năm 2019 hướng dẫn về đò.",
            ["repeal-work 11/2022/TT-BGTVT *"],
        ),
    ],
)
def test_named_in_passing(clause: str, effects: list[str], rules: Rules) -> None:
    assert said(read(f"Điều 9. Thi hành\n1. {clause}\n", rules, OWN)) == effects
