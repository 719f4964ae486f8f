"""Every row of `list_leads` fits its examples and nothing that it must not."""

import re

from vanban.orthography import fold
from vanban.rules import Rules


def test_leads_fit_their_examples(rules: Rules) -> None:
    for row in rules.list_leads:
        pattern = re.compile(row.pattern, re.ASCII)
        assert all(pattern.search(fold(example)) for example in row.examples), row.id
        assert not any(pattern.search(fold(example)) for example in row.not_examples), row.id
