"""What every effect upon a work came to: whether and when it took place, worked out once for one question.

An effect takes place on the day that its clause says, or else on the first day in force of the clause; not at all where
the clause had ended by then (an amending act may itself be repealed before it starts). So the force of an effect rests
on the force of another clause, and so on. The chain always goes back in time; only two clauses that end each other on
one day could go round for ever, and there the circle is cut and told as a finding.
"""

import datetime as dt
from collections import defaultdict
from functools import cache
from typing import Any

import msgspec

from vanban.model import Finding, Grade, Provision, Reason
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.effect_consequence import ConsequenceKind, EffectConsequence
from vanban.structure import Tree
from vanban.timeline.addressing import PARTS, inserted_eids, rewritten_eids, target_eid
from vanban.timeline.event import Event
from vanban.timeline.facts import Act, Facts, Impact
from vanban.timeline.moment import Chain, standing_ends, state_on, suspension_on
from vanban.timeline.naming import provision_name
from vanban.timeline.regimes import rank_of, regime_of

_Key = tuple[str, str, str, int, str, str]
_STOPS = ("end", "suspend", "keep", "extend")


class Fired(msgspec.Struct, frozen=True):
    """What became of an effect: it takes place on `day` (None: no day is known), or `void` it never does."""

    day: dt.date | None = None
    void: bool = False


@cache
def consequences(rules: Rules) -> dict[str, EffectConsequence]:
    """The row of each verb."""
    return {row.verb: row for row in rules.effect_consequences}


def _order(impact: Impact) -> tuple[str, str, int, str, str]:
    effect = impact.effect
    path = "/".join(f"{unit.level}:{unit.num}" for unit in effect.target.provision)
    return (impact.acting, effect.within, effect.start, effect.verb, f"{path} {effect.new_eids} {effect.start_on}")


