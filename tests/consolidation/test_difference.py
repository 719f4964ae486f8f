"""Differences between two days: every word is told once, and only where it changed."""

from hypothesis import given
from hypothesis import strategies as st

from tests.consolidation.drafting import base, made
from vanban.consolidation import consolidate
from vanban.consolidation.difference import differences, marked, own_words

_WORDS = st.lists(st.sampled_from(["bến", "nước", "phí", "Bộ", "ngày,"]), max_size=12).map(" ".join)


@given(_WORDS, _WORDS)
def test_the_stretches_hold_both_texts(one: str, other: str) -> None:
    stretches = marked(one, other)
    assert " ".join(s.words for s in stretches if s.kind != "added").split() == one.split()
    assert " ".join(s.words for s in stretches if s.kind != "removed").split() == other.split()


def test_own_words_are_all_the_words() -> None:
    expression = made("1. Bãi bỏ khoản 3 Điều 2.")
    assert " ".join(own_words(expression).values()).split() == expression.text.split()


def test_only_what_changed_is_told() -> None:
    before = consolidate(base(), [])
    after = made(
        "1. Bổ sung khoản 1a vào sau khoản 1 Điều 2 như sau:\n“1a. Bến khô là bến cạn.”.\n2. Bãi bỏ khoản 2 Điều 2.\n"
        "3. Thay thế cụm từ “bến nước” bằng cụm từ “bến” tại Điều 1."
    )
    found = {each.eid: each.kind for each in differences(before, after)}
    points = {f"art_2__cl_2__point_{letter}": "removed" for letter in ("a", "d", "e")}
    assert found == {"art_1": "reworded", "art_2__cl_1a": "inserted", "art_2__cl_2": "reworded", **points}
    assert differences(after, after) == ()
