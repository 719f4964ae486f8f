"""The connection to SQLite or PostgreSQL: addresses, transactions, one writer at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError

from vanban.model.errors import UsageError

# Any number will do; two writers of one PostgreSQL archive must agree on it.
_WRITER_LOCK = 0x76616E62616E
_BUSY_SECONDS = 60
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "cache_size=-32768", "wal_autocheckpoint=16384")


def is_postgresql(address: str) -> bool:
    """Whether an address names a PostgreSQL database; anything else is the path of a file."""
    return address.startswith(("postgresql:", "postgresql+psycopg:", "postgres:"))


def connect(address: str) -> Engine:
    """An engine for a file path or a PostgreSQL URL; nothing is opened yet."""
    if is_postgresql(address):
        url = make_url(address.replace("postgres:", "postgresql:", 1)).set(drivername="postgresql+psycopg")
        return create_engine(url.difference_update_query(["files"]))
    engine = create_engine(f"sqlite+pysqlite:///{Path(address)}", connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # We say BEGIN ourselves (below): the driver's own guesses would let two writers deadlock.
    connection.isolation_level = None
    # The write-ahead log is folded back every 64 MB, not every 4: a batch of an addition is larger than that.
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the archive from its first question to its last."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, the only writing one at that moment; all of it is kept, or nothing."""
    try:
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
            yield connection
    except OperationalError as error:
        path = engine.url.render_as_string()
        if "locked" in str(error):
            raise UsageError("archive-busy", path=path) from error
        # A full disk, a read-only folder, a lost connection: what was committed stays, the rest was never there.
        raise UsageError("archive-not-written", path=path, reason=str(error.orig).strip()) from error
