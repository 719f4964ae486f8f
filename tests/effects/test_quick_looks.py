"""Quick looks: what they pass by can be nothing that the patterns behind them would take."""

import string

from hypothesis import given
from hypothesis import strategies as st

from vanban.effects import sentences
from vanban.orthography import fold

_BELOW = st.lists(
    st.sampled_from(["điều ", "các ", "khoản ", "điểm ", "chương ", "mục ", "phụ lục ", "số ", "5", "a", '"', "tiết ", "x "]),
    max_size=5,
).map("".join)  # fmt: skip


@given(_BELOW)
def test_a_line_goes_on_only_below_what_is_looked_for(words: str) -> None:
    folded = fold(words)
    if sentences._UNIT_NEXT.match(folded) or sentences._ITS_ARTICLE.match(folded):
        assert folded[0] in sentences._BEGINS_MORE


def test_the_quick_look_knows_every_letter_that_a_unit_below_begins_with() -> None:
    begun = {
        letter
        for letter in string.ascii_lowercase
        for word in ("dieu", "khoan", "diem", "chuong", "muc", "phu luc", "cac khoan")
        if word.startswith(letter) and sentences._UNIT_NEXT.match(f"{word} 5")
    }
    assert begun == sentences._BEGINS_MORE - {'"'}
