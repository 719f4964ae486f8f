"""What starts, ends or changes in a window of days: over an archive, an issuer, or a list of works."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from vanban.model import Grade, Period, Reason
from vanban.rules import Rules
from vanban.timeline.facts import Facts
from vanban.timeline.lapse import lapse_of
from vanban.timeline.ledger import Ledger
from vanban.timeline.periods import periods_of
from vanban.timeline.window import weakest

ChangeKind = Literal["starts", "ends", "new-wording", "new-heading", "suspended", "resumes", "may-lapse", "uncertain"]


class Change(msgspec.Struct, frozen=True):
    """On `day`, `kind` happens to `work`, or to its unit `provision` (None: the whole). `reasons` are the clauses.

    A change of a unit is told only where what holds it does not change so on the same day.
    """

    day: dt.date
    work: str
    provision: str | None
    kind: ChangeKind
    grade: Grade
    reasons: tuple[Reason, ...] = ()


def changes(start: dt.date, end: dt.date, works: Iterable[str], facts: Facts, rules: Rules) -> tuple[Change, ...]:
    """Every change on the days `[start, end)` of the given works, sorted by day, work and unit."""
    ledger = Ledger(facts, rules)
    found = [change for work in works for change in _of_work(work, start, end, ledger)]
    return tuple(sorted(found, key=lambda change: (change.day, change.work, change.provision or "", change.kind)))


def every_change(work: str, facts: Facts, rules: Rules) -> tuple[Change, ...]:
    """Every change of one work, whenever it is."""
    return changes(dt.date.min, dt.date.max, [work], facts, rules)


def _of_work(work: str, start: dt.date, end: dt.date, ledger: Ledger) -> Iterator[Change]:
    events = ledger.events(work)
    lapse = lapse_of(work, ledger)
    if lapse is not None and lapse.day is not None and start <= lapse.day < end:
        yield Change(lapse.day, work, None, "may-lapse", lapse.grade, (lapse,))
    days = (day for here in events.values() for event in here for day in (event.day, event.until))
    if not any(day is not None and start <= day < end for day in days):
        return
    told: dict[str | None, set[tuple[dt.date, ChangeKind]]] = {}
    for unit in sorted(events, key=lambda each: (len(ledger.chain(work, each)), each or "")):
        chain = ledger.chain(work, unit)
        above = {each for holder in chain[1:] for each in told.get(holder, ())}
        told[unit] = set()
        for change in _of_unit(work, unit, periods_of(chain, events)):
            if start <= change.day < end:
                told[unit].add((change.day, change.kind))
                if (change.day, change.kind) not in above:
                    yield change


def _of_unit(work: str, unit: str | None, periods: tuple[Period, ...]) -> Iterator[Change]:
    for before, after in pairwise(periods):
        kind = _kind(before, after)
        if kind is not None and after.start_on is not None:
            yield Change(after.start_on, work, unit, kind, weakest(after.reasons), after.reasons)


def _kind(before: Period, after: Period) -> ChangeKind | None:
    if after.state == "ended":
        return "ends"
    if after.state == "suspended":
        return "suspended" if before.state != "suspended" else None
    if after.state == "unknown":
        return "uncertain" if before.state != "not-yet" else None
    if after.state == "in-force":
        if before.state == "suspended":
            return "resumes"
        if before.state != "in-force":
            return "starts"
        return (
            "new-heading"
            if any(each.renames and each.day == after.start_on for each in after.reasons)
            else "new-wording"
        )
    return None
