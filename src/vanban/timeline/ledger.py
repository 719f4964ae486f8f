"""What every effect upon a work came to: whether and when it took place, worked out once for one question.

An effect takes place on the day that its clause says, or else on the first day in force of the clause; not at all where
the clause had ended by then (an amending act may itself be repealed before it starts). So the force of an effect rests
on the force of another clause, and so on. The chain always goes back in time; only two clauses that end each other on
one day could go round for ever, and there the circle is cut and told as a finding.
"""

import datetime as dt
from collections import defaultdict

from vanban.model import Finding, Provision, Reason
from vanban.rules import Rules
from vanban.rules.effect_consequence import EffectConsequence
from vanban.structure import Tree
from vanban.timeline.addressing import target_eid
from vanban.timeline.book import Fired
from vanban.timeline.conflicts import conflicts_of, settled
from vanban.timeline.event import Event
from vanban.timeline.facts import Act, Facts, Impact
from vanban.timeline.making import consequences, events_of
from vanban.timeline.moment import Chain, standing_ends, suspension_on
from vanban.timeline.regimes import regime_of

_Key = tuple[str, str, str, int, str, str]
_STOPS = ("end", "suspend", "keep", "extend")


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
        self._raw: dict[str, dict[str | None, tuple[Event, ...]]] = {}
        self._starts: dict[str, Event] = {}
        self._commencing: dict[str, list[tuple[str | None, Impact]]] = {}
        self._stopped: dict[str, list[tuple[Impact, EffectConsequence, str | None, dt.date | None]]] = {}
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
        clause = self.commencing(work, eid)
        return self.act(work).start if clause is None else clause.effect.start_on

    def commencing(self, work: str, eid: str | None) -> Impact | None:
        """The clause that gives a unit a day of its own; None: the day is the work's. A later act counts first."""
        clauses = self._commencements(work)
        if not clauses:
            return None
        for unit in self.chain(work, eid):
            said = [impact for node, impact in clauses if node == unit]
            if said:
                # As in `moment.start_of`: of two clauses the one of the later act counts.
                return max(said, key=self._lateness)
        return None

    def _lateness(self, impact: Impact) -> tuple[str, str, tuple[str, str, int, str, str]]:
        return (str(self.act(impact.acting).date or ""), str(impact.effect.start_on or "~"), _order(impact))

    def _commencements(self, work: str) -> list[tuple[str | None, Impact]]:
        if work not in self._commencing:
            self._commencing[work] = [
                (self.node(impact)[0], impact) for impact in self.upon(work) if impact.effect.verb == "commence"
            ]
        return self._commencing[work]

    def node(self, impact: Impact) -> tuple[str | None, bool]:
        """The unit that an effect lands on, and whether only a part of its words is meant."""
        if not impact.effect.target.provision and impact.effect.target.eid is None:
            return None, False
        return target_eid(impact, self.tree(impact.target), self.rules)

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
        if not any(nominal is not None and nominal <= day for *_, nominal in self._stopping(impact.acting)):
            return Fired(day)
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
        for impact, row, unit, nominal in self._stopping(work):
            if unit not in chain or nominal is None or nominal > day or impact is asking:
                continue
            if impact.acting == work and asking.target == work:
                continue
            fired = self.fired(impact)
            if not fired.void and fired.day is not None:
                for event in events_of(self, impact, row, fired):
                    found[event.unit].append(event)
        return found

    def _stopping(self, work: str) -> list[tuple[Impact, EffectConsequence, str | None, dt.date | None]]:
        """The effects that can end, keep or suspend units of a work, with the unit and the day that they name."""
        if work not in self._stopped:
            rows = ((impact, consequences(self.rules)[impact.effect.verb]) for impact in self.upon(work))
            self._stopped[work] = [
                (impact, row, self.node(impact)[0], self.nominal(impact)) for impact, row in rows if row.kind in _STOPS
            ]
        return self._stopped[work]

    def ends_upon(self, work: str, chain: Chain) -> list[Impact]:
        """The effects that can end one of these units of a work."""
        return [impact for impact, row, unit, _ in self._stopping(work) if row.kind == "end" and unit in chain]

    def events(self, work: str) -> dict[str | None, tuple[Event, ...]]:
        """Every event upon the work and its units, by unit, in a fixed order; ends that a rule sets aside left out."""
        if work not in self._events:
            self._events[work] = {unit: self._settled(work, here) for unit, here in self.raw_events(work).items()}
        return self._events[work]

    def _settled(self, work: str, here: tuple[Event, ...]) -> tuple[Event, ...]:
        if len(here) < 2:
            return here
        acts = {event.acting: self.act(event.acting) for event in here}
        at_odds = conflicts_of(here, self.act(work), acts, self.rules)
        return tuple(settled(here, at_odds)) if at_odds else here

    def raw_events(self, work: str) -> dict[str | None, tuple[Event, ...]]:
        """Every event upon the work and its units, contradicting ones included."""
        if work not in self._raw:
            found: dict[str | None, list[Event]] = defaultdict(list)
            found[None].append(self.start_of(work))
            for impact in self.upon(work):
                for event in self._came_of(impact):
                    found[event.unit].append(event)
            self._raw[work] = {unit: tuple(sorted(here, key=lambda event: event.order)) for unit, here in found.items()}
        return self._raw[work]

    def events_on(self, work: str, unit: str | None, impacts: list[Impact]) -> tuple[Event, ...]:
        """The events upon one unit, from the effects that land on it."""
        found = [self.start_of(work)] if unit is None else []
        found += [event for impact in impacts for event in self._came_of(impact) if event.unit == unit]
        return self._settled(work, tuple(sorted(found, key=lambda event: event.order)))

    def _came_of(self, impact: Impact) -> list[Event]:
        row = consequences(self.rules)[impact.effect.verb]
        if row.kind == "none":
            return []
        fired = self.fired(impact)
        return [] if fired.void else events_of(self, impact, row, fired)

    def start_of(self, work: str) -> Event:
        """The start of the work as its own text says it."""
        if work not in self._starts:
            self._starts[work] = self._own_start(work)
        return self._starts[work]

    def expression_of(self, work: str) -> str | None:
        """The act whose words a consolidated text gives: the first that its head names. None for every other work.

        Pháp lệnh 01/2012/UBTVQH13, Điều 12: the base act stands first, the amending ones after it.
        """
        if self.act(work).type != "van-ban-hop-nhat":
            return None
        base = self._base_line(work)
        return None if base is None else base.target

    def _base_line(self, work: str) -> Impact | None:
        named = [impact for impact in self.facts.made_by(work) if impact.effect.verb == "consolidate"]
        return min(named, key=lambda impact: impact.effect.start, default=None)

    def _own_start(self, work: str) -> Event:
        base = self._base_line(work) if self.expression_of(work) else None
        if base is not None:
            reason = Reason("expression-of-base", None, "candidate", work, base.effect.within, self.quote(base))
            return Event("start", None, None, reason, self.act(work).date, acting=work)
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
