"""The archive: documents a second end to end, memory as it grows, rows a second, a million references resolved.

Memory is the peak of the adding process, and of the largest reading process, each run in a process of its own so that
nothing is left over from another measure. The copies are the portal's texts with other numbers in their symbols.
"""

import datetime as dt
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import corpus
from benchmarks.figure import Figure
from vanban.archive import Store, open_archive, resolve_open, schema
from vanban.archive.arranging import arrange
from vanban.archive.blob import encode
from vanban.archive.bulk import insert_rows
from vanban.archive.entry import Entry, entry_of
from vanban.archive.keeping import keep_entries
from vanban.archive.run import begin_run
from vanban.identification.identifier import work_id
from vanban.model import Force, Target
from vanban.pipeline import parse
from vanban.rules import load

# Memory is compared once the database's own cache is full, which takes about a thousand documents.
FEW, MANY = 4, 20
_WORKS, _CITED_EACH = 100_000, 10
_NUMBER = re.compile(r"\b(\d{1,4})(?=/(?:19|20)\d\d/|/QĐ-|/NQ-|/VBHN-)")

# Runs in a process of its own: folder and archive in, counts, seconds and peak memory (MiB) out.
_MEASURED = """
import json, resource, sys, time
from vanban.archive import add, open_archive
from vanban.rules import load
rules = load()
begun = time.perf_counter()
with open_archive(sys.argv[2]) as store:
    report = add(store, [sys.argv[1]], rules, workers=2)
took = time.perf_counter() - begun
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
busy = sum(each.ru_utime + each.ru_stime for each in used)
peak = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
if report.not_read:
    sys.exit(f"{len(report.not_read)} not read, the first: {report.not_read[0]}")
print(json.dumps([report.added, took, *peak, busy]))
"""


def figures() -> Iterable[Figure]:
    """Every measure of the archive; the last makes its own works and needs no corpus."""
    yield from adding()
    yield from writing()
    yield from resolving()


def adding() -> Iterator[Figure]:
    """The portal's texts through `add` into a fresh archive: as they are, and some and many times over."""
    source = corpus.root() / "portal" / "text"
    runs = {}
    with tempfile.TemporaryDirectory() as scratch:
        for times in (1, FEW, MANY):
            folder = Path(scratch) / f"{times}"
            folder.mkdir()
            multiply(source, folder, times)
            runs[times] = _add(folder, Path(scratch) / f"{times}.db")
            shutil.rmtree(folder)
    for times in (1, MANY):
        added, seconds, *_, busy = runs[times]
        note = f"{seconds:.1f} s with the processes' start; {busy / added * 1e3:.1f} ms of processor time a document"
        name = f"archive: documents added a second, 2 cores, {times}×"
        yield Figure(name, added / seconds, added, 100, 300, "docs/s", note=note)
    for place, who in ((2, "the adding process"), (3, "the largest reading process")):
        note = ", ".join(f"{run[place]:.0f} MiB at {times}×" for times, run in runs.items())
        name = f"archive: peak memory of {who}, {MANY}× / {FEW}×"
        yield Figure(name, runs[MANY][place] / runs[FEW][place], runs[MANY][0], 1.1, 1.02, "×", True, note)


def multiply(source: Path, folder: Path, times: int) -> None:
    """Write `times` versions of every text, each with its own numbers in the symbols; the first is as it stands."""
    for path in sorted(source.iterdir()):
        words = path.read_text(encoding="utf-8")
        for version in range(times):
            (folder / f"{version:02}-{path.name}").write_text(_renumbered(words, 10_000 * version), encoding="utf-8")


def _renumbered(words: str, by: int) -> str:
    return _NUMBER.sub(lambda number: str(int(number[1]) + by), words) if by else words


