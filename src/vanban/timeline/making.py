"""What one effect that takes place comes to: its events, each with its reason and grade."""

import datetime as dt
from functools import cache
from typing import Any

import msgspec

from vanban.model import Grade, Reason, Unit
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.effect_consequence import ConsequenceKind, EffectConsequence
from vanban.timeline.addressing import PARTS, inserted_eids, rewritten_eids, whole_units
from vanban.timeline.book import Book, Fired
from vanban.timeline.event import Event
from vanban.timeline.facts import Act, Impact
from vanban.timeline.naming import provision_name
from vanban.timeline.regimes import rank_of, regime_of


@cache
def consequences(rules: Rules) -> dict[str, EffectConsequence]:
    """The row of each verb."""
    return {row.verb: row for row in rules.effect_consequences}


def events_of(ledger: Book, impact: Impact, row: EffectConsequence, fired: Fired) -> list[Event]:
    """The events that one effect makes: upon its unit, and upon the units of the wording that it brings."""
    effect, acting = impact.effect, ledger.act(impact.acting)
    unit, part = ledger.node(impact)
    reason = reason_of(ledger, impact, row, fired, unit)
    made, until, since = acting.date, effect.end_before, _since(ledger, impact, row)

    def event(kind: ConsequenceKind, on: str | None, day: dt.date | None, **more: Any) -> Event:
        return Event(kind, on, day, **{"reason": reason, "made": made, "acting": impact.acting, "since": since, **more})

    def closing(day: dt.date | None) -> list[Event]:
        # The end that a clause sets to the force that it gives or keeps. Shares the clause's reason.
        return [] if day is None else [event("end", unit, day, ends_part=True)]

    if row.kind == "start":
        return [event("start", unit, effect.start_on), *closing(until)]
    if fired.day is None and impact.acting == impact.target and row.kind == "end":
        # "Cho đến khi có quy định mới": no day, and nothing says that it came.
        return [event("notice", unit, acting.start)]
    if row.kind == "insert":
        units = inserted_eids(impact, ledger.tree(impact.target), ledger.rules)
        return [
            event("insert", new, fired.day, reason=msgspec.structs.replace(reason, unit=new))
            for new in units
            if new is not None
        ]
    if row.kind in ("keep", "extend"):
        return [event(row.kind, unit, fired.day, until=until), *closing(until)]
    if row.kind in ("suspend", "notice"):
        return [event(row.kind, unit, fired.day, until=window_end(ledger, impact, fired))]
    if row.kind == "wording":
        return _reworded(ledger, impact, event("wording", unit, fired.day, ends_part=row.ends_part), part)
    if row.kind == "end" and part:
        return [event("wording", unit, fired.day, whole_unit=False, ends_part=True)]
    return [event("end" if row.kind == "move" else row.kind, unit, fired.day, ends_part=row.ends_part)]


def _since(ledger: Book, impact: Impact, row: EffectConsequence) -> Reason | None:
    """The clause that brought the acting clause into force, where no clause names the day of the effect."""
    if row.kind == "start" or impact.effect.start_on is not None or impact.acting == impact.target:
        return None
    if impact.condition_work is not None:
        return ledger.start_of(impact.condition_work).reason
    clause = ledger.commencing(impact.acting, impact.effect.within)
    if clause is not None:
        unit, day = ledger.node(clause)[0], Fired(clause.effect.start_on)
        return reason_of(ledger, clause, consequences(ledger.rules)["commence"], day, unit)
    return ledger.start_of(impact.acting).reason


def window_end(ledger: Book, impact: Impact, fired: Fired) -> dt.date | None:
    """A suspension or a priority holds while the clause that orders it holds."""
    until = impact.effect.end_before
    chain = ledger.chain(impact.acting, impact.effect.within)
    for other in ledger.ends_upon(impact.acting, chain):
        end = ledger.fired(other).day
        if end is not None and fired.day is not None and fired.day < end and (until is None or end < until):
            until = end
    return until


