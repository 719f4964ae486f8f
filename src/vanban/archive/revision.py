"""Telling whether an archive has changed, by whoever wrote to it: what a face keeps at hand is true until then."""

import sqlite3
import threading
from pathlib import Path

from vanban.archive.database import is_postgresql
from vanban.archive.store import Store


class Watch:
    """Looks at one archive; `revision()` is another value after every committed change, of this process or another.

    Costs a few microseconds on SQLite (`PRAGMA data_version` on a connection that never writes), one question on
    PostgreSQL (the newest transaction). The value means nothing by itself and not beyond this process.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._file: sqlite3.Connection | None = None
        if not is_postgresql(store.address):
            self._file = sqlite3.connect(Path(store.address), check_same_thread=False, isolation_level=None)

    def revision(self) -> int:
        """The state of the archive at this moment, as a number that only compares with others of this watch."""
        with self._lock:
            if self._file is not None:
                return int(self._file.execute("PRAGMA data_version").fetchone()[0])
        with self._store.reading() as connection:
            question = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"
            return int(connection.exec_driver_sql(question).scalar_one())

    def close(self) -> None:
        """Give the connection back."""
        if self._file is not None:
            with self._lock:
                self._file.close()
