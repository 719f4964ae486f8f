"""Letters and numerals."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.orthography import fold, number_key, roman_to_int, successors
from vanban.orthography.blanking import blanked
from vanban.orthography.capitals import CAPITALS
from vanban.orthography.numerals import ordinal_to_int


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text).isascii()


def test_fold_covers_every_vietnamese_letter() -> None:
    for base in "aăâeêioôơuưyđ":
        for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
            letter = unicodedata.normalize("NFC", base + mark)
            if len(letter) == 1:
                assert fold(letter) == fold(letter.upper()) and fold(letter).isalpha(), letter


def test_fold_joins_nothing_to_what_it_does_not_know() -> None:
    assert fold("Điều\u0416") == "dieu?"


@pytest.mark.parametrize(
    ("numeral", "value"), [("XIV", 14), ("IX", 9), ("iv", 4), ("IIII", None), ("", None), ("A", None)]
)
def test_roman(numeral: str, value: int | None) -> None:
    assert roman_to_int(numeral) == value


@pytest.mark.parametrize(
    ("words", "value"), [("thứ nhất", 1), ("Thứ hai", 2), ("mười hai", 12), ("hai mươi mốt", 21), ("đó", None)]
)
def test_ordinals(words: str, value: int | None) -> None:
    assert ordinal_to_int(words) == value


def test_order_of_inserted_numbers() -> None:
    written = ["4", "4a", "4b", "5", "10", "110", "110a", "110d", "110đ", "110e", "111"]
    assert sorted(set(written), key=number_key) == written
    letters = ["a", "c", "d", "d1", "đ", "đ1", "đ2", "e"]
    assert sorted(set(letters), key=number_key) == letters
    assert number_key("VII", roman=True) < number_key("VIIa", roman=True) < number_key("VIII", roman=True)


def test_what_may_follow() -> None:
    assert "đ" in successors("d") and "e" not in successors("d")
    assert "e" in successors("đ")
    assert {"5", "4a"} <= set(successors("4"))


def test_capitals_hold_no_small_letter() -> None:
    letters = "aăâeêioôơuưyđ" + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    capital = re.compile(f"[{CAPITALS}]")
    assert all(capital.fullmatch(letter.upper()) for letter in letters)
    assert not any(capital.fullmatch(letter) for letter in letters)


@given(st.text())
def test_blanked_keeps_every_place(text: str) -> None:
    """Letters, figures and ends of lines stay where they are; every other sign is a blank, an unknown letter "?"."""
    cut = blanked(text)
    assert len(cut.small) == len(cut.bare) == len(text) == len(cut.words)
    for sign, folded, small, bare in zip(text, fold(text), cut.words, cut.bare.decode("ascii"), strict=True):
        if bare in " \n":
            assert small == bare and (bare == "\n") == (sign == "\n") and not (folded.isalnum() and folded.isascii())
        elif bare != "?":
            assert bare == folded and small == sign.lower()


def test_blanked_words() -> None:
    assert blanked("Thu hồi ĐẤT, 30% (m²)?").words == "thu hồi đất  30   m?  "
    assert blanked("Thu hồi ĐẤT").bare == b"thu hoi dat"
