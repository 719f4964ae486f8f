"""The archive as a visitor meets it: how much is here, what changes around a day, what came last."""

import datetime as dt

import msgspec

from vanban import archive as room
from vanban.archive import Counts, Store, WorkRow
from vanban.rules import Rules
from vanban.timeline.changes import Change
from vanban.timeline.standing import changes_between

_AHEAD = dt.timedelta(days=120)


class Front(msgspec.Struct, frozen=True):
    """`changed`: what started, ended or changed from the first of the month of `on` to that day; `coming`: what will,
    within four months. `newest`: the documents latest made.
    """

    on: dt.date
    since: dt.date
    until: dt.date
    counts: Counts
    changed: tuple[Change, ...]
    coming: tuple[Change, ...]
    newest: tuple[WorkRow, ...]


def front(store: Store, on: dt.date, rules: Rules, *, listed: int = 8) -> Front:
    """What the first page tells, read for the day `on`."""
    first = on.replace(day=1)
    around = changes_between(first, on + _AHEAD, store, rules)
    return Front(
        on=on,
        since=first,
        until=on + _AHEAD,
        counts=room.counts(store),
        changed=tuple(change for change in around if change.day <= on),
        coming=tuple(change for change in around if change.day > on),
        newest=room.newest_works(store, on, listed),
    )
