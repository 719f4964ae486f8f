"""Does a detailing document fall with the document that it details? By the regime of the day on which that one ends.

The rule has changed at least four times (table `detailing_rules`), so what it gives is a candidate for a person to
decide: it never changes a state. A clause that keeps the document, or an announcement, settles it.
"""

from functools import cache

from vanban.model import Reason
from vanban.rules import Rules
from vanban.rules.detailing_rule import DetailingRule
from vanban.timeline.event import Event
from vanban.timeline.ledger import Ledger
from vanban.timeline.moment import Events, standing_ends
from vanban.timeline.regimes import regime_of


@cache
def _rules(rules: Rules) -> dict[tuple[str, str], DetailingRule]:
    return {(row.regime, row.level): row for row in rules.detailing_rules}


def parents_of(work: str, ledger: Ledger) -> tuple[str, ...]:
    """The works that this one details, as its own clauses or its title say."""
    made = (impact for impact in ledger.facts.made_by(work) if impact.effect.verb == "detail")
    return tuple(sorted({impact.target for impact in made if impact.target != work}))


def lapse_of(work: str, ledger: Ledger) -> Reason | None:
    """The lapse that the law may draw, where every document that the work details has ended; `day` is its first day.

    None where the regime lets it go on, where a clause or an announcement keeps it, and where it was itself changed
    after that day: its issuer then held that it had not lapsed.
    """
    parents = parents_of(work, ledger)
    ends = [end for end in (_end_of(parent, ledger) for parent in parents) if end is not None]
    if not parents or len(ends) < len(parents):
        return None
    act = ledger.act(work)
    end = max(ends, key=lambda event: (str(event.day), event.order))
    regime = regime_of(act, end.day, ledger.rules)
    if regime is None:
        return None
    row = _rules(ledger.rules).get((regime.regime, regime.level))
    events = ledger.events(work)
    if row is None or row.falls == "no" or _kept(end, events) or _held_alive(end, events):
        return None
    return Reason(row.id, regime.regime, "candidate", end.reason.work, end.reason.eid, end.reason.quote, end.day)


def _end_of(parent: str, ledger: Ledger) -> Event | None:
    """The first whole end of a document that is dated and stands."""
    events = ledger.events(parent)
    last = max((event.day for event in events.get(None, ()) if event.day), default=None)
    if last is None:
        return None
    return next((end for end in standing_ends((None,), events, last) if end.day is not None), None)


def _kept(end: Event, events: Events) -> bool:
    """Whether the act that ended the parent, or a later one, says that the detailing document goes on."""
    return any(
        event.kind in ("keep", "extend")
        and (event.acting == end.acting or (event.made is not None and end.made is not None and event.made >= end.made))
        for event in events.get(None, ())
    )


def _held_alive(end: Event, events: Events) -> bool:
    """Whether a later act still changed the document."""
    return any(
        event.kind in ("wording", "insert", "suspend") and event.made is not None and event.made >= end.day
        for unit in events
        for event in events[unit]
        if end.day is not None
    )
