"""Amendments of technical standards, alone and attached to the circular that issues them."""

import pytest

from tests.effects.reading import OWN, read
from vanban import pipeline
from vanban.model import Source, Text
from vanban.rules import Rules

FOREWORD = "Sửa đổi 1:2024 QCVN 05A:2020/BBN do Cục Bến nước biên soạn, Bộ trưởng ban hành kèm theo Thông tư số 19/2024/TT-BBN.\n"
ISSUED = "Ngoài ra tiếp tục áp dụng QCVN 05A:2020/BBN ban hành kèm theo Thông tư số 48/2020/TT-BBN.\n"
AMENDMENT = (
    "SỬA ĐỔI 1:2024 QCVN 05A:2020/BBN\nQUY CHUẨN KỸ THUẬT QUỐC GIA VỀ BẾN\nLời nói đầu\n{foreword}"
    "I. Quy định chung\n1. Bổ sung điểm 3.6 như sau:\n“3.6. Bến là nơi thuyền đỗ.”\n"
    "II. Quy định kỹ thuật\n2. Sửa đổi điểm 1.5 như sau:\n“1.5. Bến phải có đèn.”\n3. Bãi bỏ điểm 2.5.9.1.\n"
)


@pytest.mark.parametrize(("foreword", "act"), [(FOREWORD + ISSUED, "48/2020/TT-BBN"), (FOREWORD, "QCVN 05A:2020/BBN")])
def test_its_title_names_the_standard(foreword: str, act: str, rules: Rules) -> None:
    text = Text(AMENDMENT.format(foreword=foreword), Source("", "text/plain"))
    found = pipeline.parse_text(text, (), rules).effects
    paths = [" ".join(f"{unit.level}:{unit.num}" for unit in effect.target.provision) for effect in found]
    assert [(e.verb, e.target.symbol, e.grade) for e in found] == [
        ("insert", act, "explicit"), ("substitute", act, "explicit"), ("repeal", act, "explicit"),
    ]  # fmt: skip
    assert paths == ["section:I point:3.6", "section:II point:1.5", "section:II point:2.5.9.1"]


def test_attached_to_a_circular_it_acts_as_well(rules: Rules) -> None:
    body = "Điều 1. Ban hành kèm theo Nghị định này Sửa đổi 1:2024 QCVN 05A:2020/BBN.\n"
    parsed = read(body, rules, title=OWN, after=AMENDMENT.format(foreword=ISSUED))
    assert [(e.verb, e.target.symbol, e.within) for e in parsed.effects] == [
        ("insert", "48/2020/TT-BBN", "app__sec_I__cl_1"),
        ("substitute", "48/2020/TT-BBN", "app__sec_II__cl_2"),
        ("repeal", "48/2020/TT-BBN", "app__sec_II__cl_3"),
    ]


def test_of_two_attached_each_has_its_own_standard(rules: Rules) -> None:
    one = "SỬA ĐỔI 1:2025 QCVN 07-1:2023/BBN\nBẾN SÔNG\nSửa đổi điểm 2.5.9.1 như sau:\n“2.5.9.1 Bến rộng 5 m.”.\n"
    two = "SỬA ĐỔI 1:2025 QCVN 07-9:2023/BBN\nBẾN BIỂN\nBãi bỏ điểm 2.6.2.1.\n"
    found = read("Điều 1. Ban hành kèm theo hai Sửa đổi.\n", rules, title=OWN, after=one + two).effects
    assert [(e.verb, e.target.symbol, e.target.provision[-1].num, e.grade) for e in found] == [
        ("substitute", "QCVN 07-1:2023/BBN", "2.5.9.1", "explicit"),
        ("repeal", "QCVN 07-9:2023/BBN", "2.6.2.1", "explicit"),
    ]
