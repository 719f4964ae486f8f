"""Reading the originals again after better rules or better code; what people judged stays."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select, update

from vanban.archive import originals, schema
from vanban.archive.arranging import arrange
from vanban.archive.chunks import chunks
from vanban.archive.crew import cores, outcomes
from vanban.archive.entry import Entry
from vanban.archive.keeping import replace_entries
from vanban.archive.outcome import Job
from vanban.archive.report import NotRead, Progress, RereadReport
from vanban.archive.resolving import resolve_open
from vanban.archive.run import begin_run
from vanban.archive.store import Store
from vanban.model.version import VERSION
from vanban.rules import Rules

_BATCH = 200
_texts, _runs = schema.texts, schema.runs


def reread(
    store: Store,
    rules: Rules,
    *,
    changed_only: bool = False,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    recorded_at: dt.datetime | None = None,
) -> RereadReport:
    """Parse every original again and store what it now says; with `changed_only`, those whose tables or code changed.

    A text that cannot be read any more keeps its old facts and is told in the report. Stopped and started again with
    `changed_only`, it goes on where it was.
    """
    tell = progress or (lambda _: None)
    with store.reading() as connection:
        wanted = _wanted(rules, changed_only)
        total = int(connection.execute(select(func.count()).select_from(wanted.subquery())).scalar() or 0)
    moment = recorded_at or dt.datetime.now(dt.UTC)
    read = changed = 0
    failed: list[NotRead] = []
    run: int | None = None
    stopped = False
    try:
        done = outcomes(_jobs(store, wanted), rules, store.files, workers or cores())
        for piece in chunks(done, _BATCH):
            entries: list[Entry] = []
            for job, outcome in piece:
                if outcome.entry is None:
                    failed.append(NotRead(job.name, outcome.code, outcome.details))
                elif outcome.entry.sha256 != os.fsdecode(job.path).rpartition(os.sep)[2]:
                    failed.append(NotRead(job.name, "original-altered", {"path": os.fsdecode(job.path)}))
                else:
                    entries.append(outcome.entry)
            with store.writing() as connection:
                number = run or begin_run(connection, rules, moment)
                changed += _renew(connection, number, entries)
            run = number
            read += len(entries)
            tell(Progress(total, read, 0, len(failed)))
        resolve_open(store, rules)
    except KeyboardInterrupt:
        stopped = True
    return RereadReport(read, changed, tuple(sorted(failed, key=lambda each: each.path)), stopped)


def _wanted(rules: Rules, changed_only: bool) -> Any:
    question = select(_texts.c.id, _texts.c.sha256)
    if changed_only:
        old = (_runs.c.rules_version != rules.version) | (_runs.c.code_version != VERSION)
        question = question.join(_runs, _runs.c.id == _texts.c.run).where(old)
    return question


def _jobs(store: Store, wanted: Any) -> Iterator[Job]:
    """The originals in the order of their numbers, a few hundred at a time: texts renewed meanwhile do no harm."""
    last = 0
    while True:
        with store.reading() as connection:
            rows = connection.execute(wanted.where(_texts.c.id > last).order_by(_texts.c.id).limit(_BATCH)).all()
        if not rows:
            return
        last = rows[-1].id
        for _, sha256 in rows:
            yield Job(os.fsencode(originals.place(store.files, sha256)), b"", sha256)


def _renew(connection: Connection, run: int, entries: list[Entry]) -> int:
    """Store the entries that differ from what is there, note the run on the others; returns how many differed."""
    by_hash = {entry.sha256: entry for entry in entries}
    question = select(_texts.c.id, _texts.c.sha256, _texts.c.identity, schema.facts.c.blob).join(
        schema.facts, schema.facts.c.text == _texts.c.id
    )
    different: dict[int, Entry] = {}
    same: dict[int, Entry] = {}
    for number, sha256, identity, blob in connection.execute(question.where(_texts.c.sha256.in_(list(by_hash)))):
        entry = by_hash[sha256]
        unchanged = entry.blob == blob and msgspec.msgpack.encode(entry.identity) == identity
        (same if unchanged else different)[number] = entry
    # Better tables can give a target other keys (a new alias), or another answer, where the text says what it said.
    keys = _stored_keys(connection, same)
    rekeyed = {number: entry for number, entry in same.items() if keys[number] != _keys(entry)}
    arrange(connection, replace_entries(connection, run, different | rekeyed))
    connection.execute(update(_texts).where(_texts.c.id.in_(same)).values(run=run))
    connection.execute(update(schema.targets).where(schema.targets.c.text.in_(same)).values(state="new"))
    return len(different)


def _keys(entry: Entry) -> set[tuple[str, int]]:
    return {(key, n) for n, target in enumerate(entry.targets) for key in target.keys}


def _stored_keys(connection: Connection, texts: Iterable[int]) -> dict[int, set[tuple[str, int]]]:
    table = schema.target_keys
    found: dict[int, set[tuple[str, int]]] = {number: set() for number in texts}
    for key, number, n in connection.execute(select(table).where(table.c.text.in_(list(found)))):
        found[number].add((key, n))
    return found
