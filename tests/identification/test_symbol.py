"""Symbols: one spelling, a key, and the parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.identification.symbol import normalise, parse, restored, symbol_key
from vanban.rules import load


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("126- QĐ/TW", "126-QĐ/TW"),
        ("8376 /VBHN-BTP", "8376/VBHN-BTP"),
        ("2170 /QĐ - UBND", "2170/QĐ-UBND"),
        ("13/2015/TT-BTС", "13/2015/TT-BTC"),  # a Cyrillic С
        ("24/2026//NQ-CP", "24/2026/NQ-CP"),
        ("85/2017/nđ-cp", "85/2017/NĐ-CP"),
        ("98/2021NĐ-CP", "98/2021/NĐ-CP"),
        ("23/2017/QĐ-TTG", "23/2017/QĐ-TTg"),
        ("89/2015/NÐ–CP", "89/2015/NĐ-CP"),  # U+00D0 and an en dash
        ("Luật số: 80/2015/QH13", "80/2015/QH13"),
        ("Số:     /UBND-KT", "/UBND-KT"),
        ("1234/BGDĐT-GDTrH", "1234/BGDĐT-GDTrH"),
    ],
)
def test_one_spelling(printed: str, expected: str) -> None:
    """Spaces, look-alikes, doubled slashes and small letters go; letters are never exchanged."""
    assert normalise(printed) == expected


def test_the_key_drops_zeros_and_case_but_keeps_d_from_dd() -> None:
    """01/2012 is 1/2012; ND is not NĐ; a joint symbol's slash is a hyphen."""
    assert symbol_key("01/2012/TT-BTC") == symbol_key("1/2012/tt-btc")
    assert symbol_key("66/2017/ND-CP") != symbol_key("66/2017/NĐ-CP")
    assert symbol_key("62/2011/TTLT/BTC-BCT") == symbol_key("62/2011/TTLT-BTC-BCT")
    assert symbol_key("10/2012/TT-BTC") != symbol_key("1/2012/TT-BTC")


def test_the_parts() -> None:
    """Number, year, types, bodies, family and term, for the shapes of State and Party symbols."""
    rules = load()
    resolution = parse("66.19/2026/NQ-CP", rules)
    assert (resolution.number, resolution.year, resolution.types) == ("66.19", 2026, ("nghi-quyet",))
    joint = parse("20/2013/TTLT-BYT-BCT-BNNPTNT", rules)
    assert joint.joint and joint.bodies == ("BYT", "BCT", "BNNPTNT")
    assert parse("80/2015/QH13", rules).term == 13
    assert parse("126-QĐ/TW", rules).types == ("quyet-dinh", "quy-dinh")
    assert parse("126-QĐ/TW", rules).family == "party"
    assert parse("05/2016/NQ-HĐND8", rules).bodies == ("HĐND",)
    assert parse("5348/CT-CS", rules).types[0] == "cong-van"
    assert parse("07/CT-TTg", rules).types[0] == "chi-thi"
    assert parse("mấy lời", rules).types == ()


def test_translations_get_their_dd_back() -> None:
    """Only groups that become a known code change."""
    assert restored("66/2017/ND-CP", load()) == "66/2017/NĐ-CP"
    assert restored("22/2021/QD-TTg", load()) == "22/2021/QĐ-TTg"


@given(st.text(alphabet="0123456789/-. QĐNCPTtgđqsố:", max_size=24))
def test_normalising_twice_is_normalising_once(printed: str) -> None:
    """A normalised symbol is its own normal form, and its key its own key."""
    once = normalise(printed)
    assert normalise(once) == once
    assert symbol_key(symbol_key(printed)) == symbol_key(printed)


_CODE = st.sampled_from(["TTg", "TTG", "TTR", "NĐ", "CP", "QH13", "QYĐ", "BTC", "TTr", "UBND8"])


@given(st.integers(1, 9999), st.sampled_from(["", "/1999", "/2016"]), st.lists(_CODE, min_size=1, max_size=3))
def test_what_stands_in_its_one_spelling_is_read_like_the_rest(number: int, year: str, codes: list[str]) -> None:
    """A blank in front says nothing, but sends the symbol through every step."""
    printed = f"{number}{year}/{'-'.join(codes)}"
    assert normalise(printed) == normalise(" " + printed)
