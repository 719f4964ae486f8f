"""The small parts that effects are read with: days, quotations, places; and what holds for any text."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effects.reading import AMENDING, read
from vanban.effects import dates, places, quotes
from vanban.orthography import fold
from vanban.rules import load


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("ngày 01 tháng 7 năm 2016", dt.date(2016, 7, 1)),
        ("01/7/2016", dt.date(2016, 7, 1)),
        ("ngày mồng 1 tháng Giêng năm 1997", dt.date(1997, 1, 1)),
        ("ngày 31/02/2020", None),
    ],
)
def test_days(words: str, date: dt.date | None) -> None:
    (day,) = dates.find(fold(words), 0, len(words))
    assert (day.start, day.end, day.date) == (0, len(words), date)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2999, 12, 31)))
def test_every_day_reads_back(day: dt.date) -> None:
    for words in (f"ngày {day.day:02} tháng {day.month} năm {day.year}", f"{day.day}/{day.month}/{day.year}"):
        assert [found.date for found in dates.find(fold(words), 0, len(words))] == [day]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("cụm từ “A” bằng “B”", ["A", "B"]),
        ("thay “A “x” B” nhé", ["A “x” B"]),
        ('thay "A" bằng "B".', ["A", "B"]),
        ("như sau: “1. Không đóng", ["1. Không đóng"]),
        ("cụm từ “A“ tại", ["A"]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    marks = quotes.marks(text, fold(text))
    assert [text[quote.start : quote.end] for quote in quotes.find(text, marks, 0, len(text))] == quoted


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("điểm a, khoản 1, Điều 43", ["article 43, clause 1, point a"]),
        ("khoản 1 và khoản 3 Điều 5", ["article 5, clause 1", "article 5, clause 3"]),
        ("tên và khoản 4 Điều 3", ["article 3, heading ", "article 3, clause 4"]),
        ("Điều 5 đến Điều 7", ["article 5", "article 6", "article 7"]),
        ("Phụ lục I (Mẫu số 01a và Mẫu số 01b)", ["appendix I, form 01a", "appendix I, form 01b"]),
        ("điểm đ khoản 1 các Điều 5, 6", ["article 5, clause 1, point đ", "article 6, clause 1, point đ"]),
        ("các điều, khoản sau: Điều 1; khoản 8 Điều 2", ["article 1", "article 2, clause 8"]),
        ("diều 5", []),
        ("khoản thu 5", []),
    ],
)
def test_places(words: str, paths: list[str]) -> None:
    found = places.chains_at(words, fold(words), 0, len(words))
    assert [
        ", ".join(f"{unit.level} {unit.num}" for unit in path) for chain in found for path in chain.paths()
    ] == paths


_PIECES = st.sampled_from(
    [
        "Điều 1. ", "1. ", "a) ", "\n", "Sửa đổi, bổ sung ", "Bãi bỏ ", "Thay thế ", "Bổ sung ", "cụm từ ", "“", "”", "khoản 2 ",
        "Điều 5 ", "điểm đ ", "của Nghị định số 902/2018/NĐ-CP ", "Nghị định này ", "hết hiệu lực ", "có hiệu lực ", "kể từ ngày ",
        "01 tháng 7 năm 2024", "như sau:", "; ", ", ", " và ", "trừ ", "tại ", "bằng ", "vào sau ", "được sửa đổi, bổ sung ", "Phụ lục I ",
        "(", ")", ".", "đến hết ngày ", "một số điều ", "tên ", "này ",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40))
def test_any_text_is_read_and_every_effect_quotes_it(pieces: list[str]) -> None:
    parsed = read("".join(pieces), load(), AMENDING)
    size = len(parsed.text.content)
    eids = {unit.eid for unit in parsed.provisions}
    for effect in parsed.effects:
        assert 0 <= effect.start < effect.end <= size
        assert set(effect.new_eids) <= eids
        if effect.start_on and effect.end_before and effect.verb == "suspend":
            assert effect.start_on != effect.end_before or effect.start_on is not None
    assert parsed == read("".join(pieces), load(), AMENDING)
