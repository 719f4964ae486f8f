"""The tables of force: every example of every row, and what holds between the rows."""

import datetime as dt
import re
from typing import get_args

import pytest

from vanban.model import State, Verb
from vanban.model.provision import Level
from vanban.orthography import fold
from vanban.rules import PatternRow, Rules, load
from vanban.timeline.naming import parse_provision

PATTERNS: tuple[PatternRow, ...] = (*load().government_levels, *load().event_conditions)


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row.id)
def test_the_row_matches_its_examples(row: PatternRow) -> None:
    pattern = re.compile(row.pattern)
    assert row.examples
    assert all(pattern.search(fold(words)) for words in row.examples)
    assert not any(pattern.search(fold(words)) for words in row.not_examples)


@pytest.mark.parametrize("row", load().unit_names, ids=lambda row: row.id)
def test_typed_units_are_of_their_level(row: object, rules: Rules) -> None:
    for words in row.examples:  # type: ignore[attr-defined]
        assert parse_provision(words, rules)[0].level == row.level, words  # type: ignore[attr-defined]
    for words in row.not_examples:  # type: ignore[attr-defined]
        assert parse_provision(words, rules)[0].level != row.level, words  # type: ignore[attr-defined]


@pytest.mark.parametrize("level", ["central", "local"])
def test_the_regimes_of_a_level_follow_one_another(level: str, rules: Rules) -> None:
    rows = sorted((row for row in rules.validity_regimes if row.level == level), key=lambda row: row.since)
    assert rows[0].since == dt.date(1997, 1, 1)
    assert [row.until for row in rows[:-1]] == [row.since for row in rows[1:]]
    assert rows[-1].until is None


def test_every_regime_has_its_rule_on_detailing_documents(rules: Rules) -> None:
    regimes = {(row.regime, row.level) for row in rules.validity_regimes}
    assert {(row.regime, row.level) for row in rules.detailing_rules} == regimes
    assert all(row.basis for row in rules.detailing_rules)


def test_every_verb_has_one_consequence(rules: Rules) -> None:
    assert sorted(row.verb for row in rules.effect_consequences) == sorted(get_args(Verb))


def test_every_state_has_its_labels(rules: Rules) -> None:
    wanted = {(state, of) for state in get_args(State) for of in ("work", "provision")}
    assert {(row.state, row.of) for row in rules.status_labels} == wanted


def test_every_level_has_a_name(rules: Rules) -> None:
    assert {row.level for row in rules.unit_names} == set(get_args(Level))


def test_both_languages_fill_the_same_blanks(rules: Rules) -> None:
    for row in rules.status_sentences:
        assert set(re.findall(r"\{(\w+)\}", row.vi)) == set(re.findall(r"\{(\w+)\}", row.en)), row.id
