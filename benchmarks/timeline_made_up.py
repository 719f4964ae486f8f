"""An archive of made-up works with made-up effects, written straight into the tables: for the speed over many works."""

import datetime as dt
import random
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from vanban.archive import Store, open_archive, schema
from vanban.archive.bulk import insert_rows
from vanban.model import Effect, Force, Target, Unit
from vanban.model.effect import Verb

_FIRST = dt.date(1997, 1, 1)
# As in real amending acts: mostly new wording, some repeals, a few windows, kept parts and dates of their own.
_VERBS: tuple[tuple[Verb, int], ...] = (
    ("substitute", 56), ("insert", 16), ("repeal", 12), ("replace-words", 10), ("commence", 2), ("suspend", 1),
    ("continue", 1), ("disapply", 1), ("remove-words", 1),
)  # fmt: skip


def make_archive(path: Path, works: int, edges: int, seed: int = 20260422) -> Store:
    """An archive with that many works and effects upon provisions; each seventh work is ended by a later one."""
    chance = random.Random(seed)
    store = open_archive(path)
    starts = [_FIRST + dt.timedelta(days=chance.randrange(10_500)) for _ in range(works)]
    texts, rows, targets, effects = [], [], [], []
    for number, start in enumerate(starts):
        name = f"/akn/vn/act/nghi-dinh/chinh-phu/{start.isoformat()}/{number:06d}-nd-cp"
        force = msgspec.msgpack.encode(Force(start))
        texts.append(_row(schema.texts, id=number, sha256=f"{number:064x}", run=1, printed=name, work=name, base=True))
        rows.append(
            _row(schema.works, id=name, text=number, texts=1, family="state", type="nghi-dinh", issuer="chinh-phu",
                 symbol=f"{number}/{start.year}/NĐ-CP", date=(start - dt.timedelta(days=45)).isoformat(), language="vi",
                 complete=True, force=force, force_start=start.isoformat())
        )  # fmt: skip
    names = [row[0] for row in rows]
    amended = chance.sample(range(works), works // 10)
    count = [0] * works

    def act(acting: int, target: int, effect: Effect) -> None:
        number = count[acting]
        count[acting] += 1
        targets.append(_row(schema.targets, text=acting, n=number, state="resolved", work=names[target]))
        effects.append(
            _row(schema.effects, text=acting, seq=number, target=number, own=False, verb=effect.verb,
                 effect=msgspec.msgpack.encode(effect))
        )  # fmt: skip

    verbs, weights = zip(*_VERBS, strict=True)
    for verb in chance.choices(verbs, weights, k=edges):
        target = chance.choice(amended)
        path_ = (Unit("article", str(chance.randrange(1, 60))), Unit("clause", str(chance.randrange(1, 9))))
        window = starts[target] + dt.timedelta(days=4000) if verb in ("suspend", "continue", "disapply") else None
        own_day = starts[target] + dt.timedelta(days=900) if verb == "commence" else None
        act(chance.randrange(works), target, Effect(verb, "art_1__cl_3", 10, 90, Target(provision=path_),
                                                    start_on=own_day, end_before=window))  # fmt: skip
    for target in range(0, works, 7):
        act(chance.randrange(works), target, Effect("replace-work", "art_9__cl_2", 10, 90, Target()))
    with store.writing() as connection:
        for table, each in ((schema.texts, texts), (schema.works, rows), (schema.targets, targets),
                            (schema.effects, effects)):  # fmt: skip
            insert_rows(connection, table, each)
    return store


@cache
def _columns(table: Any) -> tuple[tuple[str, object], ...]:
    """The columns of a table with what stands in one that does not matter here."""
    empty = {"TEXT": "", "INTEGER": None, "BLOB": b"", "BOOLEAN": None}
    return tuple(
        (column.name, None if column.nullable else empty.get(str(column.type), "")) for column in table.columns
    )


def _row(table: Any, **values: object) -> tuple[object, ...]:
    """A row with what was given, and nothing in the columns that do not matter here."""
    return tuple(values.get(name, missing) for name, missing in _columns(table))
