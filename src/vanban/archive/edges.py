"""Every effect as it is stored, in one unordered pass: for questions about all works at once."""

from collections.abc import Iterator, Sequence
from typing import cast

from sqlalchemy import and_, case, or_, select

from vanban.archive import schema
from vanban.archive.plain_rows import rows_in_parts
from vanban.archive.store import Store

_texts, _targets, _effects = schema.texts, schema.targets, schema.effects
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
        for part in rows_in_parts(connection, question):
            yield from cast(Sequence[_Edge], part)
