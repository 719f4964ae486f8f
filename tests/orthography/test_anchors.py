"""Plain searches find what patterns would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from vanban.orthography import anchors
from vanban.orthography.either import either

_texts = st.text("ab \n", max_size=40)
_literals = st.lists(st.text("ab ", min_size=1, max_size=3), min_size=1, max_size=12, unique=True)


@given(_texts, _literals)
def test_every_place_of_every_literal_is_found_in_order(text: str, literals: list[str]) -> None:
    expected = sorted(at for literal in literals for at in range(len(text)) if text.startswith(literal, at))
    assert anchors.find(text, literals) == expected
    ends = sorted(at + len(literal) for literal in literals for at in range(len(text)) if text.startswith(literal, at))
    assert anchors.find_ends(text, literals) == ends


@given(_texts)
def test_literals_that_share_a_piece_are_found_as_if_searched_alone(text: str) -> None:
    grouped = {"ab": ("ab", "aab", "ab b"), "b ": ("b ", "ab ")}
    alone = anchors.find(text, [literal for group in grouped.values() for literal in group])
    assert anchors.around(text, anchors.find(text, grouped), grouped) == alone


@given(_texts)
def test_many_patterns_as_one_match_where_one_of_them_does(text: str) -> None:
    patterns = [r"(?P<first>a+)b", r"(?P<first>b)\n", "a b$"]
    one = either(patterns)
    for at in range(len(text)):
        assert bool(one.match(text, at)) == any(re.compile(pattern).match(text, at) for pattern in patterns)
