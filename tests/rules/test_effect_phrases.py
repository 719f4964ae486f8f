"""Every example of every effect phrase is matched by its row, and no counter-example is."""

import re

import pytest

from vanban.effects.phrases import expand
from vanban.orthography import fold
from vanban.rules import PatternRow, load

TABLES = ("commencement_phrases", "amending_phrases", "ending_phrases")
ROWS = [(table, row) for table in TABLES for row in getattr(load(), table)]


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{table}:{row.id}" for table, row in ROWS])
def test_examples_match_and_counter_examples_do_not(table: str, row: PatternRow) -> None:
    pattern = re.compile(expand(row.pattern, load()))
    anywhere = table == "commencement_phrases"
    assert row.examples
    for example in row.examples:
        assert (pattern.search if anywhere else pattern.match)(fold(example)), example
    for other in row.not_examples:
        assert not (pattern.search if anywhere else pattern.match)(fold(other)), other
