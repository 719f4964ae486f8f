"""A pattern turned round matches words turned round where the pattern ends with the words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.orthography.backwards import turned
from vanban.rules import load

_PATTERNS = (
    "theo|tai",
    r"(?:theo|quy dinh tai)\s(?:cac\s)?",
    r"(?<![a-z])ab{1,2}c*",
    r"(?<=a)b[^a]?",
    r"a(?=b)[ab]+",
    r"(?:a|bc(?!c))+?[]a]\.?",
    "",
)


@given(st.sampled_from(_PATTERNS), st.text("abc. ]"))
def test_read_from_its_end_a_pattern_says_the_same(pattern: str, words: str) -> None:
    forwards = re.search(f"(?:{pattern})\\Z", words) is not None
    assert (re.match(turned(pattern), words[::-1]) is not None) == forwards


_PHRASES = tuple(row.pattern for row in load().citation_phrases)


@given(st.sampled_from(_PHRASES), st.data())
def test_the_phrases_of_the_table_say_the_same(pattern: str, data: st.DataObject) -> None:
    words = data.draw(st.from_regex(re.compile(f"x(?:{pattern})", re.ASCII)))
    forwards = re.search(rf"(?:{pattern})\Z", words, re.ASCII) is not None
    assert (re.match(turned(pattern), words[::-1], re.ASCII) is not None) == forwards


@pytest.mark.parametrize("pattern", ["(a)", "^a", "a$", "(?>a)", "(?P<x>a)", "(?:a", "a)", "a++b"])
def test_what_cannot_be_turned_round_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        turned(pattern)
