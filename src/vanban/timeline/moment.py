"""The state of one unit on one day, from the events upon it and upon what holds it."""

import datetime as dt
from collections.abc import Mapping, Sequence

from vanban.model import Reason, State
from vanban.timeline.event import Event

Events = Mapping[str | None, Sequence[Event]]
Chain = Sequence[str | None]


def state_on(chain: Chain, events: Events, day: dt.date) -> tuple[State, tuple[Reason, ...]]:
    """The state on `day` of the unit `chain[0]`, which `chain[1:]` hold (the last, None, is the work), and why.

    An end or a suspension of what holds a unit is its own, unless a clause keeps the unit. The most specific statement
    of a start counts. The reasons are the start and the last change of wording, or what stopped the force.
    """
    ended = standing_ends(chain, events, day)
    past = [event for event in ended if event.day is not None and event.day <= day]
    if past:
        return "ended", past[0].proof
    start, why = start_of(chain, events, day)
    if start is not None and day < start:
        return "not-yet", why
    if start is None:
        return ("not-yet" if _not_made(chain, events, day) else "unknown"), why
    doubtful = [event for event in ended if event.day is None and (event.made is None or event.made <= day)]
    if doubtful:
        return "unknown", doubtful[0].proof
    suspended = suspension_on(chain, events, day)
    if suspended is not None:
        return "suspended", suspended.proof
    changed = last_wording(chain, events, day)
    return "in-force", (*why, *changed.proof) if changed is not None else why


def standing_ends(chain: Chain, events: Events, day: dt.date) -> list[Event]:
    """The ends of the unit or of what holds it that no clause keeps it from, and that no new wording has undone."""
    keeps = [
        (depth, event)
        for depth, unit in enumerate(chain)
        for event in events.get(unit, ())
        if event.kind in ("keep", "extend")
    ]
    found = []
    for depth, unit in enumerate(chain):
        here = events.get(unit, ())
        for end in here:
            if end.kind != "end" or any(_keeps(at, keep, depth, end) for at, keep in keeps):
                continue
            if any(_revives(event, end, day) for event in here):
                continue
            found.append(end)
    return sorted(found, key=lambda event: event.order)


def _keeps(at: int, keep: Event, depth: int, end: Event) -> bool:
    """Whether a clause that keeps the unit at depth `at` takes it out of an end at `depth` (0 is the innermost)."""
    if at > depth or keep.reason is end.reason or (keep.until is not None and keep.until == end.day):
        return False
    if keep.acting == end.acting:
        # One act that ends a work and keeps its Điều 5 means both; one that ends and keeps the same unit contradicts
        # itself, and the end stands.
        return at < depth
    if keep.made is None or end.made is None:
        return False
    return keep.made > end.made


def _revives(event: Event, end: Event, day: dt.date) -> bool:
    """Whether a unit was made anew, or given new wording, after it had ended."""
    if event.day is None or end.day is None or not end.day <= event.day <= day:
        return False
    return event.kind == "insert" or (event.revives and event.reason is not end.reason)


def start_of(chain: Chain, events: Events, day: dt.date) -> tuple[dt.date | None, tuple[Reason, ...]]:
    """The first day in force of the unit as it stands on `day`, and the clauses that say so; None: not known."""
    floor: Event | None = None
    for unit in chain:
        here = events.get(unit, ())
        stated = [event for event in here if event.kind == "start"]
        inserted = _insertion(here, day)
        if stated:
            # A later act that moves the day counts before what the document itself said.
            start = max(stated, key=lambda event: (str(event.made or ""), event.order))
            if floor is not None and (start.day is None or (floor.day or dt.date.min) >= start.day):
                return (floor.day if start.day is not None else None), floor.proof
            return start.day, start.proof
        if inserted is not None and (floor is None or (inserted.day or dt.date.min) > (floor.day or dt.date.min)):
            floor = inserted
    return (None, floor.proof) if floor is not None else (None, ())


def _insertion(here: Sequence[Event], day: dt.date) -> Event | None:
    """The insertion that counts on `day`: the last one so far, or else the first to come."""
    made = sorted((event for event in here if event.kind == "insert"), key=lambda event: event.order)
    past = [event for event in made if event.day is not None and event.day <= day]
    return past[-1] if past else (made[0] if made else None)


def _not_made(chain: Chain, events: Events, day: dt.date) -> bool:
    """Whether the document was not made yet on `day`: then it was not in force, whenever it begins."""
    starts = [event for event in events.get(None, ()) if event.kind == "start"]
    return bool(starts) and all(event.made is not None and day < event.made for event in starts)


def suspension_on(chain: Chain, events: Events, day: dt.date) -> Event | None:
    """The suspension that covers the unit on `day`, unless a later clause put it back into force."""
    for depth, unit in enumerate(chain):
        for event in events.get(unit, ()):
            if event.kind != "suspend" or event.day is None or not event.day <= day:
                continue
            if event.until is not None and day >= event.until:
                continue
            if not _resumed(chain[: depth + 1], events, event, day):
                return event
    return None


def _resumed(chain: Chain, events: Events, suspension: Event, day: dt.date) -> bool:
    for depth, unit in enumerate(chain):
        for event in events.get(unit, ()):
            if event.kind != "keep" or event.day is None or event.day > day:
                continue
            if event.acting == suspension.acting and depth < len(chain) - 1:
                return True
            if str(event.made or "") > str(suspension.made or "~"):
                return True
    return False


def last_wording(chain: Chain, events: Events, day: dt.date) -> Event | None:
    """The last change of the unit's own words up to `day`: upon itself, or new wording of the whole that holds it."""
    found: Event | None = None
    for depth, unit in enumerate(chain):
        for event in events.get(unit, ()):
            if event.kind != "wording" or event.day is None or event.day > day:
                continue
            if depth and (not event.whole_unit or unit is None):
                continue
            if found is None or _weight(event) > _weight(found):
                found = event
    return found


def _weight(event: Event) -> tuple[str, bool, tuple[str, str, str, int, str, str]]:
    """Later changes count first; of one day, a change of what the unit says before one of its name."""
    return str(event.day), not event.reason.renames, event.order
