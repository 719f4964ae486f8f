"""The statutory lists: time on a registry of 5,000 made-up acts, and what ended against the truth.

Truths: the made-up registry, whose maker knows; the sample archive, written by hand; and acts of the collection
`corpus/acts`, `truth/effects_ends.tsv`, written by hand from the acting clauses. Times are CPU seconds of one process.
`python -m benchmarks.review --errors` lists what differs.
"""

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from benchmarks.figure import Figure
from benchmarks.review_made_up import registry
from vanban.api import Archive
from vanban.api.reviewing import review_lists, write_lists
from vanban.review.listed import Entry, ReviewLists

ACTS = 5_000
TODAY = dt.date(2026, 11, 21)
EXAMPLES = Path(__file__).parents[1] / "examples"
_Line = tuple[str, str, dt.date]


def figures() -> Iterable[Figure]:
    yield from _registry()
    yield from _sample()


def _entries(lists: ReviewLists) -> Iterator[tuple[str, Entry]]:
    for part in (*lists.ended, *lists.ended_in_part):
        for group in part.groups:
            yield from ((row.document.symbol, entry) for row in group.rows for entry in row.entries)


def _listed(lists: ReviewLists) -> set[_Line]:
    return {(symbol, unit, entry.day) for symbol, entry in _entries(lists) for unit in entry.units}


def _made(folder: Path) -> tuple[Path, set[_Line]]:
    """The registry as an archive and its truth. VANBAN_BENCH_REGISTRY keeps the archive between runs."""
    kept = os.environ.get("VANBAN_BENCH_REGISTRY")
    documents = folder / "documents"
    documents.mkdir()
    truth = registry(ACTS, documents)
    path = Path(kept) if kept else folder / "registry.db"
    if not path.exists():
        with Archive(path) as archive:
            archive.add(documents)
    return path, {(each.symbol, each.unit, each.day) for each in truth}


def _registry() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        path, truth = _made(Path(name))
        with Archive(path, create=False) as archive:
            begun = time.process_time()
            lists = review_lists(archive, today=TODAY, period="2011-2035")
            between = time.process_time()
            made = write_lists(archive, lists, Path(name) / "forms")
            done = time.process_time()
        said = _listed(lists)
        note = f"CPU: lists {between - begun:.1f} s, {len(made)} files {done - between:.1f} s"
        yield Figure("Mẫu 01–05 from a registry, DOCX and XLSX", done - begun, ACTS, 30, 5, "s", True, note)
        yield from _compare("registry", truth, said)


def _compare(name: str, truth: set[_Line], said: set[_Line]) -> Iterator[Figure]:
    right = len(truth & said)
    yield Figure(f"ended lists, {name}: recall", right / max(len(truth), 1), len(truth), 0.97, 0.995)
    yield Figure(f"ended lists, {name}: precision", right / max(len(said), 1), len(said), 0.99, 0.999)


def _sample() -> Iterator[Figure]:
    truth, said = sample_lines()
    yield from _compare("sample archive", truth, said)


def sample_lines() -> tuple[set[_Line], set[_Line]]:
    """The rows of the ended lists of every window of the sample: (window and document, form and part, day)."""
    wanted = yaml.safe_load((EXAMPLES / "tinh-song-lam.review.yaml").read_text(encoding="utf-8"))
    truth: set[_Line] = set()
    said: set[_Line] = set()
    with tempfile.TemporaryDirectory() as name, Archive(Path(name) / "sample.db") as archive:
        archive.add(EXAMPLES / "tinh-song-lam", workers=1)
        for window, forms in [*wanted["year"].items(), *wanted["period"].items()]:
            asked = {"period": window} if "-" in str(window) else {"year": window}
            lists = review_lists(archive, today=TODAY, **asked)
            for form, parts in (("mau-01", lists.ended), ("mau-02", lists.ended_in_part)):
                for part, rows in forms.get(form, {}).items():
                    truth |= {(f"{window} {row['symbol']}", f"{form} {part}", row["day"]) for row in rows}
                    said |= {
                        (f"{window} {row.document.symbol}", f"{form} {part}", entry.day)
                        for each in parts
                        if each.id == part
                        for group in each.groups
                        for row in group.rows
                        for entry in row.entries
                    }
    return truth, said


if __name__ == "__main__":
    if "--errors" in sys.argv:
        true, found = sample_lines()
        for line in sorted(true - found, key=str):
            print("MISSED", *line, sep=" | ")
        for line in sorted(found - true, key=str):
            print("WRONG", *line, sep=" | ")
    else:
        for figure in figures():
            print(figure)
