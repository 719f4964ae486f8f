"""What goes on for earlier cases though it has ended or was amended: transitional clauses, on a day.

In force and applicable are kept apart: such a clause is told beside the state and never changes it.
"""

import datetime as dt

import msgspec

from vanban.model import Reason, State
from vanban.timeline.facts import Impact
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences, reason_of, window_end
from vanban.timeline.moment import Events, last_wording, state_on


def still_applied(
    work: str, provision: str | None, state: State, on: dt.date, ledger: Ledger, events: Events
) -> tuple[Reason, ...]:
    """The clauses under which the work, or its unit `provision`, is still applied to the cases that they name.

    `state` is the answer for what is asked. Only of what has ended or was amended by that day; of a whole also the
    clauses about its parts. `until` is the first day on which the clause no longer says so (None: no day is known).
    """
    asked = ledger.chain(work, provision)
    found = []
    for impact in ledger.upon(work):
        if impact.effect.verb != "apply":
            continue
        unit = ledger.node(impact)[0]
        holds = unit in asked
        if not holds and provision not in ledger.chain(work, unit):
            continue
        whole = unit is None and provision is None
        if not (state != "in-force" if whole else _is_past(asked if holds else ledger.chain(work, unit), on, events)):
            continue
        reason = _reason(impact, unit, on, ledger)
        if reason is not None:
            found.append(reason)
    return tuple(dict.fromkeys(found))


def _is_past(chain: tuple[str | None, ...], on: dt.date, events: Events) -> bool:
    """Whether a unit no longer holds in its first words on a day."""
    return state_on(chain, events, on)[0] == "ended" or last_wording(chain, events, on) is not None


def _reason(impact: Impact, unit: str | None, on: dt.date, ledger: Ledger) -> Reason | None:
    """The clause as a proof; None where it does not hold on that day."""
    fired = ledger.fired(impact)
    until = window_end(ledger, impact, fired)
    if fired.void or (fired.day is not None and on < fired.day) or (until is not None and until <= on):
        return None
    reason = reason_of(ledger, impact, consequences(ledger.rules)["apply"], fired, unit)
    return msgspec.structs.replace(reason, until=until)
