"""Force: what is in force over many works, and the time and soundness of single answers over real documents.

`python -m benchmarks.timeline --errors` lists what the state of the portal's acts rests on where the portal's own label
says otherwise: for a person to look at; the label is known to be wrong in places.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.corpus import root, rows
from benchmarks.figure import Figure
from benchmarks.timeline_made_up import make_archive
from vanban import archive
from vanban.rules import load
from vanban.timeline import counts_on, explain, status
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.standing import in_force

WORKS, EDGES = 100_000, 500_000
SAVED = date(2026, 4, 26)  # the day on which the portal's pages were saved


def figures() -> Iterable[Figure]:
    yield from _many()
    yield from _portal()


def _many() -> Iterator[Figure]:
    rules = load()
    with tempfile.TemporaryDirectory() as folder, make_archive(Path(folder) / "many.db", WORKS, EDGES) as store:
        begun = time.process_time()
        counts = counts_on(in_force(SAVED, store, rules))
        taken = time.process_time() - begun
        note = "processor time; " + ", ".join(f"{state} {count:,}" for state, count in sorted(counts.items()))
        yield Figure("in force on a day: 100,000 works, 500,000 edges", taken, WORKS, 10, 2, "s", True, note)


def _portal_store(folder: str) -> archive.Store:
    kept = os.environ.get("VANBAN_BENCH_ARCHIVE")
    if kept and Path(kept).exists():
        return archive.open_archive(kept)
    store = archive.open_archive(kept or Path(folder) / "portal.db")
    archive.add(store, [root() / "portal" / "text"], load())
    return store


def _labels() -> dict[str, str]:
    """The portal's own label by symbol, where one symbol has one."""
    found: dict[str, set[str]] = {}
    for row in rows("portal/vbpl_docs.jsonl.gz"):
        if row.get("text") and row.get("tinh_trang"):
            found.setdefault(str(row["so_hieu"]).strip(), set()).add(str(row["tinh_trang"]))
    return {symbol: labels.pop() for symbol, labels in found.items() if len(labels) == 1}


def _portal() -> Iterator[Figure]:
    rules, labels = load(), _labels()
    with tempfile.TemporaryDirectory() as folder, _portal_store(folder) as store:
        facts = ArchivedFacts(store, rules)
        kept = quoted = edges = 0
        slowest = 0.0
        works = list(archive.works(store))
        ended = []
        bulk = dict(in_force(SAVED, store, rules))
        same = 0
        for work in works:
            begun = time.perf_counter()
            answer = status(work.id, None, SAVED, facts, rules)
            slowest = max(slowest, time.perf_counter() - begun)
            same += bulk[work.id] == answer.status
            for reason in answer.reasons:
                if reason.rule not in ("start-not-stated", "text-not-here"):
                    edges += 1
                    quoted += bool(reason.quote)
            if labels.get(work.symbol) == "Còn hiệu lực":
                kept += 1
                if answer.status == "ended":
                    ended.append(work.symbol)
        yield Figure("false ends among portal acts labelled “Còn hiệu lực”", len(ended), kept, 0, 0, "acts", True,
                     ", ".join(ended))  # fmt: skip
        yield Figure("edges of answers that quote their clause", quoted / max(edges, 1), edges, 1.0, 1.0)
        yield Figure("works where the pass over all agrees with the single answer", same / max(len(works), 1),
                     len(works), 1.0, 1.0)  # fmt: skip
        yield Figure("slowest single answer on the portal's acts", 1000 * slowest, len(works), unit="ms",
                     lower_is_better=True)  # fmt: skip


def differences() -> Iterator[str]:
    """Where our state on the day of saving and the portal's label disagree, with our proof."""
    rules, labels = load(), _labels()
    with tempfile.TemporaryDirectory() as folder, _portal_store(folder) as store:
        facts = ArchivedFacts(store, rules)
        for work in archive.works(store):
            theirs = labels.get(work.symbol)
            if theirs is None:
                continue
            answer = status(work.id, None, SAVED, facts, rules)
            if answer.label != theirs:
                yield f"{work.symbol}: ours {answer.label}, theirs {theirs}"
                yield from (f"    {sentence}" for sentence in explain(answer, facts, rules)[1:6])


if __name__ == "__main__":
    for line in differences() if "--errors" in sys.argv else (str(figure) for figure in figures()):
        print(line)