class Ledger:
    """The events upon works, remembered while one question is answered. Holds no answer of its own."""

    def __init__(self, facts: Facts, rules: Rules) -> None:
        self.facts = facts
        self.rules = rules
        self.findings: dict[str, set[tuple[str, tuple[tuple[str, str], ...]]]] = defaultdict(set)
        self._acts: dict[str, Act] = {}
        self._trees: dict[str, Tree | None] = {}
        self._upon: dict[str, tuple[Impact, ...]] = {}
        self._events: dict[str, dict[str | None, tuple[Event, ...]]] = {}
        self._fired: dict[_Key, Fired] = {}
        self._under_way: list[_Key] = []
        self._cyclic: set[_Key] = set()

    def act(self, work: str) -> Act:
        """The work; one that nothing is known of is only spoken of."""
        if work not in self._acts:
            self._acts[work] = self.facts.act(work) or Act(work, present=False)
        return self._acts[work]

    def tree(self, work: str) -> Tree | None:
        """The units of the work; None where its text is not here."""
        if work not in self._trees:
            provisions: tuple[Provision, ...] = self.facts.provisions(work)
            self._trees[work] = Tree(provisions) if provisions else None
        return self._trees[work]

    def upon(self, work: str) -> tuple[Impact, ...]:
        """The effects upon the work that its family allows, in an order of our own."""
        if work not in self._upon:
            self._upon[work] = tuple(
                sorted((impact for impact in self.facts.upon(work) if self._same_family(impact)), key=_order)
            )
        return self._upon[work]

    def _same_family(self, impact: Impact) -> bool:
        """A Party document is ended by the Party's own documents only, and a State document by the State's."""
        families = {self.act(impact.acting).family, self.act(impact.target).family}
        if families != {"state", "party"}:
            return True
        if consequences(self.rules)[impact.effect.verb].kind != "none":
            self.tell(impact.target, "acts-across-families", impact)
        return False

    def tell(self, work: str, code: str, impact: Impact, **details: str) -> None:
        """Note a finding about `work`, once."""
        known = {"acting": impact.acting, "work": impact.target, "quote": self.quote(impact), **details}
        self.findings[work].add((code, tuple(sorted(known.items()))))

    def findings_of(self, work: str) -> tuple[Finding, ...]:
        """The findings noted so far about `work`, in a fixed order."""
        severity = {row.id: row.severity for row in self.rules.findings}
        return tuple(
            Finding(code, severity.get(code, "warning"), details=dict(details))
            for code, details in sorted(self.findings[work])
        )

    def quote(self, impact: Impact) -> str:
        """The words of the acting clause."""
        return self.facts.quote(impact.acting, impact.effect.start, impact.effect.end)

    def chain(self, work: str, eid: str | None) -> tuple[str | None, ...]:
        """The unit, what holds it, and last None, the work; for a unit not printed in it, by its eid."""
        found: list[str | None] = []
        tree = self.tree(work) if eid else None
        while eid:
            found.append(eid)
            eid = tree[eid].parent if tree is not None and eid in tree else eid.rpartition("__")[0]
        return (*found, None)

    def stated_start(self, work: str, eid: str | None) -> dt.date | None:
        """The day on which a unit begins as the clauses say, whether or not it was ended before."""
        own = self.act(work)
        for unit in self.chain(work, eid):
            said = [
                (str(self.act(impact.acting).date or ""), impact.effect.start_on)
                for impact in self.upon(work)
                if impact.effect.verb == "commence" and self.node(impact)[0] == unit
            ]
            if said:
                return max(said, key=lambda pair: (pair[0], str(pair[1])))[1]
            if unit is None:
                return own.start
        return own.start

    def node(self, impact: Impact) -> tuple[str | None, bool]:
        """The unit that an effect lands on, and whether only a part of its words is meant."""
        needs_tree = impact.effect.target.provision and impact.effect.verb != "commence"
        tree = self.tree(impact.target) if needs_tree or impact.effect.target.provision else None
        return target_eid(impact, tree, self.rules)

    def nominal(self, impact: Impact) -> dt.date | None:
        """The day that the clauses name for an effect, before asking whether the acting clause was still there."""
        effect = impact.effect
        if effect.start_on is not None:
            return effect.start_on
        if impact.condition_work is not None:
            return self.stated_start(impact.condition_work, None)
        if impact.acting == impact.target and effect.verb == "end":
            return effect.end_before
        return self.stated_start(impact.acting, effect.within)

    def fired(self, impact: Impact) -> Fired:
        """Whether and when an effect takes place."""
        key = (impact.target, *_order(impact))
        if key in self._fired:
            return self._fired[key]
        if key in self._under_way:
            # Every clause of the circle takes place: so the answer does not depend on where the question began.
            self._cyclic.update(self._under_way[self._under_way.index(key) :])
            self.tell(impact.target, "effect-cycle", impact)
            return Fired(void=True)
        self._under_way.append(key)
        try:
            fired = self._fire(impact)
        finally:
            self._under_way.pop()
        if key in self._cyclic:
            self.tell(impact.target, "effect-cycle", impact)
            fired = Fired(self.nominal(impact))
        self._fired[key] = fired
        return fired

    def _fire(self, impact: Impact) -> Fired:
        day = self.nominal(impact)
        if day is None:
            return Fired()
        within = impact.effect.within
        chain = self.chain(impact.acting, within)
        if impact.acting == impact.target:
            chain = tuple(unit for unit in chain if unit is not None) or chain
        events = self._stops(impact.acting, chain, day, impact)
        if not events:
            return Fired(day)
        ends = [event for event in standing_ends(chain, events, day) if event.day is not None and event.day <= day]
        if ends:
            return Fired(void=True)
        suspended = suspension_on(chain, events, day)
        while suspended is not None:
            if suspended.until is None:
                return Fired()
            day = suspended.until
            suspended = suspension_on(chain, events, day)
        return Fired(day)

    def _stops(self, work: str, chain: Chain, day: dt.date, asking: Impact) -> dict[str | None, list[Event]]:
        """What had ended, kept or suspended the units of `chain` by `day`, as far as a clause says so."""
        found: dict[str | None, list[Event]] = defaultdict(list)
        for impact in self.upon(work):
            row = consequences(self.rules)[impact.effect.verb]
            if row.kind not in _STOPS or impact is asking or (impact.acting == work and asking.target == work):
                continue
            unit = self.node(impact)[0]
            if unit not in chain:
                continue
            nominal = self.nominal(impact)
            if nominal is None or nominal > day:
                continue
            fired = self.fired(impact)
            if not fired.void and fired.day is not None:
                for event in self._made_of(impact, row, fired):
                    found[event.unit].append(event)
        return found

    def events(self, work: str) -> dict[str | None, tuple[Event, ...]]:
        """Every event upon the work and its units, by unit, in a fixed order."""
        if work not in self._events:
            found: dict[str | None, list[Event]] = defaultdict(list)
            found[None].append(self._start_of(work))
            for impact in self.upon(work):
                row = consequences(self.rules)[impact.effect.verb]
                if row.kind == "none":
                    continue
                fired = self.fired(impact)
                if not fired.void:
                    for event in self._made_of(impact, row, fired):
                        found[event.unit].append(event)
            self._events[work] = {
                unit: tuple(sorted(events, key=lambda event: event.order)) for unit, events in found.items()
            }
        return self._events[work]

    def _start_of(self, work: str) -> Event:
        """The start of the work as its own text says it."""
        act = self.act(work)
        span = act.start_span
        quote = self.facts.quote(work, span.start, span.end) if span else ""
        eid = self.facts.unit_at(work, span.start) if span else ""
        rule = act.start_rule or "stated-start"
        if act.start is None:
            rule = "start-not-stated" if act.present else "text-not-here"
        regime = regime_of(act, act.start, self.rules)
        reason = Reason(rule, regime.regime if regime else None, "explicit" if act.start else "candidate", work,
                        eid, quote, act.start)  # fmt: skip
        return Event("start", None, act.start, reason, act.date, acting=work)

    def _made_of(self, impact: Impact, row: EffectConsequence, fired: Fired) -> list[Event]:
        """The events that one effect makes: upon its unit, and upon the units of the wording that it brings."""
        effect, acting = impact.effect, self.act(impact.acting)
        unit, part = self.node(impact)
        reason = self._reason(impact, row, fired, unit)
        made, until, since = acting.date, effect.end_before, self._since(impact, row)

        def event(kind: ConsequenceKind, on: str | None, day: dt.date | None, **more: Any) -> Event:
            return Event(
                kind, on, day, **{"reason": reason, "made": made, "acting": impact.acting, "since": since, **more}
            )

        def closing(day: dt.date | None) -> list[Event]:
            # The end that a clause sets to the force that it gives or keeps. Shares the clause's reason.
            return [] if day is None else [event("end", unit, day, ends_part=True)]

        if row.kind == "start":
            return [event("start", unit, effect.start_on), *closing(until)]
        if fired.day is None and impact.acting == impact.target and row.kind == "end":
            # "Cho đến khi có quy định mới": no day, and nothing says that it came.
            return [event("notice", unit, acting.start)]
        if row.kind == "insert":
            units = inserted_eids(impact, self.tree(impact.target), self.rules)
            return [
                event("insert", new, fired.day, reason=msgspec.structs.replace(reason, unit=new))
                for new in units
                if new is not None
            ]
        if row.kind in ("keep", "extend"):
            return [event(row.kind, unit, fired.day, until=until), *closing(until)]
        if row.kind in ("suspend", "notice"):
            return [event(row.kind, unit, fired.day, until=self._window_end(impact, fired))]
        if row.kind == "wording":
            return self._reworded(impact, event("wording", unit, fired.day, ends_part=row.ends_part), part)
        if row.kind == "end" and part:
            return [event("wording", unit, fired.day, whole_unit=False, ends_part=True)]
        return [event("end" if row.kind == "move" else row.kind, unit, fired.day, ends_part=row.ends_part)]

    def _since(self, impact: Impact, row: EffectConsequence) -> Reason | None:
        """The clause that brought the acting clause into force, where no clause names the day of the effect."""
        if row.kind == "start" or impact.effect.start_on is not None or impact.acting == impact.target:
            return None
        if impact.condition_work is not None:
            return self._start_of(impact.condition_work).reason
        for unit in self.chain(impact.acting, impact.effect.within):
            for other in self.upon(impact.acting):
                if other.effect.verb == "commence" and self.node(other)[0] == unit:
                    day = Fired(other.effect.start_on)
                    return self._reason(other, consequences(self.rules)["commence"], day, unit)
        return self._start_of(impact.acting).reason

    def _window_end(self, impact: Impact, fired: Fired) -> dt.date | None:
        """A suspension or a priority holds while the clause that orders it holds."""
        until = impact.effect.end_before
        chain = self.chain(impact.acting, impact.effect.within)
        for other in self.upon(impact.acting):
            if consequences(self.rules)[other.effect.verb].kind != "end" or self.node(other)[0] not in chain:
                continue
            end = self.fired(other).day
            if end is not None and fired.day is not None and fired.day < end and (until is None or end < until):
                until = end
        return until

    def _reworded(self, impact: Impact, change: Event, part: bool) -> list[Event]:
        """A change of wording; where a whole unit was written anew, its old sub-units go and the new ones come."""
        whole = not part and impact.effect.verb == "substitute"
        change = msgspec.structs.replace(change, whole_unit=whole, revives=whole)
        tree, unit = self.tree(impact.target), change.unit
        if not whole or unit is None or tree is None:
            return [change]
        new = rewritten_eids(impact, unit, self.tree(impact.acting), self.rules)
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

    def _reason(self, impact: Impact, row: EffectConsequence, fired: Fired, unit: str | None) -> Reason:
        effect = impact.effect
        target, acting = self.act(impact.target), self.act(impact.acting)
        regime = regime_of(target, fired.day, self.rules)
        return Reason(
            rule=row.id,
            regime=regime.regime if regime else None,
            grade=self._grade(impact, row, target, acting),
            work=impact.acting,
            eid=effect.within,
            quote=self.quote(impact),
            day=fired.day if row.kind != "start" else effect.start_on,
            until=effect.end_before,
            unit=unit,
            exception=effect.exception,
            condition=effect.condition,
        )

    def _grade(self, impact: Impact, row: EffectConsequence, target: Act, acting: Act) -> Grade:
        """The clause's own grade; a candidate where an exception or a condition leaves something to a person."""
        effect = impact.effect
        if row.kind in ("end", "wording"):
            above, below = rank_of(target, self.rules), rank_of(acting, self.rules)
            if above is not None and below is not None and below > above:
                self.tell(impact.target, "acts-on-higher", impact)
                return "candidate"
        if effect.condition and impact.condition_work is None:
            return "candidate"
        if effect.exception and row.kind == "end" and not self._spelled_out(impact):
            return "candidate"
        return effect.grade

    def _spelled_out(self, impact: Impact) -> bool:
        """Whether clauses of their own say what the acting document keeps: then the exception is settled by them.

        Either they keep parts of the work in question, or the exception points at the very clause that keeps something
        ("trừ trường hợp quy định tại khoản 3 Điều này").
        """
        words = fold(impact.effect.exception or "")
        for other in self.facts.made_by(impact.acting):
            if other.effect.verb != "continue" or not other.effect.target.provision:
                continue
            if other.target == impact.target:
                return True
            clause = fold(provision_name(other.effect.within, self.rules))
            here = clause.rpartition(" dieu ")[0] + " dieu nay"
            same_article = other.effect.within.partition("__")[0] == impact.effect.within.partition("__")[0]
            if clause in words or (same_article and here in words):
                return True
        return False

    def state(self, work: str, eid: str | None, day: dt.date) -> str:
        """The state of one unit on one day, as far as clauses say."""
        return state_on(self.chain(work, eid), self.events(work), day)[0]


def _lower(one: Grade, other: Grade) -> Grade:
    order: tuple[Grade, ...] = ("explicit", "derived", "candidate")
    return max(one, other, key=order.index)
