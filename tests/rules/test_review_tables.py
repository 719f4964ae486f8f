"""The tables of the statutory lists."""

import re

import pytest

from vanban.orthography import fold
from vanban.rules import load
from vanban.rules.review_rows import ReviewResponsible
from vanban.rules.row import PatternRow

RULES = load()


@pytest.mark.parametrize("row", (*RULES.review_announcements, *RULES.review_exceptions), ids=lambda row: row.id)
def test_words_that_a_row_knows(row: PatternRow) -> None:
    assert row.examples
    assert all(re.search(row.pattern, fold(words)) for words in row.examples)
    assert not any(re.search(row.pattern, fold(words)) for words in row.not_examples)


@pytest.mark.parametrize("row", RULES.review_responsible, ids=lambda row: row.id)
def test_issuers_of_a_reviewer(row: ReviewResponsible) -> None:
    assert row.examples and row.basis
    assert all(re.fullmatch(row.issuers, issuer) for issuer in row.examples)
    assert not any(re.fullmatch(row.issuers, issuer) for issuer in row.not_examples)


def test_every_form_names_its_source_and_fits_a_page() -> None:
    official = [row for row in RULES.review_forms if row.number]
    assert [row.id for row in official] == [f"mau-0{number}" for number in range(1, 6)]
    for row in RULES.review_forms:
        assert row.basis and row.number in row.basis if row.number else row.note
        assert abs(sum(column.width for column in row.columns) - 25.7) < 0.05


def test_a_derived_case_exists_in_the_law_of_today() -> None:
    cases = {row.case for row in RULES.end_reasons if "R7" in row.regimes}
    assert {row.case_of_law for row in RULES.review_cases} <= cases


def test_heads_of_officers_tables_name_one_handling_each() -> None:
    heads = [fold(head) for row in RULES.review_handlings for head in row.printed]
    assert len(heads) == len(set(heads))
