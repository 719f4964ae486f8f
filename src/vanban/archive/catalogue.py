"""The archive as the catalogue that `references.resolve` asks, many keys at a time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from vanban.archive import schema
from vanban.archive.chunks import chunks
from vanban.references import WorkFacts

_keys, _works = schema.work_keys, schema.works
_QUESTION = select(
    _keys.c.key, _works.c.id, _works.c.family, _works.c.type, _works.c.symbol, _works.c.title, _works.c.issuer,
    _works.c.date, _works.c.force_start,
).join(_works, _works.c.id == _keys.c.work)  # fmt: skip


class Prefetched:
    """A `references.Catalogue` that has asked the database for all its keys at once.

    One question for five hundred keys instead of one a reference: resolving a million references takes minutes
    otherwise. Asked for a key that was not fetched, it raises KeyError rather than answer "nothing".
    """

    def __init__(self, connection: Connection, keys: Iterable[str]) -> None:
        wanted = sorted(set(keys))
        found: defaultdict[str, list[WorkFacts]] = defaultdict(list)
        for piece in chunks(wanted):
            for key, id, family, type, symbol, title, issuer, date, force in connection.execute(
                _QUESTION.where(_keys.c.key.in_(piece))
            ).all():
                found[key].append(WorkFacts(id, family, type, symbol, title, issuer, _day(date), _day(force)))
        self._filed = {key: tuple(found.get(key, ())) for key in wanted}

    def by_key(self, key: str) -> tuple[WorkFacts, ...]:
        """Every work filed under `key`, which must be one of those fetched."""
        return self._filed[key]


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
