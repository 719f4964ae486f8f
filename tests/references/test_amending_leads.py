"""Leads of amending clauses: from the line's beginning to what the verb introduces."""

import pytest

from vanban.orthography import fold
from vanban.references.amending_leads import amending_leads
from vanban.rules import load


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("Sửa đổi khoản 2 Điều 5", "Sửa đổi khoản 2 Điều 5"),
        ("Mở đầu\n2. Bãi bỏ Điều 7\n3. Điều 8 áp dụng", "2. Bãi bỏ Điều 7"),
        ("a) Thay thế khoản 1 như sau: “khoản 9”", "a) Thay thế khoản 1 "),
        ("Điều 3.\nBổ sung khoản 4 Điều 6\nĐiều 7", "Điều 3.\nBổ sung khoản 4 Điều 6"),
        ("1. Tại Điều 5: bỏ cụm từ “a”\n", "1. Tại Điều 5: bỏ cụm từ “a”"),
        ("Áp dụng khoản 2, bãi bỏ Điều 5", ""),
    ],
)
def test_a_lead_goes_from_its_line_to_what_the_verb_introduces(words: str, lead: str) -> None:
    places = [place for place, letter in enumerate(words) if letter != "\n"]
    begins = words.index(lead)
    assert amending_leads(fold(words), places, load()) == ([(begins, begins + len(lead))] if lead else [])


def test_a_line_without_a_place_is_not_read() -> None:
    assert amending_leads(fold("Điều 3.\nBãi bỏ Điều 5\nBãi bỏ Điều 6"), [16], load()) == [(8, 21)]