def _add(folder: Path, archive: Path) -> tuple[int, float, float, float, float]:
    command = [sys.executable, "-c", _MEASURED, str(folder), str(archive)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    added, seconds, own, largest, busy = json.loads(told)
    return added, seconds, own, largest, busy


def writing() -> Iterator[Figure]:
    """Entries that are parsed already, into SQLite: the part of the work that one process must do alone."""
    rules = load()
    source = sorted((corpus.root() / "portal" / "text").iterdir())
    entries = [entry_of(parse(path.read_bytes(), path.name, rules), rules) for path in source]
    rows = sum(_rows(entry) for entry in entries)
    with tempfile.TemporaryDirectory() as scratch, open_archive(Path(scratch) / "a.db") as store:
        begun = time.perf_counter()
        with store.writing() as connection:
            run = begin_run(connection, rules, dt.datetime.now(dt.UTC))
            arrange(connection, keep_entries(connection, run, entries))
        took = time.perf_counter() - begun
    yield Figure("archive: rows written a second, one process", rows / took, rows, unit="rows/s")
    yield Figure("archive: documents written a second, one process", len(entries) / took, len(entries), unit="docs/s")


def _rows(entry: Entry) -> int:
    keys = sum(len(target.keys) for target in entry.targets)
    return 4 + len(entry.targets) + keys + len(entry.references) + len(entry.effects) + len(entry.findings)


def resolving() -> Iterator[Figure]:
    """A million distinct pointers (each work cites ten others once) against a hundred thousand works."""
    rules = load()
    with tempfile.TemporaryDirectory() as scratch, open_archive(Path(scratch) / "a.db") as store:
        invent(store)
        begun, busy = time.perf_counter(), time.process_time()
        looked_at = resolve_open(store, rules)
        took, busy = time.perf_counter() - begun, time.process_time() - busy
    name = f"archive: {looked_at:,} references resolved against {_WORKS:,} works"
    yield Figure(name, took, looked_at, 120, 30, "s", True, f"{busy:.0f} s of processor time")


def invent(store: Store) -> None:
    """Works with symbols, dates and titles of the usual shapes, and their pointers, written without any text."""
    chance = random.Random(1)
    symbols = [f"{number % 400 + 1}/{1990 + number // 4000}/TT-B{number // 400 % 10}" for number in range(_WORKS)]
    days = [dt.date(1990 + number // 4000, 1 + number % 12, 1 + number % 28) for number in range(_WORKS)]
    ids = [
        work_id(kind="act", type="thong-tu", issuer=f"bo-{number // 400 % 10}", date=days[number], symbol=symbol)
        for number, symbol in enumerate(symbols)
    ]
    blank, force = encode(None), encode(Force())
    with store.writing() as connection:
        for start in range(0, _WORKS, 1000):
            piece = range(start, min(start + 1000, _WORKS))
            insert_rows(
                connection, schema.texts, [(n + 1, f"{n:064x}", 1, ids[n], ids[n], True, "", blank) for n in piece]
            )
            insert_rows(
                connection,
                schema.works,
                [
                    (
                        ids[n], n + 1, 1, "state", "thong-tu", "Thông tư", symbols[n], "", days[n].year, "bo", "Bộ",
                        days[n].isoformat(), "", "", "vi", True, True, None, force,
                    )
                    for n in piece
                ],
            )  # fmt: skip
            insert_rows(connection, schema.work_keys, sorted((f"s:{symbols[n]}", ids[n]) for n in piece))
            targets, keys = [], []
            for n in piece:
                for place in range(_CITED_EACH):
                    cited = chance.randrange(_WORKS)
                    target = Target("thong-tu", symbols[cited], "", days[cited] if place % 2 else None)
                    key = f"s:{symbols[cited]}"
                    targets.append((n + 1, place, key, encode(target), "new", None, None, "[]", "[]"))
                    keys.append((key, n + 1, place))
            insert_rows(connection, schema.targets, targets)
            insert_rows(connection, schema.target_keys, keys)


def main() -> None:
    """`python -m benchmarks.archive [adding|writing|resolving]`: one of the measures by itself."""
    for name in sys.argv[1:] or ["adding", "writing", "resolving"]:
        for figure in {"adding": adding, "writing": writing, "resolving": resolving}[name]():
            print(figure)


if __name__ == "__main__":
    main()
