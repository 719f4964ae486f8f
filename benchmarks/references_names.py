"""Named acts resolved to the act of the right day: the number or the date that a citation prints is masked.

Truth: citations of the portal's texts that print name and number, or name and day; a citation whose number the table
knows as another name's (the amending act's number beside the amended act's name) is a slip and left out. The catalogue
is a table of named acts: every act of a name that it knows is a candidate.

Two tables: the shipped one, harvested from sources that hold the same citations (it measures the choice between known
acts); and, cross-fitted, one harvested from the half of the documents that the citation is not in, without any row or
day by hand (it measures also whether an act is known). `python -m benchmarks.references_names [held-out]` lists the
wrong links and the unresolved ones.
"""

import datetime as dt
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from benchmarks.corpus import root
from benchmarks.figure import Figure
from benchmarks.named_acts_seen import Seen, all_seen
from benchmarks.references_harvest import harvested
from vanban import effects, identification, reading, references, structure
from vanban.model import Provision, Reference, Text, Work
from vanban.references import Shelf, WorkFacts, named_acts
from vanban.rules import Rules, load

_NAMED = frozenset({"luat", "bo-luat", "phap-lenh"})


class Paper(NamedTuple):
    """One citing text, its units, and its own first day in force as far as it says so."""

    name: str
    text: Text
    work: Work
    provisions: tuple[Provision, ...]
    in_force: dt.date | None


class Outcome(NamedTuple):
    """The `verdict` "right", "wrong" (another act), "several" or "none"; the citation as printed, and where."""

    verdict: str
    paper: Paper
    full: Reference


@cache
def papers() -> tuple[Paper, ...]:
    """The portal's texts."""
    rules = load()
    found = []
    for path in sorted((root() / "portal/text").glob("*.txt")):
        text, _ = reading.read(path.read_bytes(), path.name, rules)
        work, _ = identification.identify(text, rules)
        provisions, _ = structure.parse(text, work, rules)
        pointers, _ = references.find(text, work, provisions, rules)
        start = effects.find(text, work, provisions, pointers, rules)[1].start_on
        found.append(Paper(path.name, text, work, provisions, start))
    return tuple(found)


def shelf(rules: Rules) -> Shelf:
    """Every act of the table as a work."""
    return Shelf(
        WorkFacts(
            act.id, "state", act.type, act.symbol, act.name, "quoc-hoi", act.date or _passed(act.symbol),
            act.force_start,
        )
        for act in rules.named_acts
    )  # fmt: skip


def _passed(symbol: str) -> dt.date | None:
    """The latest day that a number alone allows, where the table knows no day: the end of the year in it."""
    years = [part for part in symbol.split("/") if len(part) == 4 and part.isdigit()]
    return dt.date(int(years[0]), 12, 31) if years else None


def outcomes(of: Iterable[Paper], rules: Rules) -> Iterator[Outcome]:
    """What becomes of every full citation in these papers when only its name is left, with the table of `rules`."""
    catalogue = shelf(rules)
    by_id = {act.id: act for act in rules.named_acts}
    for paper in of:
        for full in references.find(paper.text, paper.work, paper.provisions, rules)[0]:
            target = full.target
            if target.type not in _NAMED or not target.title or target.relative is not None:
                continue
            if not (target.symbol or target.date) or not _is_true(full):
                continue
            masked = msgspec.structs.replace(target, symbol="", date=None, year=None)
            pointer = msgspec.structs.replace(full, target=masked)
            answer = references.resolve(pointer, paper.work, catalogue, rules, paper.in_force)
            act = by_id.get(answer.work or "")
            if act is None:
                yield Outcome("several" if answer.candidates else "none", paper, full)
            else:
                right = act.symbol == target.symbol if target.symbol else act.date == target.date
                yield Outcome("right" if right else "wrong", paper, full)


def _is_true(full: Reference) -> bool:
    """Whether the shipped table knows an act of the printed name with the printed number, or day."""
    target = full.target
    known = named_acts.of_name(target.type, target.title, load())
    return any(act.symbol == target.symbol if target.symbol else act.date == target.date for act in known)


def held_out(parts: int) -> Iterator[Outcome]:
    """The same, each citation asked of a table harvested from the parts of the documents that it is not in."""
    for part in range(parts):
        others = [
            item for item in _seen() if item.kind in ("registry", "metadata") or _part(item.document, parts) != part
        ]
        rules = msgspec.structs.replace(load(), named_acts=tuple(harvested(others, {})))
        yield from outcomes((paper for paper in papers() if _part(paper.name, parts) == part), rules)


@cache
def _seen() -> tuple[Seen, ...]:
    return tuple(all_seen())


def _part(document: str, parts: int) -> int:
    return hashlib.sha256(document.encode()).digest()[0] % parts


def figures() -> Iterable[Figure]:
    """Shares resolved to the right act and linked to a wrong one, by the shipped table and by a held-out one."""
    tables = (
        ("", outcomes(papers(), load())),
        (", table of the other half", held_out(2)),
        (", table of the other nine tenths", held_out(10)),
    )
    for name, found in tables:
        counts = Counter(outcome.verdict for outcome in found)
        total = sum(counts.values())
        note = f"{counts['several']} listed with others, {counts['none']} without an answer"
        marks: tuple[float | None, ...] = (0.97, 0.995, 0.005, 0.0) if not name else (None,) * 4
        yield Figure(
            f"named acts resolved to the right day{name}", counts["right"] / max(1, total), total, marks[0], marks[1],
            note=note,
        )  # fmt: skip
        yield Figure(
            f"named acts linked to a wrong act{name}", counts["wrong"] / max(1, total), total, marks[2], marks[3],
            lower_is_better=True,
        )  # fmt: skip


def main() -> None:
    """List what was not right."""
    for verdict, paper, full in held_out(2) if "held-out" in sys.argv else outcomes(papers(), load()):
        if verdict != "right":
            target = full.target
            print(
                verdict, paper.name, paper.work.date, target.type, target.title, target.symbol, target.date, full.role
            )


if __name__ == "__main__":
    main()
