"""Every row of `list_leads` and `amending_verbs` fits its examples and nothing that it must not."""

import re

from vanban.orthography import fold
from vanban.references.amending_leads import amending_leads
from vanban.rules import Rules


def test_leads_fit_their_examples(rules: Rules) -> None:
    for row in rules.list_leads:
        pattern = re.compile(row.pattern, re.ASCII)
        assert all(pattern.search(fold(example)) for example in row.examples), row.id
        assert not any(pattern.search(fold(example)) for example in row.not_examples), row.id


def test_lines_that_change_an_act_open_with_the_words_of_the_table(rules: Rules) -> None:
    for row in rules.amending_verbs:
        pattern = re.compile(rf"(?:{row.pattern})(?![a-z])", re.ASCII)
        for example in row.examples:
            assert pattern.match(fold(example)), (row.id, example)
            line = f"1. {example}"
            assert amending_leads(fold(f"{line}\n"), [4], rules) == [(0, len(line))], (row.id, example)
        assert not any(pattern.match(fold(example)) for example in row.not_examples), row.id
