"""Named acts resolved to the act of the right day: the number or the date that a citation prints is masked.

Truth: citations of the portal's texts that print name and number, or name and day. The catalogue is the table
`named_acts`: every act of a name that the table knows is a candidate. The table is harvested from sources that hold the
same citations (`references_harvest`), so this measures the choice between known acts, not whether an act is known.
`python -m benchmarks.references_names` lists
the wrong links and the unresolved ones.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from benchmarks.corpus import root
from benchmarks.figure import Figure
from vanban import identification, reading, references, structure
from vanban.model import Reference, Work
from vanban.references import Shelf, WorkFacts, named_acts
from vanban.rules import Rules, load

_NAMED = frozenset({"luat", "bo-luat", "phap-lenh"})


def shelf(rules: Rules) -> Shelf:
    """Every act of the table as a work."""
    return Shelf(
        WorkFacts(
            act.id,
            "state",
            act.type,
            act.symbol,
            act.name,
            "quoc-hoi",
            act.date or _passed(act.symbol),
            act.force_start,
        )
        for act in rules.named_acts
    )


def _passed(symbol: str) -> dt.date | None:
    """The latest day that a number alone allows, where the table knows no day: the end of the year in it."""
    years = [part for part in symbol.split("/") if len(part) == 4 and part.isdigit()]
    return dt.date(int(years[0]), 12, 31) if years else None


def cases() -> Iterator[tuple[str, Work, Reference, Reference]]:
    """(document, citing work, masked reference, full reference) for every full citation of a name in the table."""
    rules = load()
    for path in sorted((root() / "portal/text").glob("*.txt")):
        text, _ = reading.read(path.read_bytes(), path.name, rules)
        work, _ = identification.identify(text, rules)
        provisions, _ = structure.parse(text, work, rules)
        for reference in references.find(text, work, provisions, rules)[0]:
            target = reference.target
            full = target.title and (target.symbol or target.date) and target.type in _NAMED
            if full and target.relative is None and named_acts.of_name(target.type, target.title, rules):
                masked = msgspec.structs.replace(target, symbol="", date=None, year=None)
                yield path.name, work, msgspec.structs.replace(reference, target=masked), reference


def outcomes() -> Iterator[tuple[str, str, Reference, Work]]:
    """("right" | "wrong" | "open", document, full reference, citing work)."""
    rules = load()
    catalogue = shelf(rules)
    by_symbol = {act.symbol: act.id for act in rules.named_acts if act.symbol}
    for document, work, masked, full in cases():
        known_names = named_acts.of_name(full.target.type, full.target.title, rules)
        truth = by_symbol.get(full.target.symbol) if full.target.symbol else None
        if truth is not None and all(act.id != truth for act in known_names):
            continue  # the paper gives the amending act's number to the act itself: the name is not that number's
        if truth is None and full.target.date is not None:
            known = named_acts.of_name(full.target.type, full.target.title, rules)
            truth = next((act.id for act in known if act.date == full.target.date), None)
        if truth is None:
            continue
        answer = references.resolve(masked, work, catalogue, rules)
        yield ("right" if answer.work == truth else "wrong" if answer.work else "open"), document, full, work


def figures() -> Iterable[Figure]:
    """Share resolved to the right act, and share linked to a wrong one."""
    counts = {"right": 0, "wrong": 0, "open": 0}
    for outcome, *_ in outcomes():
        counts[outcome] += 1
    total = sum(counts.values())
    yield Figure(
        "named acts, of a harvested table, resolved to the right day",
        counts["right"] / max(1, total),
        total,
        0.97,
        0.995,
    )
    yield Figure(
        "named acts, of a harvested table, linked to a wrong act",
        counts["wrong"] / max(1, total),
        total,
        0.005,
        0,
        lower_is_better=True,
    )


def main() -> None:
    """List what was not right."""
    for outcome, document, full, work in outcomes():
        if outcome != "right":
            target = full.target
            print(outcome, document, work.date, target.type, target.title, target.symbol, target.date, full.role)


if __name__ == "__main__":
    main()
