"""The rows of a large answer as plain tuples, part by part: for questions about all works at once."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Select

_AT_ONCE = 2000


def rows_in_parts(connection: Connection, question: Select[Any]) -> Iterator[Sequence[tuple[Any, ...]]]:
    """The rows in parts. Of SQLite as the driver gives them: making rows of them takes longer than reading them."""
    if connection.dialect.name != "sqlite":
        result = connection.execution_options(yield_per=_AT_ONCE).execute(question)
        yield from cast(Iterator[Sequence[tuple[Any, ...]]], result.partitions())
        return
    # Without `yield_per`: it would take rows off the driver before we ask for them.
    plain = connection.execute(question)
    while plain.cursor is not None and (part := plain.cursor.fetchmany(_AT_ONCE)):
        yield cast(Sequence[tuple[Any, ...]], part)
    plain.close()
