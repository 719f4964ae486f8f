"""The table `issuing_authorities`: each line names its bodies and no others."""

import re

import pytest

from vanban.rules import Rules, load
from vanban.rules.issuing_authority import IssuingAuthority


@pytest.mark.parametrize("row", load().issuing_authorities, ids=lambda row: row.id)
def test_a_line_names_its_bodies(row: IssuingAuthority) -> None:
    assert all(re.fullmatch(row.issuers, body) for body in row.examples) and row.examples
    assert not any(re.fullmatch(row.issuers, body) for body in row.not_examples)


def test_every_type_and_every_body_of_the_state_is_known(rules: Rules) -> None:
    types = {row.id for row in rules.document_types}
    assert {name for row in rules.issuing_authorities for name in row.types} <= types
    bodies = {row.id for row in rules.issuers}
    local = tuple(row.id for row in rules.local_bodies)
    for row in rules.issuing_authorities:
        assert all(body in bodies or body.startswith(local) for body in row.examples), row.id
