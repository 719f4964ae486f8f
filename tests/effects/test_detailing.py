"""Which acts a document details."""

import re

import pytest

from vanban import pipeline
from vanban.effects.phrases import expand
from vanban.model import Effect, Source, Text
from vanban.orthography import fold
from vanban.rules import Rules, load

HEAD = "CHÍNH PHỦ\n-------\nSố: 921/2025/NĐ-CP\nHà Nội, ngày 15 tháng 8 năm 2025\n\nNGHỊ ĐỊNH\n{title}\n\n"
BASES = "Căn cứ Nghị định số 902/2018/NĐ-CP ngày 10 tháng 5 năm 2018 của Chính phủ quy định chi tiết một số điều của Luật Bến nước;\n"


def details(title: str, body: str, rules: Rules) -> list[str]:
    content = HEAD.format(title=title) + BASES + body
    parsed = pipeline.parse_text(Text(content, Source("0" * 64, "text/plain")), (), rules)
    return [f"{_target(effect)} @ {effect.within}" for effect in parsed.effects if effect.verb == "detail"]


def _target(effect: Effect) -> str:
    units = " ".join(f"{unit.level}:{unit.num}" for unit in effect.target.provision)
    return f"{effect.target.symbol or effect.target.title} {units}".strip()


@pytest.mark.parametrize("row", load().detailing_phrases, ids=lambda row: row.id)
def test_the_row_matches_its_examples(row: object, rules: Rules) -> None:
    pattern = re.compile(expand(row.pattern, rules))  # type: ignore[attr-defined]
    find = pattern.match if row.place == "title" else pattern.search  # type: ignore[attr-defined]
    assert all(find(fold(words)) for words in row.examples)  # type: ignore[attr-defined]
    assert not any(find(fold(words)) for words in row.not_examples)  # type: ignore[attr-defined]


def test_the_documents_own_words(rules: Rules) -> None:
    body = "Điều 1. Phạm vi\n1. Nghị định này quy định chi tiết khoản 2 Điều 12 Luật Bến nước số 901/2017/QH14.\n"
    assert details("Về bến nước", body, rules) == ["901/2017/QH14 article:12 clause:2 @ art_1__cl_1"]


def test_each_unit_of_a_list_is_detailed(rules: Rules) -> None:
    listed = "điểm a khoản 2 Điều 12; khoản 3 Điều 14, Điều 15 và Điều 17 của Luật Bến nước số 901/2017/QH14"
    body = f"Điều 1. Phạm vi\nNghị định này quy định chi tiết {listed}; Điều 3 là quy định riêng.\n"
    assert details("Quy định chi tiết một số điều của Luật Bến nước số 901/2017/QH14", body, rules) == [
        "901/2017/QH14 article:12 clause:2 point:a @ art_1",
        "901/2017/QH14 article:14 clause:3 @ art_1",
        "901/2017/QH14 article:15 @ art_1",
        "901/2017/QH14 article:17 @ art_1",
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "các điều 9, 12 và 28, trừ quy định tại điểm b khoản 1 Điều 28 của Luật Bến nước số 901/2017/QH14",
        "Điều 9, Điều 12 và Điều 28 của Luật Bến nước số 901/2017/QH14, trừ điểm b khoản 1 Điều 28",
    ],
)
def test_what_is_left_out_is_an_exception_and_not_detailed(listed: str, rules: Rules) -> None:
    content = HEAD.format(title="Về bến nước") + f"Điều 1. Phạm vi\nNghị định này quy định chi tiết {listed}.\n"
    effects = pipeline.parse_text(Text(content, Source("0" * 64, "text/plain")), (), rules).effects
    assert [_target(effect) for effect in effects] == [f"901/2017/QH14 article:{num}" for num in ("9", "12", "28")]
    assert all(effect.exception and effect.exception.startswith("trừ ") for effect in effects)


def test_the_units_stand_for_the_act_named_as_a_whole_before_them(rules: Rules) -> None:
    whole = "Thông tư này hướng dẫn Luật Bến nước số 901/2017/QH14.\n"
    unit = "Nghị định này quy định chi tiết Điều 12 Luật Bến nước số 901/2017/QH14.\n"
    assert details("Về bến nước", f"Điều 1. Phạm vi\n1. {whole}2. {unit}", rules) == [
        "901/2017/QH14 article:12 @ art_1__cl_2"
    ]


def test_the_title_where_nothing_else_says_so(rules: Rules) -> None:
    body = "Điều 1. Phạm vi\nNghị định này quy định về bến nước.\n"
    assert details("Quy định chi tiết một số điều của Luật Bến nước số 901/2017/QH14", body, rules) == [
        "901/2017/QH14 @ preface"
    ]


def test_a_name_alone_has_the_number_that_stands_beside_it_elsewhere(rules: Rules) -> None:
    numbered = "Điều 2. Nguyên tắc\nBến đặt theo Điều 5 Luật Bến nước số 901/2017/QH14.\n"
    body = "Điều 1. Phạm vi\nNghị định này quy định chi tiết một số điều của Luật Bến nước.\n"
    assert details("Về bến nước", body + numbered, rules) == ["901/2017/QH14 @ art_1"]
    assert details("Về bến nước", body, rules) == ["Bến nước @ art_1"]


def test_two_acts_joined(rules: Rules) -> None:
    body = "Điều 1. Phạm vi\nNghị định này quy định chi tiết Luật số 901/2017/QH14 và Luật số 902/2017/QH14.\n"
    assert details("Về bến nước", body, rules) == ["901/2017/QH14 @ art_1", "902/2017/QH14 @ art_1"]


def test_what_another_act_details_does_not_count(rules: Rules) -> None:
    body = "Điều 1. Phạm vi\nNghị định này quy định về bến nước.\n"
    assert details("Về bến nước", body, rules) == []


@pytest.mark.parametrize("row", load().detailing_phrases, ids=lambda row: row.id)
def test_the_row_is_heard(row: object, rules: Rules) -> None:
    """The search before the table is deaf to no row: each example, with an act behind it, gives an effect of the row."""
    for words in row.examples:  # type: ignore[attr-defined]
        said = f"{words} Luật Bến nước số 901/2017/QH14"
        place = row.place  # type: ignore[attr-defined]
        title = said if place == "title" else "Về bến nước"
        body = "Điều 1. Phạm vi\n" + (f"{said}.\n" if place == "words" else "Bến nước.\n")
        content = HEAD.format(title=title) + BASES + (f"{said}.\n" if place == "preamble" else "") + body
        effects = pipeline.parse_text(Text(content, Source("0" * 64, "text/plain")), (), rules).effects
        assert (row.id,) in {effect.rules for effect in effects if effect.verb == "detail"}, words  # type: ignore[attr-defined]
