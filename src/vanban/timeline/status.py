"""The status of a work or a provision on a day: a question with a date, answered with its proof."""

import datetime as dt
from functools import cache
from typing import Literal

import msgspec

from vanban.model import Finding, Grade, Period, Reason, State
from vanban.rules import Rules
from vanban.timeline.addressing import find
from vanban.timeline.facts import Facts
from vanban.timeline.lapse import lapse_of
from vanban.timeline.ledger import Ledger
from vanban.timeline.moment import Events
from vanban.timeline.naming import eid_of, parse_provision
from vanban.timeline.periods import periods_of
from vanban.timeline.still_applied import still_applied
from vanban.timeline.unreviewed import unreviewed
from vanban.timeline.whole import last_change, whole_state
from vanban.timeline.window import Window, weakest, window_on

Change = Literal["wording", "heading"]


class Part(msgspec.Struct, frozen=True, rename={"start_on": "from", "end_before": "to"}):
    """A unit that differs from what holds it: in its state, or (`change`) in new wording or a new name."""

    eid: str
    status: State
    start_on: dt.date | None
    end_before: dt.date | None
    change: Change | None = None
    reasons: tuple[Reason, ...] = ()


class Status(msgspec.Struct, frozen=True, rename={"start_on": "from", "end_before": "to"}):
    """The answer for `work`, or for its unit `provision`, on the day `on`.

    `start_on` and `end_before` bound the force: of one that has ended, the force that it had; of one suspended, the
    suspension; of one not yet in force, the force to come. `reasons` are the clauses that prove it, `grade` the weakest
    that the state rests on. `candidates` are ends that the law may draw and a person must decide: they do not change
    the state. `notices` are clauses under which it is in force but not, or not alone, applied. `still_applied` are
    transitional clauses: what has ended, or was amended, goes on for the cases that they name. `expression_of` is the
    act that a consolidated text (VBHN) is an expression of: ask about that one. `unreviewed` are the rows of the tables
    ("table/row") that the answer rests on and no jurist has confirmed yet.
    """

    work: str
    provision: str | None
    on: dt.date
    status: State
    parts: tuple[Part, ...]
    label: str
    start_on: dt.date | None
    end_before: dt.date | None
    reasons: tuple[Reason, ...]
    grade: Grade = "explicit"
    candidates: tuple[Reason, ...] = ()
    notices: tuple[Reason, ...] = ()
    still_applied: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
    expression_of: str | None = None
    unreviewed: tuple[str, ...] = ()


@cache
def _labels(rules: Rules) -> dict[tuple[str, str], dict[str, str]]:
    return {(row.state, row.of): {"vi": row.vi, "en": row.en} for row in rules.status_labels}


def label(state: State, provision: str | None, rules: Rules, language: Literal["vi", "en"] = "vi") -> str:
    """The label of a state: "Còn hiệu lực", "Hết hiệu lực một phần" …"""
    return _labels(rules)[state, "work" if provision is None else "provision"][language]


def locate(work: str, words: str, facts: Facts, rules: Rules) -> str:
    """The eid of the unit of `work` that a person names, in any spelling that `parse_provision` takes.

    A unit that the work does not print gets the eid that it would have. Raises UsageError where no unit is named.
    """
    ledger = Ledger(facts, rules)
    tree = ledger.tree(work)
    if tree is not None and words in tree:
        return words
    path = parse_provision(words, rules)
    return find(path, tree) or eid_of(path, rules)


def status(work: str, provision: str | None, on: dt.date, facts: Facts, rules: Rules) -> Status:
    """The status of `work` (`provision` None), or of the unit with that eid, on a day.

    A unit inherits from the units above it and from the work. A work whose text is not here is answered from what the
    clauses of others say of it, its start unknown.
    """
    return status_in(work, provision, on, Ledger(facts, rules))


