"""The archive as the catalogue that `references.resolve` asks, many keys at a time."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec
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
            for key, *columns in connection.execute(_QUESTION.where(_keys.c.key.in_(piece))):
                found[key].append(_facts(*columns))
        self._filed = {key: tuple(found.get(key, ())) for key in wanted}

    def by_key(self, key: str) -> tuple[WorkFacts, ...]:
        """Every work filed under `key`, which must be one of those fetched."""
        return self._filed[key]


def _facts(
    id: str, family: str, type: str, symbol: str, title: str, issuer: str, date: str | None, force_start: str | None
) -> WorkFacts:
    return msgspec.convert(
        {"id": id, "family": family, "type": type, "symbol": symbol, "title": title, "issuer": issuer, "date": date,
         "force_start": force_start},
        WorkFacts,
    )  # fmt: skip
