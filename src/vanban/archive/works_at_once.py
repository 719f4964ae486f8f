"""Every work as far as its force needs it: for questions about all works at once."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import select

from vanban.archive.plain_rows import rows_in_parts
from vanban.archive.schema import works as table
from vanban.archive.store import Store
from vanban.model import Family


class BareWork(NamedTuple):
    """A work without its names and its words. `start` is the first day in force that its text states."""

    id: str
    family: Family
    type: str
    symbol: str
    issuer: str
    date: dt.date | None
    start: dt.date | None
    language: str
    complete: bool


def bare_works(store: Store) -> Iterator[BareWork]:
    """Every work, sorted by identifier, streamed."""
    c = table.c
    question = select(c.id, c.family, c.type, c.symbol, c.issuer, c.date, c.force_start, c.language, c.complete)
    with store.reading() as connection:
        for part in rows_in_parts(connection, question.order_by(c.id)):
            for id, family, type, symbol, issuer, date, start, language, complete in part:
                yield BareWork(id, family, type, symbol, issuer, _day(date), _day(start), language, bool(complete))


@lru_cache(maxsize=1 << 16)  # many works share a day
def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
