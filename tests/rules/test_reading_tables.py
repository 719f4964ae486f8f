"""Every example of the tables that reading asks is taken by its row, and no counter-example is."""

import re

import pytest

from vanban.orthography import fold
from vanban.reading.characters import repair_characters
from vanban.reading.draft import Draft
from vanban.reading.wrapping import must_go_on, opening
from vanban.rules import Rules, load
from vanban.rules.reading_rows import Continuer, LookAlike, Opening, PageChrome, SignatureStamp
from vanban.rules.text_mark import TextMark


@pytest.mark.parametrize("row", load().openings, ids=lambda row: row.id)
def test_openings(row: Opening, rules: Rules) -> None:
    assert row.examples and row.not_examples
    for example in row.examples:
        found = opening(example, rules)
        assert found is not None and found.id == row.id, example
    for other in row.not_examples:
        found = opening(other, rules)
        assert found is None or found.id != row.id, other


@pytest.mark.parametrize("row", [*load().page_chrome, *load().signature_stamps], ids=lambda row: row.id)
def test_whole_lines(row: PageChrome | SignatureStamp) -> None:
    assert row.examples and row.not_examples
    for example in row.examples:
        assert re.fullmatch(row.pattern, fold(example)), example
    for other in row.not_examples:
        assert not re.fullmatch(row.pattern, fold(other)), other


@pytest.mark.parametrize("row", load().text_marks, ids=lambda row: row.id)
def test_text_marks(row: TextMark) -> None:
    assert row.examples and row.not_examples
    assert all(re.search(row.pattern, fold(example)) for example in row.examples)
    assert not any(re.search(row.pattern, fold(other)) for other in row.not_examples)


@pytest.mark.parametrize("row", load().continuers, ids=lambda row: row.id)
def test_continuers(row: Continuer, rules: Rules) -> None:
    assert row.examples and row.not_examples
    for example in row.examples:
        assert must_go_on(example, rules), example
    for other in row.not_examples:
        assert not must_go_on(other, rules), other


@pytest.mark.parametrize("row", load().lookalikes, ids=lambda row: row.id)
def test_lookalikes(row: LookAlike, rules: Rules) -> None:
    assert row.examples
    for example in row.examples:
        assert repair_characters(Draft(example), rules).content == example.replace(row.letter, row.means)
    for other in row.not_examples:
        assert repair_characters(Draft(other), rules).content == other


def test_every_kind_of_repair_has_its_words(rules: Rules) -> None:
    kinds = {row.id for row in rules.repairs}
    assert {"nfc", "odd-space", "look-alike", "lines-joined", "page-chrome", "page-number", "columns"} <= kinds
