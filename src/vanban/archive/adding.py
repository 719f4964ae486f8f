"""Files and folders into an archive: read in parallel, stored in batches, each batch whole or not at all."""

import datetime as dt
import hashlib
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sqlalchemy import select

from vanban.archive import originals, schema
from vanban.archive.arranging import arrange
from vanban.archive.chunks import chunks
from vanban.archive.crew import cores, outcomes
from vanban.archive.entry import Entry
from vanban.archive.keeping import keep_entries, keep_origins, known_among
from vanban.archive.outcome import Job, printable
from vanban.archive.report import AddReport, NotRead, Progress
from vanban.archive.resolving import resolve_open
from vanban.archive.run import begin_run
from vanban.archive.store import Store
from vanban.model.errors import SourceError
from vanban.reading import open_file
from vanban.reading.walk import walk
from vanban.rules import Rules

# A batch is one transaction: small enough to keep memory flat (large papers count by their bytes), and written at least
# every other second, so that a progress bar moves and little work is lost.
_BATCH, _BYTES, _SECONDS = 200, 16 << 20, 2.0
# References are resolved at the end, and on the way: a long addition can be used while it runs, and the reading
# processes go on meanwhile. What waits for them (`crew`) lasts for the half second that a thousand documents take.
_RESOLVE_EVERY = 1_000


def add(
    store: Store,
    paths: Iterable[str | Path],
    rules: Rules,
    *,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    recorded_at: dt.datetime | None = None,
) -> AddReport:
    """Add files, and folders in full, to the archive; what cannot be read is told in the report and the rest goes on.

    Everything that `progress` reported as added survives a kill: the original and the facts are on the disk. A second
    call with the same paths finishes what a first one left. Ctrl-C stops between batches (`stopped`). Raises UsageError
    for a path that is not there, before anything is stored.
    """
    given = [Path(path) for path in paths]
    total = sum(1 for _ in walk(given))
    originals.sweep(store.files)
    batch = _Batch(store, rules, recorded_at or dt.datetime.now(dt.UTC), total, progress or (lambda _: None))
    stopped = False
    try:
        for job, outcome in outcomes(_new_jobs(store, given, batch), rules, store.files, workers or cores()):
            if outcome.entry is None:
                batch.not_read(job, outcome.code, outcome.details)
            else:
                batch.take(job.name, outcome.entry)
        batch.write()
        resolve_open(store, rules)
    except KeyboardInterrupt:
        stopped = True
    return batch.report(stopped)


def _new_jobs(store: Store, paths: list[Path], batch: "_Batch") -> Iterator[Job]:
    """A job for each file whose bytes are not in the archive; those that are, are told to the batch."""
    for piece in chunks(walk(paths), 100):
        sizes = {path: _size(path) for path, _ in piece}
        column = schema.sources.c.size
        with store.reading() as connection:
            seen = {size for (size,) in connection.execute(select(column).where(column.in_(set(sizes.values()))))}
            # Only a file of a size that is here can be here: most new files are never read twice.
            hashes = {path: _hash(path, root) for path, root in piece if sizes[path] in seen}
            known = known_among(connection, {sha256 for sha256 in hashes.values() if sha256})
        for path, root in piece:
            name = printable(str(path.relative_to(root)) if root else path.name)
            sha256 = hashes.get(path)
            if sha256 and sha256 in known:
                if not originals.place(store.files, sha256).exists():
                    originals.keep(store.files, sha256, open_file(path, root))  # it was lost, and here it is again
                batch.already_here(name, sha256)
            else:
                yield Job(os.fsencode(path), os.fsencode(root) if root else b"", name)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _hash(path: Path, root: Path | None) -> str | None:
    try:
        return hashlib.sha256(open_file(path, root)).hexdigest()
    except SourceError:
        return None  # the reading process will say what is wrong with it


class _Batch:
    """What has been read and not yet written, and the counts so far."""

    def __init__(
        self,
        store: Store,
        rules: Rules,
        recorded_at: dt.datetime,
        total: int,
        progress: Callable[[Progress], None],
    ) -> None:
        self._store, self._rules, self._recorded_at = store, rules, recorded_at
        self._total, self._progress = total, progress
        self._entries: dict[str, Entry] = {}
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        self._run: int | None = None
        self._written = time.monotonic()
        self._bytes = self._since_resolving = 0
        self._added = self._already = 0
        self._not_read: list[NotRead] = []

    def take(self, name: str, entry: Entry) -> None:
        """Add one text that was read; written when the batch is full or old enough."""
        self._entries[entry.sha256] = entry
        self._names[entry.sha256].append(name)
        self._bytes += len(entry.blob)
        self._write_if_due()

    def already_here(self, name: str, sha256: str) -> None:
        """Note one more name of a source that is here."""
        self._names[sha256].append(name)
        self._write_if_due()

    def not_read(self, job: Job, code: str, details: dict[str, str]) -> None:
        """Note a file that was not read."""
        self._not_read.append(NotRead(printable(os.fsdecode(job.path)), code, details))
        self._write_if_due()

    def report(self, stopped: bool) -> AddReport:
        """The counts of what is stored."""
        told = tuple(sorted(self._not_read, key=lambda each: each.path))
        return AddReport(self._added, self._already, told, stopped)

    def write(self) -> None:
        """Write what there is, in one transaction."""
        if self._names:
            self._write()
        self._progress(Progress(self._total, self._added, self._already, len(self._not_read)))

    def _write_if_due(self) -> None:
        if len(self._names) >= _BATCH or self._bytes >= _BYTES or time.monotonic() - self._written > _SECONDS:
            self.write()
            self._written = time.monotonic()

    def _write(self) -> None:
        run = self._run
        with self._store.writing() as connection:
            known = known_among(connection, self._entries)
            new = [entry for sha256, entry in self._entries.items() if sha256 not in known]
            if new:
                run = run or begin_run(connection, self._rules, self._recorded_at)
                arrange(connection, keep_entries(connection, run, new), only_new=True)
            keep_origins(connection, self._names)
        self._run = run
        self._added += len(new)
        self._already += sum(len(names) for names in self._names.values()) - len(new)
        self._entries.clear()
        self._names.clear()
        self._bytes = 0
        self._since_resolving += len(new)
        if self._since_resolving >= _RESOLVE_EVERY:
            resolve_open(self._store, self._rules)
            self._since_resolving = 0
