"""What of a document ended or was suspended, when, and by which clause: the rows of Mẫu 01 and 02 before any window.

A document ends as a whole on the day on which the last of it ends: where a clause keeps parts of it for a while, the
end of the rest is an end in part ("toàn bộ, trừ …"). New wording ends the old words, so an amended unit ended in part
(Luật 80/2015/QH13, Điều 154 khoản 2; Luật 64/2025/QH15, Điều 57 khoản 1 điểm b); what is only added ends nothing.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from vanban.model import Grade, Reason
from vanban.review.exceptions import leaves_nothing
from vanban.timeline.event import Event
from vanban.timeline.lapse import lapse_of
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences
from vanban.timeline.moment import Events, state_on
from vanban.timeline.periods import periods_of
from vanban.timeline.window import weakest

_DAY = dt.timedelta(days=1)
_DIGITS = re.compile(r"(\d+)")
_BEHIND = ("app", "form", "table")  # of identifiers: what stands behind the articles


class Ending(msgspec.Struct, frozen=True):
    """From `day` on (the first day without force) `unit` of a work (None: all of it) is `kind`.

    `whole`: nothing of the work is left in force. `until` ends a suspension. `kept` are the units that go on beyond
    the end of the rest. `reasons` prove it, the acting clause first.
    """

    kind: Literal["ended", "suspended"]
    whole: bool
    unit: str | None
    day: dt.date
    reasons: tuple[Reason, ...]
    until: dt.date | None = None
    kept: tuple[str, ...] = ()
    settled: bool = False

    @property
    def grade(self) -> Grade:
        """How sure it is: of a candidate a person must decide. `settled`: its exception leaves nothing in force."""
        return "derived" if self.settled else weakest(self.reasons)


def endings(work: str, ledger: Ledger) -> tuple[Ending, ...]:
    """Every end and suspension of a work and its units, in the order of days, units as the document prints them."""
    if not ledger.upon(work):
        return ()
    events = ledger.events(work)
    whole = tuple(_whole(work, events, ledger))
    over = next((each.day for each in whole if each.whole and each.kind == "ended"), None)
    found = [*whole, *_of_units(work, events, whole, ledger)]
    place = _places(work, ledger) if any(each.unit for each in found) else {}
    return tuple(
        sorted(
            (each for each in found if over is None or each.day < over or each.whole),
            key=lambda each: (each.day, place.get(each.unit, len(place)), numbered(each.unit or "")),
        )
    )


def lapsed(work: str, ledger: Ledger) -> Iterator[Ending]:
    """The lapse that the law draws for a detailing document, as an end: only for a person who has confirmed it."""
    lapse = lapse_of(work, ledger)
    if lapse is not None and lapse.day is not None:
        yield Ending("ended", True, None, lapse.day, (lapse,), settled=True)


def undated(work: str, ledger: Ledger) -> tuple[Reason, ...]:
    """The clauses that end the whole work on a day that no clause names."""
    here = ledger.events(work).get(None, ()) if ledger.upon(work) else ()
    return tuple(event.reason for event in here if event.kind == "end" and event.day is None)


def _places(work: str, ledger: Ledger) -> dict[str | None, int]:
    tree = ledger.tree(work)
    return {} if tree is None else {unit.eid: at for at, unit in enumerate(tree.provisions)}


def numbered(unit: str) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """The order of units of a document whose text is not here: by their numbers, annexes behind the articles."""
    pieces = _DIGITS.split(unit)
    return unit.startswith(_BEHIND), tuple((int(each), "") if each.isdigit() else (0, each) for each in pieces)


def _whole(work: str, events: Events, ledger: Ledger) -> Iterator[Ending]:
    """The end of the work as one, with what is kept beyond it, and its suspensions as one."""
    if not any(event.kind in ("end", "suspend") for event in events.get(None, ())):
        return
    here = periods_of((None,), events)
    for period in here:
        if period.state == "suspended" and period.start_on is not None:
            kept = tuple(_kept(work, period.start_on, events, ledger))
            yield Ending("suspended", not kept, None, period.start_on, period.reasons, period.end_before, kept)
    last = here[-1]
    if last.state != "ended" or last.start_on is None:
        return
    kept = tuple(_kept(work, last.start_on, events, ledger))
    settled = not kept and leaves_nothing(work, last.reasons, ledger)
    yield Ending("ended", not kept, None, last.start_on, last.reasons, kept=kept, settled=settled)
    ends = [(day, reasons) for unit in kept for day, reasons in (_end_of(work, unit, events, ledger),)]
    if kept and all(day is not None for day, _ in ends):
        day, reasons = max(ends, key=lambda each: str(each[0]))
        if day is not None:
            yield Ending("ended", True, None, day, tuple(dict.fromkeys((*reasons, *last.reasons))))


def _kept(work: str, day: dt.date, events: Events, ledger: Ledger) -> Iterator[str]:
    """The units that a clause keeps in force on the day on which the rest ends."""
    kept = [unit for unit in events if unit and any(event.kind in ("keep", "extend") for event in events[unit])]
    place = _places(work, ledger) if kept else {}
    for unit in sorted(kept, key=lambda eid: (place.get(eid, len(place)), numbered(eid))):
        if state_on(ledger.chain(work, unit), events, day)[0] == "in-force":
            yield unit


def _end_of(work: str, unit: str, events: Events, ledger: Ledger) -> tuple[dt.date | None, tuple[Reason, ...]]:
    last = periods_of(ledger.chain(work, unit), events)[-1]
    return (last.start_on, last.reasons) if last.state == "ended" else (None, ())


def _of_units(work: str, events: Events, whole: tuple[Ending, ...], ledger: Ledger) -> Iterator[Ending]:
    """The ends, new wordings and suspensions of single units, each told at the highest unit that it is true of."""
    told: dict[str | None, set[tuple[dt.date, str, str]]] = {
        None: {(each.day, reason.work, reason.eid) for each in whole for reason in each.reasons[:1]}
    }
    for unit in sorted(events, key=lambda eid: (len(ledger.chain(work, eid)), eid or "")):
        chain = ledger.chain(work, unit)
        above = {mark for holder in chain[1:] for mark in told.get(holder, ())}
        mine = told.setdefault(unit, set())
        for event in events[unit]:
            if event.day is None or not _ends_words(event, unit, ledger):
                continue
            mark = (event.day, event.reason.work, event.reason.eid)
            if mark in above or (mark in mine and event.kind == "end"):
                continue
            if _took_place(event, chain, events):
                if event.whole_unit:
                    mine.add(mark)
                yield Ending("ended", False, unit, event.day, event.proof)
        if unit is not None and any(event.kind == "suspend" for event in events[unit]):
            yield from _suspensions(unit, chain, events)


def _ends_words(event: Event, unit: str | None, ledger: Ledger) -> bool:
    """Whether an event takes force from words. A unit that is only renumbered goes on under another number."""
    row = consequences(ledger.rules).get(event.reason.rule)
    if row is not None and row.kind == "move":
        return False
    return event.ends_part and (event.kind == "wording" or (event.kind == "end" and unit is not None))


def _took_place(event: Event, chain: tuple[str | None, ...], events: Events) -> bool:
    """Whether the words were still there on the eve, and what the event says of them holds on its day."""
    if event.day is None:
        return False
    before = state_on(chain, events, event.day - _DAY)[0]
    after = state_on(chain, events, event.day)[0]
    return before != "ended" and (after == "ended" if event.kind == "end" else after != "ended")


def _suspensions(unit: str, chain: tuple[str | None, ...], events: Events) -> Iterator[Ending]:
    above = periods_of(chain[1:], events)
    for period in periods_of(chain, events):
        if period.state != "suspended" or period.start_on is None:
            continue
        if any(each.state == "suspended" and each.start_on == period.start_on for each in above):
            continue
        yield Ending("suspended", False, unit, period.start_on, period.reasons, period.end_before)