def status_in(work: str, provision: str | None, on: dt.date, ledger: Ledger) -> Status:
    """The same from a ledger that other questions share."""
    events = ledger.events(work)
    if provision is not None and not _known(work, provision, ledger, events):
        return _absent(work, provision, on, ledger)
    chain = ledger.chain(work, provision)
    own = periods_of(chain, events)
    window = window_on(own, on)
    parts = _parts(work, provision, window.state, on, ledger, events)
    touched = [unit for unit in events if unit is not None and _below(unit, provision, work, ledger)]
    state = whole_state(
        window.state,
        touched,
        lambda unit: ledger.chain(work, unit),
        events,
        on,
        work=provision is None,
        kinds_of=lambda unit: (event.kind for event in events[unit]),
    )
    window = _reach(window, own, work, provision, ledger, events)
    candidate = lapse_of(work, ledger) if provision is None and window.state in ("in-force", "suspended") else None
    proofs = [*window.reasons, *(reason for part in parts for reason in part.reasons)]
    shown = (candidate,) if candidate is not None and candidate.day is not None and candidate.day <= on else ()
    notices = tuple(_notices(chain, events, on))
    applied = still_applied(work, provision, state, on, ledger, events)
    return Status(
        work=work,
        provision=provision,
        on=on,
        status=state,
        parts=tuple(parts),
        label=label(state, provision, ledger.rules),
        start_on=window.start_on,
        end_before=window.end_before,
        reasons=tuple(dict.fromkeys(proofs)),
        grade=weakest(window.deciding),
        candidates=shown,
        notices=notices,
        still_applied=applied,
        findings=ledger.findings_of(work),
        expression_of=ledger.expression_of(work),
        unreviewed=unreviewed([*proofs, *shown, *notices, *applied], ledger.act(work), ledger.rules),
    )


def _known(work: str, eid: str, ledger: Ledger, events: Events) -> bool:
    """Whether the work prints the unit or somebody put it in; of a text that is not whole, anything may be there."""
    act, tree = ledger.act(work), ledger.tree(work)
    if tree is None or not act.complete or eid in tree:
        return True
    return any(unit is not None and (eid == unit or eid.startswith(f"{unit}__")) for unit in events)


def _absent(work: str, eid: str, on: dt.date, ledger: Ledger) -> Status:
    reason = Reason("not-inserted", None, "candidate", work, eid, "", unit=eid)
    return Status(work, eid, on, "unknown", (), label("unknown", eid, ledger.rules), None, None, (reason,), "candidate")


def _below(unit: str | None, above: str | None, work: str, ledger: Ledger) -> bool:
    return unit is not None and unit != above and above in ledger.chain(work, unit)


def _parts(work: str, provision: str | None, state: State, on: dt.date, ledger: Ledger, events: Events) -> list[Part]:
    """The units below that differ from what holds them, in the order of the document."""
    tree = ledger.tree(work)
    place = {unit.eid: index for index, unit in enumerate(tree.provisions)} if tree is not None else {}
    touched = [unit for unit in events if unit is not None and _below(unit, provision, work, ledger)]
    states: dict[str | None, State] = {provision: state}
    found: list[Part] = []
    for unit in sorted(touched, key=lambda eid: (len(ledger.chain(work, eid)), place.get(eid, len(place)), eid)):
        chain = ledger.chain(work, unit)
        window = window_on(periods_of(chain, events), on)
        above = next(states[holder] for holder in chain[1:] if holder in states)
        states[unit] = window.state
        changed = last_change(events[unit], on)
        if window.state != above:
            found.append(Part(unit, window.state, window.start_on, window.end_before, reasons=window.reasons))
        elif changed is not None and window.state == "in-force":
            change: Change = "heading" if changed.reason.renames else "wording"
            found.append(Part(unit, window.state, changed.day, window.end_before, change, changed.proof))
    return sorted(found, key=lambda part: (place.get(part.eid, len(place)), part.eid))


def _reach(
    window: Window, own: tuple[Period, ...], work: str, provision: str | None, ledger: Ledger, events: Events
) -> Window:
    """The window with the end of the last part that a clause keeps beyond the end of the whole."""
    if window.end_before is None or own[-1].state != "ended":
        return window
    for unit in events:
        if any(event.kind in ("keep", "extend") for event in events[unit]) and _below(unit, provision, work, ledger):
            kept = periods_of(ledger.chain(work, unit), events)
            before = [period for period in kept if period.state == "in-force"]
            last = before[-1].end_before if before else None
            if before and (last is None or (window.end_before is not None and last > window.end_before)):
                reasons = kept[-1].reasons if last is not None else ()
                window = msgspec.structs.replace(
                    window, end_before=last, reasons=tuple(dict.fromkeys((*window.reasons, *reasons)))
                )
    return window


def _notices(chain: tuple[str | None, ...], events: Events, on: dt.date) -> list[Reason]:
    """The clauses under which the unit is not applied or gives way on that day, and ends that wait for an event."""
    return [
        event.reason
        for unit in chain
        for event in events.get(unit, ())
        if event.kind == "notice"
        and (event.day is None or event.day <= on)
        and (event.until is None or on < event.until)
    ]
