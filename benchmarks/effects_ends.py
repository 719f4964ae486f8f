"""Ends of acts: what clauses of the corpus say of acts whose text it holds, against a table written by hand.

`python -m benchmarks.effects_ends --errors` lists what differs.
"""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.acts import assembled
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.identification.symbol import symbol_key
from vanban.model import Effect, Parsed
from vanban.rules import load

TRUTH = Path(__file__).parent / "truth" / "effects_ends.tsv"
ENDING = ("end", "repeal", "repeal-work", "replace-work")
_NAMES = {"chapter": "Chương", "appendix": "Phụ lục"}


class End(NamedTuple):
    acting: str
    ended: str
    unit: str
    day: dt.date | None


def truth() -> set[End]:
    found = set()
    for line in TRUTH.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            acting, ended, unit, day = line.split("\t")
            found.add(End(acting, symbol_key(ended), unit, dt.date.fromisoformat(day) if day else None))
    return found


def _unit(effect: Effect) -> str:
    """The unit that a table row would name: the article, else the chapter or appendix, else the whole act."""
    units = {unit.level: unit.num for unit in effect.target.provision}
    name = units.get("article") or next(
        (f"{word} {units[level]}" for level, word in _NAMES.items() if level in units), "*"
    )
    return f"~{name}" if effect.grade == "candidate" else name


def _ends(acting: str, parsed: Parsed, known: set[str]) -> Iterator[End]:
    for effect in parsed.effects:
        key = symbol_key(effect.target.symbol) if effect.target.symbol else ""
        levels = {unit.level for unit in effect.target.provision}
        replaces_unit = effect.verb == "substitute" and levels and levels <= set(_NAMES) and not effect.new_eids
        if key in known and (effect.verb in ENDING or replaces_unit):
            yield End(acting, key, _unit(effect), effect.start_on or parsed.force.start_on)


def read(wanted: set[str]) -> set[End]:
    """The ends read in the acts of the collection and in the portal pages named in the table."""
    rules = load()
    passed = {}
    for row in corpus.load("codification/docs_registry_2024-04.json"):
        day = row.get("ngay_ban_hanh", "")
        passed[row["so_hieu"]] = dt.datetime.strptime(day, "%d/%m/%Y").date() if "/" in day else None
    acts = list(assembled())
    known = {symbol_key(act.symbol) for act in acts}
    found: set[End] = set()
    for act in acts:
        found.update(_ends(act.symbol, act.parsed(rules, passed.get(act.symbol)), known))
    for name in sorted(name for name in wanted if name.endswith(".txt")):
        path = corpus.root() / "portal/text" / name
        found.update(_ends(name, pipeline.parse(path.read_bytes(), name, rules), known))
    return found


def figures() -> Iterable[Figure]:
    true = truth()
    said = read({end.acting for end in true})
    right = true & said
    works = {(end.acting, end.ended) for end in true}
    note = f"{len(works)} pairs of acts; {len(said - true)} ends read that are not in the table"
    yield Figure("ends of acts, recall, day exact", len(right) / len(true), len(true), 0.95, 0.995, note=note)
    yield Figure("ends of acts, precision, day exact", len(right) / len(said), len(said), 0.99, 1.0)


if __name__ == "__main__":
    if "--errors" in sys.argv:
        true = truth()
        said = read({end.acting for end in true})
        for end in sorted(true - said, key=str):
            print("MISSED", *end, sep=" | ")
        for end in sorted(said - true, key=str):
            print("WRONG", *end, sep=" | ")
