"""Every effect as it is stored, in one unordered pass: for questions about all works at once."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from sqlalchemy import Connection, Select, and_, case, or_, select

from vanban.archive import schema
from vanban.archive.store import Store

_texts, _targets, _effects = schema.texts, schema.targets, schema.effects
_AT_ONCE = 10_000
_Edge = tuple[str, str, bytes]


def effect_edges(store: Store) -> Iterator[_Edge]:
    """(acting work, work acted upon, the Effect as MessagePack) of every effect whose target is here, unordered."""
    same = and_(_targets.c.text == _effects.c.text, _targets.c.n == _effects.c.target)
    on = case((_effects.c.own, _texts.c.work), else_=_targets.c.work)
    question = (
        select(_texts.c.work, on, _effects.c.effect)
        .select_from(_effects)
        .join(_texts, _texts.c.id == _effects.c.text)
        .join(_targets, same, isouter=True)
        .where(_texts.c.base, or_(_effects.c.own, _targets.c.work.is_not(None)))
    )
    with store.reading() as connection:
        for part in _parts(connection, question):
            yield from part


def _parts(connection: Connection, question: Select[Any]) -> Iterator[Sequence[_Edge]]:
    """The rows in parts. Of SQLite as the driver gives them: making rows of them takes longer than reading them."""
    if connection.dialect.name != "sqlite":
        result = connection.execution_options(yield_per=_AT_ONCE).execute(question)
        yield from cast(Iterator[Sequence[_Edge]], result.partitions())
        return
    # Without `yield_per`: it would take rows off the driver before we ask for them.
    plain = connection.execute(question)
    while plain.cursor is not None and (part := plain.cursor.fetchmany(_AT_ONCE)):
        yield cast(Sequence[_Edge], part)
    plain.close()
