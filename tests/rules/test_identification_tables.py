"""Every example of the tables that identification reads is recognised by its own row, no counter-example is."""

import re

import pytest

from vanban.identification.bodies import by_code, by_name
from vanban.identification.fields import fields_of
from vanban.identification.lines import read_head
from vanban.identification.type_line import types_named
from vanban.orthography import fold
from vanban.rules import load
from vanban.rules.document_types import DocumentType
from vanban.rules.issuers import IssuerRow
from vanban.rules.local_bodies import LocalBody
from vanban.rules.provinces import ProvinceRow
from vanban.rules.regulation_fields import RegulationField
from vanban.rules.signing_capacities import SigningCapacity


@pytest.mark.parametrize("row", load().document_types, ids=lambda row: row.id)
def test_document_types(row: DocumentType) -> None:
    """A line that prints the name gives the type, or another that shares the name."""
    for example in row.examples:
        assert row.id in types_named(read_head(example).lines[0], load()), example
    for other in row.not_examples:
        assert row.id not in types_named(read_head(other).lines[0], load()), other


@pytest.mark.parametrize("row", load().issuers, ids=lambda row: row.id)
def test_issuers(row: IssuerRow) -> None:
    """Names and posts lead to the body; so do codes, where no other body shares them."""
    rules = load()
    for name in (*row.examples, *row.names, *row.posts):
        body = by_name(name, rules)
        assert body is not None and body.id == row.id, name
    for other in row.not_examples:
        body = by_name(other, rules)
        assert body is None or body.id != row.id, other
    for code in row.codes:
        assert row.id in {body.id for body in by_code(code, rules)}, code
    known = {other.id for other in rules.issuers}
    assert set(row.successors) <= known
    assert row.parent is None or row.parent in known


@pytest.mark.parametrize("row", load().local_bodies, ids=lambda row: row.id)
def test_local_bodies(row: LocalBody) -> None:
    """A whole name gives an id that begins with the kind."""
    rules = load()
    for example in row.examples:
        body = by_name(example, rules)
        assert body is not None and body.id.startswith(f"{row.id}-"), example
    for other in row.not_examples:
        body = by_name(other, rules)
        central = {issuer.id for issuer in rules.issuers}
        assert body is None or body.id in central or not body.id.startswith(f"{row.id}-"), other


@pytest.mark.parametrize("row", load().provinces, ids=lambda row: row.id)
def test_provinces(row: ProvinceRow) -> None:
    """Each committee of each province has an id with the province; what ended has successors that exist."""
    rules = load()
    for example in row.examples:
        body = by_name(f"Ủy ban nhân dân {example}", rules)
        assert body is not None and body.id == f"ubnd-{row.kind}-{row.id}"
    known = {other.id for other in rules.provinces}
    assert set(row.successors) <= known
    assert bool(row.until) == bool(row.successors)


def test_34_provinces_today() -> None:
    """Nghị quyết 202/2025/QH15: 34 provinces and cities, six of them cities."""
    today = [row for row in load().provinces if row.until is None]
    assert len(today) == 34
    assert sum(row.kind == "thanh-pho" for row in today) == 6


@pytest.mark.parametrize("row", load().signing_capacities, ids=lambda row: row.id)
def test_signing_capacities(row: SigningCapacity) -> None:
    """The pattern matches the start of each folded example, and of no counter-example."""
    assert row.examples
    for example in row.examples:
        assert re.match(row.pattern, fold(example)), example
    for other in row.not_examples:
        assert not re.match(row.pattern, fold(other)), other


@pytest.mark.parametrize("row", load().regulation_fields, ids=lambda row: row.id)
def test_regulation_fields(row: RegulationField) -> None:
    """A title of the field is told to belong to it, with its words as the reason."""
    for example in row.examples:
        fields = {field.id: field for field in fields_of(example, "", (), load())}
        assert row.id in fields, example
        assert fold(fields[row.id].basis) in fold(example)
    for other in row.not_examples:
        assert row.id not in {field.id for field in fields_of(other, "", (), load())}, other
