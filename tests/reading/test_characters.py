"""Characters put right, each change told; clean text is left as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban import reading
from vanban.reading.characters import odd_characters, repair_characters
from vanban.reading.draft import Draft
from vanban.rules import Rules, load


@pytest.mark.parametrize(
    ("source", "text", "kind"),
    [
        ("Thông tư 13/2015/TT-BTС", "Thông tư 13/2015/TT-BTC", "look-alike"),
        ("Nghị định số 5/2020/NÐ-CP", "Nghị định số 5/2020/NĐ-CP", "look-alike"),
        ("chƣa có", "chưa có", "look-alike"),
        ("Điều\u00a05", "Điều 5", "odd-space"),
        ("quy\u00adđịnh", "quyđịnh", "soft-hyphen"),
        ("quy\u200b định", "quy định", "invisible"),
        ("26/2021/TT\u2011BGTVT", "26/2021/TT-BGTVT", "hyphen"),
        ("a\x07b", "ab", "control"),
        ("ﬁle", "file", "ligature"),
    ],
)
def test_one_repair(source: str, text: str, kind: str, rules: Rules) -> None:
    done = repair_characters(Draft(source), rules)
    assert done.content == text
    assert [repair.kind for repair in done.repairs] == [kind]
    repair = done.repairs[0]
    assert done.content[: repair.at] + repair.was + done.content[repair.at + repair.length :] == source


def test_decomposed_letters_are_composed_and_told_once(rules: Rules) -> None:
    source = unicodedata.normalize("NFD", "Điều 5. Quyết định này có hiệu lực.\nĐiều 6. Tổ chức thực hiện.")
    done = repair_characters(Draft(source), rules)
    assert done.content == unicodedata.normalize("NFC", source)
    assert [repair.kind for repair in done.repairs] == ["nfc"]


def test_foreign_words_and_old_tone_placement_stay(rules: Rules) -> None:
    for text in ("Москва và Россия", "α-pinen, µm, 5 Ω", "hoá, thuỷ, Uỷ ban"):
        assert repair_characters(Draft(text), rules).content == text


@given(st.text())
def test_clean_means_nothing_to_do(text: str) -> None:
    if not odd_characters(text):
        assert unicodedata.is_normalized("NFC", text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_always_nfc_without_controls(text: str) -> None:
    done = repair_characters(Draft(text), load())
    assert unicodedata.is_normalized("NFC", done.content)
    assert not any(unicodedata.category(c) == "Cc" and c != "\n" for c in done.content)


def test_reading_twice_changes_nothing(rules: Rules) -> None:
    source = "QUỐC HỘI\nLuật số:\u00a080/2015/QH13\n\n  Điều 1. Phạm vi  \n"
    first, _ = reading.read(source.encode(), "a.txt", rules)
    again, _ = reading.read(first.content.encode(), "a.txt", rules)
    assert again.content == first.content == "QUỐC HỘI\nLuật số: 80/2015/QH13\nĐiều 1. Phạm vi"
    assert again.repairs == ()
