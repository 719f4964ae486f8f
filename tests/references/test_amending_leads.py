"""Leads of amending clauses: from the line's beginning to what the verb introduces."""

import pytest

from vanban.orthography import fold
from vanban.references.amending_leads import AmendingLeads
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
def test_every_place_of_a_lead_lies_in_it_and_no_other(words: str, lead: str) -> None:
    leads = AmendingLeads(fold(words), load())
    begins = words.index(lead)
    for place, letter in enumerate(words):
        inside = begins <= place < begins + len(lead)
        if letter != "\n":
            assert leads.around(place) == (begins if inside else None), place
