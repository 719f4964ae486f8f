"""Long lists in pieces that a database takes as parameters of one statement."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
# SQLite takes 32,766 parameters and PostgreSQL 65,535; small statements are also prepared faster.
SIZE = 500


def chunks(items: Iterable[T], size: int = SIZE) -> Iterator[list[T]]:
    """The items in order, in lists of at most `size`; none is empty."""
    waiting = iter(items)
    while piece := list(islice(waiting, size)):
        yield piece
