"""Every effect as it is stored, in one unordered pass: for questions about all works at once."""

from collections.abc import Iterator

from sqlalchemy import and_, case, or_, select

from vanban.archive import schema
from vanban.archive.store import Store

_texts, _targets, _effects = schema.texts, schema.targets, schema.effects
_AT_ONCE = 10_000


def effect_edges(store: Store) -> Iterator[tuple[str, str, bytes]]:
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
        for part in connection.execution_options(yield_per=_AT_ONCE).execute(question).partitions():
            yield from (tuple(row) for row in part)
