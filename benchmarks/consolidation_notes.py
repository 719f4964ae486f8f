"""Notes of official consolidated texts read, and official texts held against ours (`vanban verify`).

The notes were drawn at random and each was read; see the head of `annotations/consolidation_notes.tsv`. Run as a
program with `--errors` it lists what differs, and every disagreement with its side.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from benchmarks import consolidation_sources as sources
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.consolidation.official import official_text
from vanban.consolidation.recognising import told
from vanban.consolidation.verifying import Disagreement, verify
from vanban.model import Parsed
from vanban.rules import load
from vanban.timeline.naming import eid_of

_TRUTH = Path(__file__).parent / "annotations" / "consolidation_notes.tsv"
_Row = tuple[str, str, str, str, str, str, str]


@cache
def _parsed(name: str) -> Parsed:
    return pipeline.parse(sources.raw(name).encode(), "official.txt", load())


def _truth() -> tuple[set[_Row], set[tuple[str, str]]]:
    """The changes told, and the notes that were read."""
    changes: set[_Row] = set()
    read: set[tuple[str, str]] = set()
    for line in _TRUTH.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, sha, number, eid, verb, act, clause, day = line.split("\t")
        if not hashlib.sha256(sources.raw(name).encode()).hexdigest().startswith(sha):
            raise ValueError(f"{name} is not the text that was annotated")
        read.add((name, number))
        if eid:
            changes.add((name, number, eid, verb, act, clause, day))
    return changes, read


def _found(read: set[tuple[str, str]]) -> set[_Row]:
    rules = load()
    return {
        (name, each.number, each.eid, each.verb, each.symbol, eid_of(each.clause, rules), str(each.since or ""))
        for name in {name for name, _ in read}
        for each in told(_parsed(name), rules)
        if (name, each.number) in read
    }


@cache
def disagreements() -> tuple[list[tuple[str, Disagreement]], int, int, int]:
    """Every disagreement with its text; units that agree; notes, and notes that our reading bears out."""
    rules = load()
    found: list[tuple[str, Disagreement]] = []
    agreeing = notes = borne = 0
    for row in sources.manifest():
        base = sources.enacted(row["base_files"])
        if base is None:
            continue
        theirs = _parsed("tvpl-johnpa02/" + row["file"])
        title = theirs.work.title.removeprefix("Luật ")
        acts = (
            sources.acting(row["amending_files"].get(symbol, []), base, row["base"], title)
            for symbol in row["amending"]
        )
        changes = [change for act in acts if act is not None for change in sources.changes(act, row["base"], title)]
        verified = verify(theirs, official_text(base, changes, {}, rules), rules)
        agreeing += verified.agreeing
        notes += len(verified.notes)
        borne += sum(1 for note in verified.notes if note.act_found)
        found += [(f"{row['vbhn']} {row['year']}", each) for each in verified.disagreements]
    return found, agreeing, notes, borne


def figures() -> Iterable[Figure]:
    """The rows of the table."""
    truth, read = _truth()
    found = _found(read)
    right = len(truth & found)
    yield Figure(
        "notes of official texts: changes told, recall", right / len(truth), len(truth), floor=0.95, goal=0.99, unit="%"
    )
    yield Figure(
        "notes of official texts: changes told, precision",
        right / len(found),
        len(found),
        floor=0.95,
        goal=0.99,
        unit="%",
    )
    laid, agreeing, notes, borne = disagreements()
    sides = Counter(f"{each.side}: {each.cause}" for _, each in laid)
    told_sides = ", ".join(f"{side} {count}" for side, count in sides.most_common())
    units = agreeing + len(laid)
    yield Figure("official texts against ours: units that agree", agreeing / units, units, note=told_sides)
    yield Figure("official texts against ours: notes borne out", borne / notes, notes, unit="%")


if __name__ == "__main__" and "--errors" in sys.argv:
    true, drawn = _truth()
    seen = _found(drawn)
    for row in sorted(true ^ seen):
        print("missed" if row in true else "surplus", *row, sep="\t")
    for text, each in disagreements()[0]:
        words = " ".join(
            f"{stretch.kind}<{stretch.words[:60]}>" for stretch in each.stretches if stretch.kind != "same"
        )
        print(text, each.eid, each.side, each.cause, each.refused or "", words[:300], sep="\t")
