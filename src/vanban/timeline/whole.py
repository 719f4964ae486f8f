"""The state of a whole seen with its parts: "in force" of a work of which one clause has ended is "ended in part"."""

import datetime as dt
from collections.abc import Callable, Iterable

from vanban.model import State
from vanban.timeline.event import Event
from vanban.timeline.moment import Chain, Events, state_on

_SUSPENDING = frozenset({"suspend"})
_KEEPING = frozenset({"keep", "extend"})


def whole_state(
    state: State,
    units: Iterable[str],
    chain_of: Callable[[str], Chain],
    events: Events,
    on: dt.date,
    *,
    work: bool,
    kinds_of: Callable[[str], Iterable[str]],
) -> State:
    """The state of a whole whose own state is `state`, and upon whose `units` something happened at some time.

    A work (`work`) whose words were replaced anywhere has ended in part (Luật 80/2015/QH13, Điều 154 khoản 2; Luật
    64/2025/QH15, Điều 57: "được sửa đổi, bổ sung hoặc thay thế"); of a provision this is said only where something of
    it has gone. Units are asked one by one until one decides; `kinds_of` tells what happened upon a unit, unasked.
    """
    if state not in ("in-force", "ended", "suspended"):
        return state
    touched = {unit: frozenset(kinds_of(unit)) for unit in units}

    def now(unit: str) -> State:
        return state_on(chain_of(unit), events, on)[0]

    if state == "ended":
        kept = (unit for unit, kinds in touched.items() if kinds & _KEEPING)
        return "ended-in-part" if any(now(unit) == "in-force" for unit in kept) else state
    if state == "suspended":
        kept = (unit for unit, kinds in touched.items() if kinds & _KEEPING)
        return "suspended-in-part" if any(now(unit) == "in-force" for unit in kept) else state
    if any(now(unit) == "suspended" for unit, kinds in touched.items() if kinds & _SUSPENDING):
        return "suspended-in-part"
    if work and last_change(events.get(None, ()), on) is not None:
        return "ended-in-part"
    for unit, kinds in touched.items():
        if kinds <= {"insert", "notice", "suspend"}:
            continue
        here = now(unit)
        if here == "ended" or (work and here == "in-force" and last_change(events.get(unit, ()), on) is not None):
            return "ended-in-part"
    return state


def last_change(here: Iterable[Event], on: dt.date) -> Event | None:
    """The last change by which words of the unit ceased to hold, up to that day."""
    changes = [
        event
        for event in here
        if event.kind == "wording" and event.ends_part and event.day is not None and event.day <= on
    ]
    return max(changes, key=lambda event: (str(event.day), not event.reason.renames, event.order), default=None)
