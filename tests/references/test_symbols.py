"""Printed symbols: a series has one shape, whatever its numbers and years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.identification.symbol import normalise, parse
from vanban.references.local_numbers import is_local
from vanban.references.symbols import printed_shapes
from vanban.rules import load

_EXAMPLES = [example for row in load().symbol_shapes for example in (*row.examples, *row.not_examples)]


def _is_its_own(printed: str) -> None:
    """What the series tells of a symbol is what the symbol itself tells."""
    rules = load()
    shape = printed_shapes(rules)(printed)
    symbol = normalise(printed)
    assert (shape.symbol, shape.types, shape.local) == (symbol, parse(symbol, rules).types, is_local(symbol, rules))


@pytest.mark.parametrize("printed", _EXAMPLES)
def test_every_example_of_the_table_has_the_shape_of_its_series(printed: str) -> None:
    _is_its_own(printed)


_NUMBER = st.one_of(st.integers(1, 99_999).map(str), st.sampled_from(["007", "66.19", "21a", "270B"]))
_YEAR = st.sampled_from(["", "/1946", "/2000", "/2026", "/1800", "/206"])
_LETTERS = st.sampled_from(
    ["/NĐ-CP", "/QĐ-UBND", "-QĐ/TW", "/QH13", "/UBTVQH15", "/TTg", "/UBND-VX", "/CT-CS", "/HĐBT", "-CP", "/TTLT/BTC-BCA",
     "/05-NQ/TU", "-05/TT"]
)  # fmt: skip


@given(_NUMBER, _YEAR, _LETTERS)
def test_neither_number_nor_year_tells_the_type(number: str, year: str, letters: str) -> None:
    _is_its_own(number + year + letters)
