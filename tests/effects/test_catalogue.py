"""Wordings of instructions (A–F) and of ends: those that no other test of this room holds; the acts are invented."""

import datetime as dt

import pytest

from tests.effects.reading import OWN, place, read, said
from vanban.model import Effect
from vanban.rules import Rules

IN_902 = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 902/2018/NĐ-CP\n1. {}\n"
FEES = "Danh mục phí, lệ phí ban hành kèm theo Nghị định số 903/2019/NĐ-CP"


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        (  # 3: the article from the parent line
            "Sửa đổi, bổ sung một số khoản, điểm của Điều 73 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Bến.”\nb) Bãi bỏ khoản 5.",
            ["substitute 902/2018/NĐ-CP Đ73 k1", "repeal 902/2018/NĐ-CP Đ73 k5"],
        ),
        ("Sửa đổi, bổ sung tên Nghị định.", ["substitute 902/2018/NĐ-CP tên văn bản"]),  # 5
        (  # 7
            "Bổ sung điểm đ1 và điểm đ2 vào sau điểm đ khoản 2 Điều 5 như sau:",
            ["insert 902/2018/NĐ-CP Đ5 k2 đđ1", "insert 902/2018/NĐ-CP Đ5 k2 đđ2"],
        ),
        (
            "Bổ sung các Điều 110a, 110b vào sau Điều 110.",
            ["insert 902/2018/NĐ-CP Đ110a", "insert 902/2018/NĐ-CP Đ110b"],
        ),
        (  # 9: mixed, in an attached list
            f"Sửa đổi, bổ sung điểm 1.1, bổ sung điểm 1.1a vào sau điểm 1.1, tiểu mục 1 thuộc phần V {FEES} như sau:",
            [
                "substitute 903/2019/NĐ-CP PL PhV subsection1 đ1.1",
                "insert 903/2019/NĐ-CP PL PhV subsection1 đ1.1a",
            ],
        ),
        ("Bổ sung cụm từ “B” vào trước cụm từ “A” tại Điều 17.", ["add-words 902/2018/NĐ-CP Đ17"]),  # 10
        (  # 13
            "Thay thế cụm từ “A” thành “B” tại Nghị định số 902/2018/NĐ-CP.",
            ["replace-words 902/2018/NĐ-CP *"],
        ),
        (  # 15
            "Thay thế cụm từ “10 ngày” tại các Điều 17, 21 thành cụm từ “08 ngày làm việc”.",
            ["replace-words 902/2018/NĐ-CP Đ17", "replace-words 902/2018/NĐ-CP Đ21"],
        ),
        (  # 17: two acts in one point, the target at the end, the rider no target
            "Bãi bỏ cụm từ “A,” tại khoản 15 Điều 191; bãi bỏ Điều 192 của Luật Bến nước số 927/2023/QH15 đã được "
            "sửa đổi, bổ sung một số điều theo Luật số 943/2024/QH15;",
            ["remove-words 927/2023/QH15 Đ191 k15", "repeal 927/2023/QH15 Đ192"],
        ),
        ("Bãi bỏ Chương X của Nghị định số 936/2025/NĐ-CP.", ["repeal 936/2025/NĐ-CP ChX"]),  # 18
        (  # 19
            "Thay thế các Mẫu số 10, 65 bằng các Mẫu số 01, 02 ban hành kèm theo Nghị định này.",
            ["substitute 902/2018/NĐ-CP mẫu10", "substitute 902/2018/NĐ-CP mẫu65"],
        ),
        ("Thay thế Phụ lục I tại Phụ lục I kèm theo Nghị định này.", ["substitute 902/2018/NĐ-CP PLI"]),
        ("Bổ sung Điều 20a dưới Điều 20 như sau:", ["insert 902/2018/NĐ-CP Đ20a"]),
    ],
)
def test_amending_wordings(clause: str, effects: list[str], rules: Rules) -> None:
    assert said(read(IN_902.format(clause), rules)) == effects


def test_the_act_of_a_chapter_heading(rules: Rules) -> None:
    body = (
        "Chương II\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 962/2016/NĐ-CP\n"
        "Điều 7. Sửa đổi, bổ sung Điều 1\n“Điều 1. Phạm vi\n1. Bến.”\n"
    )
    (effect,) = read(body, rules, title="Sửa đổi các nghị định về bến nước").effects
    assert (effect.verb, effect.target.symbol, effect.new_eids) == (
        "substitute", "962/2016/NĐ-CP", ("art_7__qstr_1__art_1",)
    )  # fmt: skip