def _reworded(ledger: Book, impact: Impact, change: Event, part: bool) -> list[Event]:
    """A change of wording; where a whole unit was written anew, its old sub-units go and the new ones come."""
    whole = not part and impact.effect.verb == "substitute"
    change = msgspec.structs.replace(change, whole_unit=whole)
    tree, unit = ledger.tree(impact.target), change.unit
    if not whole or unit is None or tree is None:
        return [change]
    new = rewritten_eids(impact, unit, ledger.tree(impact.acting), ledger.rules)
    if not new:
        return [change]

    def below(kind: ConsequenceKind, eid: str, grade: Grade, **more: Any) -> Event:
        reason = msgspec.structs.replace(change.reason, unit=eid, grade=grade)
        return msgspec.structs.replace(change, kind=kind, unit=eid, reason=reason, **more)

    grade = change.reason.grade
    old = {provision.eid for provision in tree.provisions if provision.eid.startswith(unit + "__")}
    gone = [eid for eid in sorted(old) if eid not in new and tree[eid].level not in PARTS]
    fresh = list(new)[1:]
    return [
        change,
        *(below("end", eid, _lower(grade, "derived"), revives=False) for eid in gone),
        *(below("wording" if eid in old else "insert", eid, grade, revives=eid in old) for eid in fresh),
    ]


def reason_of(ledger: Book, impact: Impact, row: EffectConsequence, fired: Fired, unit: str | None) -> Reason:
    """The clause of an effect as a proof, with what it leaves to a person."""
    effect = impact.effect
    target, acting = ledger.act(impact.target), ledger.act(impact.acting)
    regime = regime_of(target, fired.day, ledger.rules)
    return Reason(
        rule=row.id,
        regime=regime.regime if regime else None,
        grade=_grade(ledger, impact, row, target, acting),
        work=impact.acting,
        eid=effect.within,
        quote=ledger.quote(impact),
        day=fired.day if row.kind != "start" else effect.start_on,
        until=effect.end_before,
        unit=unit,
        exception=effect.exception,
        condition=effect.condition,
        part=_part(ledger, impact),
    )


def _part(ledger: Book, impact: Impact) -> tuple[Unit, ...]:
    """The part of a unit's words that alone is meant; () for whole units, and for a part printed as a unit."""
    path = impact.effect.target.provision
    part = path[len(whole_units(path)) :]
    return part if part and ledger.node(impact)[1] else ()


def _grade(ledger: Book, impact: Impact, row: EffectConsequence, target: Act, acting: Act) -> Grade:
    """The clause's own grade; a candidate where an exception or a condition leaves something to a person."""
    effect = impact.effect
    if row.kind == "none":  # decides nothing about force, so that its condition leaves nothing open
        return effect.grade
    if row.kind in ("end", "wording"):
        above, below = rank_of(target, ledger.rules), rank_of(acting, ledger.rules)
        if above is not None and below is not None and below > above:
            ledger.tell(impact.target, "acts-on-higher", impact)
            return "candidate"
    if effect.condition and impact.condition_work is None:
        return "candidate"
    if effect.exception and row.kind == "end" and not _spelled_out(ledger, impact):
        return "candidate"
    return effect.grade


def _spelled_out(ledger: Book, impact: Impact) -> bool:
    """Whether clauses of their own say what the acting document keeps: then the exception is settled by them.

    Either they keep parts of the work in question, or the exception points at the very clause that keeps something
    ("trừ trường hợp quy định tại khoản 3 Điều này").
    """
    words = fold(impact.effect.exception or "")
    for other in ledger.facts.made_by(impact.acting):
        if other.effect.verb != "continue" or not other.effect.target.provision:
            continue
        if other.target == impact.target:
            return True
        clause = fold(provision_name(other.effect.within, ledger.rules))
        here = clause.rpartition(" dieu ")[0] + " dieu nay"
        same_article = other.effect.within.partition("__")[0] == impact.effect.within.partition("__")[0]
        if clause in words or (same_article and here in words):
            return True
    return False


def _lower(one: Grade, other: Grade) -> Grade:
    order: tuple[Grade, ...] = ("explicit", "derived", "candidate")
    return max(one, other, key=order.index)
