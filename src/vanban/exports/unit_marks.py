"""What a reader must know beside a unit of a text on a day: who wrote it, whether it holds, what was not applied."""

import datetime as dt
from typing import Literal

import msgspec

from vanban.model import Expression, Reason, Refusal, State, Verb
from vanban.rules import Rules
from vanban.structure import Tree
from vanban.timeline import Status
from vanban.timeline.addressing import find

MarkKind = Literal["changed", "inserted", "repealed", "ended", "not-yet", "suspended", "unknown", "not-applied"]
_OF_STATE: dict[State, MarkKind] = {
    "ended": "ended", "ended-in-part": "ended", "not-yet": "not-yet", "suspended": "suspended",
    "suspended-in-part": "suspended", "unknown": "unknown",
}  # fmt: skip
_OF_VERB: dict[Verb, MarkKind] = {"insert": "inserted", "repeal": "repealed"}


class UnitMark(msgspec.Struct, frozen=True):
    """One mark: its kind, the day that it speaks of, and the clause that is the reason (`work` "": none is known).

    `until` closes a window (a suspension). `reason` is the code of a refusal, of an effect that was not applied.
    """

    eid: str
    kind: MarkKind
    day: dt.date | None
    work: str
    clause: str
    until: dt.date | None = None
    reason: str = ""


def unit_marks(made: Expression, status: Status, tree: Tree, rules: Rules) -> dict[str, tuple[UnitMark, ...]]:
    """The marks of each unit, the outermost unit of a change only: what an article says, its clauses do not repeat."""
    found: dict[str, list[UnitMark]] = {}
    verbs = {eid: applied.effect.verb for applied in made.applied for eid in applied.units}
    by_eid = {unit.eid: unit for unit in made.provisions}
    for unit in made.provisions:
        above = by_eid.get(unit.parent or "")
        if unit.by is None or (above is not None and (above.by, above.since) == (unit.by, unit.since)):
            continue
        kind = _OF_VERB.get(verbs.get(unit.eid, "substitute"), "changed")
        found.setdefault(unit.eid, []).append(UnitMark(unit.eid, kind, unit.since, unit.by.work, unit.by.eid))
    for part in status.parts:
        state = _OF_STATE.get(part.status)
        if state is None or any(mark.kind == "repealed" for mark in found.get(part.eid, ())):
            continue
        proof = _acting(part.reasons, part.eid)
        day = part.end_before if state == "ended" else part.start_on
        until = part.end_before if state == "suspended" else None
        work, clause = (proof.work, proof.eid) if proof is not None else ("", "")
        found.setdefault(part.eid, []).append(UnitMark(part.eid, state, day, work, clause, until))
    for refusal in made.refused:
        eid = _meant(refusal, tree)
        if eid is not None:
            mark = UnitMark(
                eid, "not-applied", refusal.since, refusal.work, refusal.effect.within, reason=refusal.reason
            )
            found.setdefault(eid, []).append(mark)
    return {eid: tuple(marks) for eid, marks in found.items()}


def _acting(reasons: tuple[Reason, ...], eid: str) -> Reason | None:
    """The clause that acts upon the unit itself, or else the last one told."""
    return next((reason for reason in reversed(reasons) if reason.unit == eid), reasons[-1] if reasons else None)


def _meant(refusal: Refusal, tree: Tree) -> str | None:
    """The unit that an effect was to act upon, as far as the text has it."""
    if refusal.candidates:
        return refusal.candidates[0] if refusal.candidates[0] in tree else None
    path = refusal.effect.target.provision
    while path:
        eid = find(path, tree)
        if eid is not None and eid in tree:
            return eid
        path = path[:-1]
    return None
