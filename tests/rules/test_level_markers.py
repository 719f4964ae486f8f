"""Every row of the level and frame markers matches its examples and none of its counter-examples."""

import re

import pytest

from vanban.orthography import fold
from vanban.rules import PatternRow, load

ROWS: tuple[PatternRow, ...] = (*load().level_markers, *load().frame_markers)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_row_matches_its_examples(row: PatternRow) -> None:
    for example in row.examples:
        assert re.match(row.pattern, fold(example)), example
        assert row.words is None or row.words in example.lower().replace("đ iều", "điều"), example
    for example in row.not_examples:
        found = re.match(row.pattern, fold(example))
        assert not found or (row.words is not None and row.words not in example.lower()), example


@pytest.mark.parametrize("row", load().level_markers, ids=lambda row: row.id)
def test_a_level_marker_captures_the_number_only(row: PatternRow) -> None:
    assert re.compile(row.pattern).groups == 1


@pytest.mark.parametrize("row", load().frame_markers, ids=lambda row: row.id)
def test_a_frame_marker_captures_nothing(row: PatternRow) -> None:
    assert re.compile(row.pattern).groups == 0
