"""The tables of the official form: every example of every row, and a phrase for every verb that writes text."""

import re

import pytest

from vanban.consolidation.change import TEXTUAL
from vanban.orthography import fold
from vanban.rules import Rules, load
from vanban.rules.implementing_heading import ImplementingHeading
from vanban.rules.note_part import NotePart


@pytest.mark.parametrize("row", load().implementing_headings, ids=lambda row: row.id)
def test_the_row_matches_its_examples(row: ImplementingHeading) -> None:
    pattern = re.compile(row.pattern)
    assert row.examples
    assert all(pattern.fullmatch(fold(words)) for words in row.examples)
    assert not any(pattern.fullmatch(fold(words)) for words in row.not_examples)


def test_every_verb_that_writes_has_its_phrase(rules: Rules) -> None:
    assert {f"done.{verb}" for verb in TEXTUAL} <= {row.id for row in rules.official_wordings}


@pytest.mark.parametrize("place", range(len(load().note_phrases)), ids=lambda place: load().note_phrases[place].id)
def test_a_note_is_read_by_its_row_first(place: int) -> None:
    rows = load().note_phrases
    for words in rows[place].examples:
        assert next(row.id for row in rows if re.search(row.pattern, fold(words))) == rows[place].id
    assert not any(re.search(rows[place].pattern, fold(words)) for words in rows[place].not_examples)


@pytest.mark.parametrize("row", load().note_parts, ids=lambda row: row.id)
def test_a_part_of_a_note_opens_with_its_examples(row: NotePart) -> None:
    pattern = re.compile(row.pattern)
    assert row.examples
    assert all(pattern.search(fold(words)) for words in row.examples)
    assert not any(pattern.search(fold(words)) for words in row.not_examples)
