"""The words and pairs of a question looked for in texts, and what of it stands in a line."""

from itertools import pairwise

import pytest

from vanban.search.sought import Sought
from vanban.search.standing import Standing

WORDS, PAIRS = ("thu", "hồi", "quản", "lý"), (("thu", "hồi"), ("quản", "lý"))
THU_HOI, QUAN_LY = len(WORDS), len(WORDS) + 1


def found(text: str, *, accented: bool = True) -> list[tuple[set[int], int]]:
    return [(set(each), size) for each, size in Sought(WORDS, PAIRS, accented=accented).in_lines(text)]


def test_words_and_pairs_are_found_in_their_lines() -> None:
    assert found("1. Thu hồi đất.\nHồi đó\n\nQuản thu") == [({0, 1, THU_HOI}, 4), ({1}, 2), (set(), 0), ({2, 0}, 2)]


@pytest.mark.parametrize("text", ["thu hồi", "thu, hồi", "thu - hồi", "THU-HỒI"])
def test_a_pair_stands_side_by_side_with_signs_between_or_not(text: str) -> None:
    assert THU_HOI in found(text)[0][0]


@pytest.mark.parametrize("text", ["hồi thu", "thu\nhồi", "thu và hồi", "thuhồi"])
def test_what_does_not_stand_side_by_side_is_no_pair(text: str) -> None:
    assert all(THU_HOI not in each for each, _ in found(text))


def test_other_spellings_of_a_word_are_the_word() -> None:
    assert found("quản lí") == [({2, 3, QUAN_LY}, 2)]


def test_accents_count_only_where_they_were_typed() -> None:
    assert found("thủ hội") == [(set(), 2)]
    bare = Sought(("thu", "hoi"), (("thu", "hoi"),), accented=False)
    assert set(bare.in_lines("thủ hội")[0][0]) == {0, 1, 2}


def test_a_long_question_is_looked_for_as_far_as_bytes_number_it() -> None:
    words = [f"{first}{last}" for first in "bcdghklmnprstvx" for last in "abcdefghijklmnopqrst"]
    pairs = list(pairwise(words))
    ((numbers, _),) = Sought(words, pairs, accented=False).in_lines(" ".join(words))
    assert list(numbers) == list(range(255))


def test_places_are_those_of_the_text() -> None:
    text = "Đất,\nthu hồi ĐẤT"
    hits = Standing(("dat", "thu hoi")).in_text(text)
    assert [(text[start:end], word) for start, end, word in hits] == [
        ("Đất", "dat"), ("thu hồi", "thu hoi"), ("ĐẤT", "dat"),
    ]  # fmt: skip
