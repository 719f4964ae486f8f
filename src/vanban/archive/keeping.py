"""Writing entries into an open transaction: the one place where rows of facts are made and taken away."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, func, select, update

from vanban.archive import schema
from vanban.archive.blob import encode
from vanban.archive.bulk import insert_rows
from vanban.archive.changed import note_acted_upon
from vanban.archive.chunks import chunks
from vanban.archive.entry import Entry

_FACTS = (
    (schema.facts, schema.facts.c.text),
    (schema.targets, schema.targets.c.text),
    (schema.target_keys, schema.target_keys.c.text),
    (schema.references, schema.references.c.text),
    (schema.effects, schema.effects.c.text),
    (schema.findings, schema.findings.c.text),
    (schema.tasks, schema.tasks.c.text),
)


def known_among(connection: Connection, hashes: Iterable[str]) -> set[str]:
    """Which of these sources have a text in the archive."""
    column = schema.texts.c.sha256
    return {
        sha256 for piece in chunks(hashes) for (sha256,) in connection.execute(select(column).where(column.in_(piece)))
    }


def next_id(connection: Connection, table: Table) -> int:
    """The first free number of a table; we hold the only writing transaction."""
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1


def keep_origins(connection: Connection, names: Mapping[str, Iterable[str]]) -> None:
    """Note under which names (hash -> names) sources were given; a name that is there already is passed over."""
    wanted = {(sha256, name) for sha256, each in names.items() for name in each}
    table = schema.origins
    for piece in chunks(sorted(names)):
        rows = connection.execute(select(table.c.sha256, table.c.origin).where(table.c.sha256.in_(piece)))
        wanted -= {(sha256, origin) for sha256, origin in rows}
    insert_rows(connection, table, sorted(wanted))


def keep_entries(connection: Connection, run: int, entries: Sequence[Entry]) -> set[str]:
    """Store new texts with their facts, unshelved; returns the match keys to shelve. None of them is here yet."""
    first = next_id(connection, schema.texts)
    numbered = list(enumerate(entries, start=first))
    insert_rows(
        connection, schema.sources, [(entry.sha256, entry.media_type, entry.size, run) for _, entry in numbered]
    )
    insert_rows(
        connection,
        schema.texts,
        [
            (
                number,
                entry.sha256,
                run,
                entry.identity.id,
                "",
                False,
                entry.identity.match_key(),
                encode(entry.identity),
            )
            for number, entry in numbered
        ],
    )
    _keep_facts(connection, numbered)
    return {entry.identity.match_key() for entry in entries}


def replace_entries(connection: Connection, run: int, entries: Mapping[int, Entry]) -> set[str]:
    """Give texts (by their number) new facts; returns the match keys to shelve, the old ones among them."""
    table = schema.texts
    keys = {
        key
        for piece in chunks(entries)
        for (key,) in connection.execute(select(table.c.match_key).where(table.c.id.in_(piece)))
    }
    forget_facts(connection, entries)
    for number, entry in entries.items():
        identity = entry.identity
        values = {
            "run": run, "printed": identity.id, "match_key": identity.match_key(), "identity": encode(identity),
        }  # fmt: skip
        connection.execute(update(table).where(table.c.id == number).values(values))
    _keep_facts(connection, list(entries.items()))
    return keys | {entry.identity.match_key() for entry in entries.values()}


def forget_facts(connection: Connection, texts: Iterable[int]) -> None:
    """Take away everything that was recomputed of these texts: blob and index rows."""
    texts = list(texts)
    note_acted_upon(connection, texts)
    for piece in chunks(texts):
        for table, column in _FACTS:
            connection.execute(delete(table).where(column.in_(piece)))


def _keep_facts(connection: Connection, numbered: Sequence[tuple[int, Entry]]) -> None:
    insert_rows(connection, schema.facts, [(number, entry.blob) for number, entry in numbered])
    insert_rows(
        connection,
        schema.targets,
        [
            (number, n, row.keys[0], row.target, "new", None, None, "[]", "[]")
            for number, entry in numbered
            for n, row in enumerate(entry.targets)
        ],
    )
    insert_rows(
        connection,
        schema.target_keys,
        [(key, number, n) for number, entry in numbered for n, row in enumerate(entry.targets) for key in row.keys],
    )
    insert_rows(
        connection,
        schema.references,
        [
            (number, row.target, row.seq, row.start, row.stop, row.eid, row.role, row.provision)
            for number, entry in numbered
            for row in entry.references
        ],
    )
    insert_rows(
        connection,
        schema.effects,
        [
            (number, row.seq, row.target, row.own, row.verb, row.effect)
            for number, entry in numbered
            for row in entry.effects
        ],
    )
    insert_rows(
        connection,
        schema.findings,
        [
            (number, "parse", row.seq, row.code, row.severity, row.finding)
            for number, entry in numbered
            for row in entry.findings
        ],
    )
    insert_rows(
        connection,
        schema.tasks,
        [(number, row.seq, row.due, row.task, row.quote) for number, entry in numbered for row in entry.tasks],
    )
