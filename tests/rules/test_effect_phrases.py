"""Every example of every effect phrase is matched by its row, and no counter-example is."""

import re

import pytest

from tests.effects.reading import OWN, read
from vanban.effects.phrases import expand, words_of
from vanban.orthography import fold
from vanban.rules import PatternRow, load
from vanban.rules.effect_wording import EffectWording, WordList

TABLES = ("commencement_phrases", "amending_phrases", "ending_phrases")
# Uses that are looked for anywhere; the others stand right where they are asked.
SEARCHED = frozenset(
    {"prevails", "over-other-laws", "brought-together", "legal-bases", "acting-heading", "gone-before", "list-acts",
     "old-rules", "old-rules-named", "began-before", "on-printed-page", "left-out",
     "proviso", "until-then", "own-rules", "lead-of-cases", "lead-ends", "refers-back",
     "beside-others", "duty-to-go-on"}
)  # fmt: skip
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


@pytest.mark.parametrize("row", load().effect_wordings, ids=lambda row: row.id)
def test_wordings_match_their_examples(row: EffectWording) -> None:
    pattern = re.compile(expand(row.pattern, load()))
    ask = pattern.search if row.use in SEARCHED else pattern.match
    assert row.examples
    for example in row.examples:
        assert ask(fold(example)), example
    for other in row.not_examples:
        assert not ask(fold(other)), other


@pytest.mark.parametrize("row", load().effect_words, ids=lambda row: row.id)
def test_lists_of_words_hold_their_words_and_examples(row: WordList) -> None:
    pattern = re.compile(expand(words_of(row), load()))
    if not row.followed:
        assert all(pattern.fullmatch(fold(word)) for word in row.words)
    assert all(pattern.match(fold(example)) for example in row.examples)
    assert not any(pattern.match(fold(other)) for other in row.not_examples)


@pytest.mark.parametrize(
    "row", [row for row in load().effect_wordings if row.use == "prevails"], ids=lambda row: row.id
)
def test_clauses_that_prevail_are_heard_with_the_row_that_decided(row: EffectWording) -> None:
    for example in row.examples:
        (effect,) = read(f"Điều 9. Thi hành\n2. {example}\n", load(), OWN).effects
        assert (effect.verb, effect.rules) == ("prevail", (row.id,))


@pytest.mark.parametrize(
    ("row", "example"),
    [(row, example) for row in load().commencement_phrases for example in row.examples],
    ids=lambda each: each.id if isinstance(each, PatternRow) else each[:24],
)
def test_starts_are_heard_with_the_row_that_decided(row: PatternRow, example: str) -> None:
    """The example goes through the whole reader: no search before the table may be deaf to a row."""
    assert read(f"Điều 9. Hiệu lực thi hành\n{example}\n", load(), OWN).force.rule == row.id
