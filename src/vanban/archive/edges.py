"""Every effect as it is stored, in one unordered pass: for questions about all works at once."""

from collections.abc import Iterator
from typing import cast

from sqlalchemy import and_, or_, select

from vanban.archive import schema
from vanban.archive.plain_rows import rows_in_parts
from vanban.archive.store import Store

_texts, _targets, _effects = schema.texts, schema.targets, schema.effects


def effect_edges(store: Store) -> Iterator[tuple[str, str, str, bytes]]:
    """(acting work, work acted upon, verb, Effect as MessagePack) of every effect whose target is here, unordered."""
    same = and_(_targets.c.text == _effects.c.text, _targets.c.n == _effects.c.target)
    question = (
        select(_effects.c.text, _targets.c.work, _effects.c.own, _effects.c.verb, _effects.c.effect)
        .select_from(_effects)
        .join(_targets, same, isouter=True)
        .where(or_(_effects.c.own, _targets.c.work.is_not(None)))
    )
    with store.reading() as connection:
        # The acting works by a look-up of our own: one name for all effects of a work, and one join less.
        base = select(_texts.c.id, _texts.c.work).where(_texts.c.base)
        works = cast(dict[int, str], dict(row for part in rows_in_parts(connection, base) for row in part))
        for part in rows_in_parts(connection, question):
            for text, target, own, verb, effect in part:
                acting = works.get(text)
                if acting is not None:
                    yield acting, acting if own else target, verb, effect