def test_annexes_are_replaced_pairwise(rules: Rules) -> None:
    body = IN_902.format(
        "Thay thế Phụ lục I, Phụ lục II ban hành kèm theo Nghị định số 902/2018/NĐ-CP tương ứng bằng Phụ lục IXa, IXb "
        "tại Phụ lục IX ban hành kèm theo Nghị định này."
    )
    assert said(read(body, rules)) == ["substitute 902/2018/NĐ-CP PLI", "substitute 902/2018/NĐ-CP PLII"]


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        (  # F, with its window
            "Không thực hiện các quy định tại các Điều 9, 10 Nghị định số 954/2019/NĐ-CP từ ngày 01 tháng 7 năm 2026 đến "
            "hết ngày 28 tháng 02 năm 2027.",
            ["disapply 954/2019/NĐ-CP Đ9 2026-07-01..2027-03-01", "disapply 954/2019/NĐ-CP Đ10 2026-07-01..2027-03-01"],
        ),
        (  # kept parts and their own end
            "Nghị định số 902/2018/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành, trừ:\n"
            "a) Quy định tại Điều 17, khoản 1 Điều 52 tiếp tục có hiệu lực đến hết ngày 30 tháng 6 năm 2025;",
            [
                "end 902/2018/NĐ-CP * ..",
                "continue 902/2018/NĐ-CP Đ17 ..2025-07-01",
                "continue 902/2018/NĐ-CP Đ52 k1 ..2025-07-01",
            ],
        ),
        (  # a later start for an annex part of another resolution
            "Mục IV Phụ lục XIII ban hành kèm theo Nghị quyết số 917/2026/NQ-CP có hiệu lực từ ngày 01 tháng 7 năm 2026.",
            ["commence 917/2026/NQ-CP PLXIII MIV 2026-07-01.."],
        ),
        (  # suspended to a day
            "Tạm ngưng hiệu lực của Nghị định số 946/2026/NĐ-CP đến hết ngày 15 tháng 4 năm 2026.",
            ["suspend 946/2026/NĐ-CP * ..2026-04-16"],
        ),
        (  # prolonged
            "Kéo dài thời hạn hiệu lực của Nghị định số 946/2026/NĐ-CP đến hết ngày 31 tháng 12 năm 2027.",
            ["extend 946/2026/NĐ-CP * ..2028-01-01"],
        ),
        (  # a sunset with conditions
            "Nghị định này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027 trừ các trường hợp sau:\na) Quốc hội kéo dài;",
            ["end this-work * 2027-03-01.."],
        ),
        (  # an effect clause itself amended
            "Sửa đổi, bổ sung khoản 2 Điều 88 của Luật Bến nước số 936/2024/QH15 như sau:\n“2. Luật này có hiệu lực từ "
            "ngày 01 tháng 01 năm 2027.”",
            ["substitute 936/2024/QH15 Đ88 k2 .."],
        ),
    ],
)
def test_wordings_of_force(clause: str, effects: list[str], rules: Rules) -> None:
    def line(effect: Effect) -> str:
        act = effect.target.symbol or effect.target.relative
        return f"{effect.verb} {act} {place(effect)} {_day(effect.start_on)}..{_day(effect.end_before)}"

    parsed = read(f"Điều 85. Hiệu lực thi hành\n2. {clause}\n", rules, OWN)
    assert [line(effect) for effect in parsed.effects] == effects
    assert all(effect.grade == "explicit" for effect in parsed.effects)


def test_suspended_until_an_event(rules: Rules) -> None:
    clause = "Nghị định số 946/2026/NĐ-CP tiếp tục ngưng hiệu lực cho đến khi Luật Bến nước mới có hiệu lực thi hành."
    (effect,) = read(f"Điều 85. Hiệu lực thi hành\n2. {clause}\n", rules, OWN).effects
    assert (effect.verb, effect.end_before) == ("suspend", None)
    assert effect.condition == "cho đến khi Luật Bến nước mới có hiệu lực thi hành"


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day is not None else ""
