"""The table `draft_rules`: every example keeps its rule, every counter-example breaks it."""

import pytest

from vanban.review.draft_lines import accepted, broken
from vanban.review.part_openings import opens
from vanban.rules import load
from vanban.rules.draft_rule import DraftRule
from vanban.rules.part_opening import PartOpening

ROWS = [row for row in load().draft_rules if row.finds]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_examples_keep_the_rule_and_the_others_break_it(row: DraftRule) -> None:
    assert row.examples and row.not_examples
    for words in row.examples:
        assert broken(row, words) is None, words
    for words in row.not_examples:
        assert broken(row, words) is not None, words


def test_every_rule_has_a_source() -> None:
    assert all(row.basis for row in load().draft_rules)


@pytest.mark.parametrize("row", [row for row in load().draft_rules if row.accepts], ids=lambda row: row.id)
def test_what_code_weighs_accepts_its_examples(row: DraftRule) -> None:
    assert row.examples and row.not_examples
    assert all(accepted(row, words) for words in row.examples)
    assert not any(accepted(row, words) for words in row.not_examples)


@pytest.mark.parametrize("row", load().part_openings, ids=lambda row: row.id)
def test_lines_that_open_a_part(row: PartOpening) -> None:
    assert row.examples and row.not_examples
    assert all(opens(row.opens, words, load()) for words in row.examples)
    assert not any(opens(row.opens, words, load()) for words in row.not_examples)


def test_every_rule_is_weighed() -> None:
    """By a pattern or by a check that it names: none is only printed."""
    assert not [row.id for row in load().draft_rules if (row.finds is None) == (row.weighed_by is None)]
