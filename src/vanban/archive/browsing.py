"""Works to walk through: a page of them, and how many there are of each kind, body and year."""

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select

from vanban.archive.finding_works import QUESTION, as_work
from vanban.archive.rows import WorkRow
from vanban.archive.schema import works as table
from vanban.archive.store import Store

_NAMED = 40


class Tally(msgspec.Struct, frozen=True):
    """How many works have a value: its id, its name as printed, the number."""

    id: str
    name: str
    count: int


class Shelved(msgspec.Struct, frozen=True):
    """A page of works, the newest first; `types`, `issuers` and `years` count those that the other two leave."""

    total: int
    works: tuple[WorkRow, ...]
    types: tuple[Tally, ...]
    issuers: tuple[Tally, ...]
    years: tuple[Tally, ...]


def browse(
    store: Store, *, type: str = "", issuer: str = "", year: int | None = None, limit: int = 50, offset: int = 0
) -> Shelved:
    """The works of a type, a body and a year ("" and None: of any)."""
    asked: dict[str, ColumnElement[bool]] = {}
    if type:
        asked["type"] = table.c.type == type
    if issuer:
        asked["issuer"] = table.c.issuer == issuer
    made = func.substr(table.c.date, 1, 4)
    if year is not None:
        asked["year"] = made == str(year)
    with store.reading() as connection:

        def tally(kind: str, id: Any, name: Any, order: Any) -> tuple[Tally, ...]:
            others = [condition for key, condition in asked.items() if key != kind]
            question = select(id, func.min(name), func.count()).where(*others, id.is_not(None)).group_by(id)
            rows = connection.execute(question.order_by(order, id).limit(_NAMED)).all()
            return tuple(Tally(str(value), str(words), count) for value, words, count in rows)

        total = connection.execute(select(func.count()).select_from(table).where(*asked.values())).scalar_one()
        page = QUESTION.where(*asked.values()).order_by(table.c.date.desc(), table.c.id).limit(limit).offset(offset)
        rows = tuple(as_work(row) for row in connection.execute(page))
        return Shelved(
            total,
            rows,
            tally("type", table.c.type, table.c.type_name, func.count().desc()),
            tally("issuer", table.c.issuer, table.c.issuer_name, func.count().desc()),
            tally("year", made, made, made.desc()),
        )
