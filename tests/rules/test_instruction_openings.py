"""Every row of `instruction_openings` matches its examples and none of its counter-examples."""

import re

import pytest

from vanban.orthography import fold
from vanban.rules import load
from vanban.rules.instruction_openings import InstructionOpening


@pytest.mark.parametrize("row", load().instruction_openings, ids=lambda row: row.id)
def test_the_row_matches_its_examples(row: InstructionOpening) -> None:
    for example in row.examples:
        assert re.match(row.pattern, fold(example)), example
    for example in row.not_examples:
        assert not re.match(row.pattern, fold(example)), example
