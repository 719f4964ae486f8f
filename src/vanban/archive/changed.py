"""Which works changed since a product of the archive was made: a queue that every product reads at its own pace.

A work is noted, in the transaction that changes it, when its texts, its identity or what is done to it may have become
others: rather too often than too seldom. Each has one row, moved to the end of the queue when it changes again, so the
queue is never longer than the catalogue; a work that is gone stays in it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, select

from vanban.archive import schema
from vanban.archive.bulk import insert_rows
from vanban.archive.chunks import chunks
from vanban.archive.store import Store

_queue = schema.changed_works


class Changed(NamedTuple):
    """The works noted after `since`, in order, and the place of the last one: ask from there the next time."""

    works: tuple[str, ...]
    last: int


def note_changed(connection: Connection, works: Iterable[str]) -> None:
    """Put works at the end of the queue."""
    named = sorted(set(works))
    if not named:
        return
    last = int(connection.execute(select(func.max(_queue.c.place))).scalar() or 0)
    for piece in chunks(named):
        connection.execute(delete(_queue).where(_queue.c.work.in_(piece)))
    insert_rows(connection, _queue, [(work, last + 1) for work in named])


def note_acted_upon(connection: Connection, texts: Iterable[int]) -> None:
    """Put the works that effects of these texts fall on at the end of the queue."""
    effects, targets = schema.effects, schema.targets
    question = (
        select(targets.c.work)
        .join(effects, (effects.c.text == targets.c.text) & (effects.c.target == targets.c.n))
        .where(targets.c.work.is_not(None))
        .distinct()
    )
    note_changed(
        connection,
        [
            work
            for piece in chunks(sorted(set(texts)))
            for (work,) in connection.execute(question.where(targets.c.text.in_(piece)))
        ],
    )


def changed_since(store: Store, since: int) -> Changed:
    """The works noted after the place `since`."""
    question = (
        select(_queue.c.work, _queue.c.place).where(_queue.c.place > since).order_by(_queue.c.place, _queue.c.work)
    )
    with store.reading() as connection:
        rows = connection.execute(question).all()
    return Changed(tuple(row.work for row in rows), max((row.place for row in rows), default=since))


def last_change(store: Store) -> int:
    """The place of the last work in the queue; 0 where it is empty."""
    with store.reading() as connection:
        return int(connection.execute(select(func.max(_queue.c.place))).scalar() or 0)


def name_of_archive(store: Store) -> str:
    """What tells an archive from another put in its place: the moment of its first run; "" for an empty one."""
    runs = schema.runs
    with store.reading() as connection:
        return str(connection.execute(select(runs.c.recorded_at).order_by(runs.c.id).limit(1)).scalar() or "")
