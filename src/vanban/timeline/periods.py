"""The periods of force of a work and of each of its provisions."""

import datetime as dt
from itertools import pairwise

from vanban.model import Period
from vanban.rules import Rules
from vanban.timeline.event import Event
from vanban.timeline.facts import Facts
from vanban.timeline.ledger import Ledger
from vanban.timeline.moment import Chain, Events, state_on

_DAY = dt.timedelta(days=1)


def periods(work: str, facts: Facts, rules: Rules) -> dict[str | None, tuple[Period, ...]]:
    """The periods of the work (key None) and of every unit that it has or ever had, by eid.

    Sorted, disjoint, half-open, without gaps: the first begins and the last ends with None. The reasons of a period
    are those of the edge that it begins with; for force itself, the start and the last change of wording.
    """
    return periods_in(work, Ledger(facts, rules))


def periods_in(work: str, ledger: Ledger) -> dict[str | None, tuple[Period, ...]]:
    """The same from a ledger that other questions share."""
    events = ledger.events(work)
    found: dict[str | None, tuple[Period, ...]] = {None: periods_of((None,), events)}
    for unit in units_of(work, ledger, events):
        chain = ledger.chain(work, unit)
        if unit not in events and chain[1] in found:
            # Nothing happened to this unit itself. Words changed in what holds it are not its own change.
            above = found[chain[1]]
            found[unit] = above if chain[1] is None and not _wording_above(events) else periods_of(chain, events)
        else:
            found[unit] = periods_of(chain, events)
    return found


def _wording_above(events: Events) -> bool:
    return any(event.kind == "wording" for event in events.get(None, ()))


def units_of(work: str, ledger: Ledger, events: Events) -> list[str]:
    """The units that the work prints and those that others put into it, what holds others first."""
    tree = ledger.tree(work)
    printed = [unit.eid for unit in tree.provisions if not unit.quoted] if tree is not None else []
    known = set(printed)
    brought = sorted({unit for unit in events if unit is not None and unit not in known})
    return printed + brought


def periods_of(chain: Chain, events: Events) -> tuple[Period, ...]:
    """The periods of one unit: the state is asked once between each two days on which anything could change."""
    relevant = [event for unit in chain for event in events.get(unit, ())]
    days = sorted({day for event in relevant for day in _edges(event)})
    if not days:
        state, reasons = state_on(chain, events, dt.date.min)
        return (Period(state, None, None, reasons),)
    marks: list[dt.date | None] = [None, *days, None]
    merged: list[Period] = []
    for start, end in pairwise(marks):
        asked = start if start is not None else (days[0] - _DAY if days[0] > dt.date.min else days[0])
        state, reasons = state_on(chain, events, asked)
        if merged and (merged[-1].state, merged[-1].reasons) == (state, reasons):
            merged[-1] = Period(state, merged[-1].start_on, end, reasons)
        else:
            merged.append(Period(state, start, end, reasons))
    return tuple(merged)


def _edges(event: Event) -> tuple[dt.date, ...]:
    """The days on which an event may change a state. One without a day matters from the day that it was made."""
    own = event.day if event.day is not None else event.made
    made = event.made if event.kind == "start" else None
    return tuple(day for day in (own, event.until, made) if day is not None)
