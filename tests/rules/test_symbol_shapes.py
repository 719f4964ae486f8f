"""Every example of every symbol shape is taken by its row, and no counter-example is."""

import pytest

from vanban.identification.symbol import parse
from vanban.rules import Rules, load
from vanban.rules.symbol_shapes import SymbolShape


@pytest.mark.parametrize("row", load().symbol_shapes, ids=lambda row: row.id)
def test_examples_fit_and_counter_examples_do_not(row: SymbolShape) -> None:
    """The first row that fits an example is its own; that of a counter-example is another or none."""
    rules = load()
    assert row.examples
    for example in row.examples:
        assert parse(example, rules).shape == row.id, example
    for other in row.not_examples:
        assert parse(other, rules).shape != row.id, other


def test_types_named_by_shapes_exist() -> None:
    """A shape implies only types of the table."""
    rules: Rules = load()
    known = {row.id for row in rules.document_types}
    assert {name for row in rules.symbol_shapes for name in row.types} <= known
