"""What is at odds in the force of a work: findings, never answers."""

import datetime as dt

from vanban.model import Finding
from vanban.rules import Rules
from vanban.rules.conflict_rule import ConflictRule
from vanban.timeline.conflicts import conflicts_of
from vanban.timeline.event import Event
from vanban.timeline.facts import Act, Facts
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences
from vanban.timeline.moment import Events, standing_ends
from vanban.timeline.naming import provision_name
from vanban.timeline.regimes import reach, regime_of

_CHANGES = ("wording", "end", "suspend", "move")


def check(work: str, facts: Facts, rules: Rules) -> tuple[Finding, ...]:
    """Every finding about the force of `work`, sorted.

    Its start against the law of the day, effects upon units that it does not have or that had ended, effects across
    State and Party or upon a higher document, clauses that end each other, and ends on different days.
    """
    return check_in(work, Ledger(facts, rules))


def check_in(work: str, ledger: Ledger) -> tuple[Finding, ...]:
    """The same from a ledger that other questions share."""
    rules, events = ledger.rules, ledger.events(work)
    _absent_units(work, ledger)
    found = [
        *ledger.findings_of(work),
        *start_findings(ledger.act(work), rules),
        *_conflicts(work, ledger, rules),
        *_acts_on_ended(work, events, ledger, rules),
    ]
    return tuple(sorted(set_of(found), key=lambda each: (each.code, sorted(each.details.items()))))


def set_of(findings: list[Finding]) -> list[Finding]:
    """The findings, each once."""
    return list({(each.code, tuple(sorted(each.details.items()))): each for each in findings}.values())


def finding(code: str, rules: Rules, **details: str) -> Finding:
    """A finding with the severity that its row has. Raises StopIteration for a code without a row."""
    severity = next(row.severity for row in rules.findings if row.id == code)
    return Finding(code, severity, details=details)


def start_findings(act: Act, rules: Rules) -> list[Finding]:
    """The days between making and start: 45, 10 or 7 by the regime. A check, never a default."""
    if act.start is None or act.date is None:
        return []
    if act.start < act.date:
        told = finding(
            "start-before-made", rules, work=act.work, start=act.start.isoformat(), made=act.date.isoformat()
        )
        return [told]
    least = least_notice(act, rules)
    days = (act.start - act.date).days
    if least is None or days >= least[0]:
        return []
    told = finding("start-too-early", rules, work=act.work, days=str(days), least=str(least[0]), basis=least[1])
    return [told]


def least_notice(act: Act, rules: Rules) -> tuple[int, str] | None:
    """How many days must lie between making and start, and by which article; None where no regime here says."""
    regime = regime_of(act, act.date, rules) if act.date is not None and act.normative else None
    if regime is None:
        return None
    below = reach(act.issuer, act.symbol, rules) == "below"
    least = regime.notice_days_below if below else regime.notice_days
    return None if least is None else (least, regime.notice_basis or "")


def _absent_units(work: str, ledger: Ledger) -> None:
    """Effects upon units that the work, whole as it is here, never had."""
    tree, act = ledger.tree(work), ledger.act(work)
    if tree is None or not act.complete:
        return
    made = {unit for unit, events in ledger.events(work).items() if any(event.kind == "insert" for event in events)}
    for impact in ledger.upon(work):
        row = consequences(ledger.rules)[impact.effect.verb]
        unit = ledger.node(impact)[0]
        if row.kind in ("insert", "none") or unit is None or unit in tree:
            continue
        if not any(holder in made for holder in ledger.chain(work, unit)):
            ledger.tell(work, "acts-on-absent", impact, unit=provision_name(unit, ledger.rules))


def _acts_on_ended(work: str, events: Events, ledger: Ledger, rules: Rules) -> list[Finding]:
    """Changes of a unit that had ended before."""
    found = []
    for unit, here in events.items():
        for event in here:
            if event.kind not in _CHANGES or event.day is None or event.acting == work:
                continue
            end = _ended_before(work, unit, event, events, ledger)
            if end is not None and end.day is not None:
                found.append(
                    finding(
                        "acts-on-ended",
                        rules,
                        work=work,
                        acting=event.acting,
                        quote=event.reason.quote,
                        unit=provision_name(unit, rules),
                        day=event.day.isoformat(),
                        ended=end.day.isoformat(),
                    )
                )
    return found


def _ended_before(work: str, unit: str | None, event: Event, events: Events, ledger: Ledger) -> Event | None:
    eve = event.day - dt.timedelta(days=1) if event.day is not None else dt.date.min
    ends = standing_ends(ledger.chain(work, unit), events, eve)
    return next((end for end in ends if end.day is not None and end.day <= eve), None)


def _conflicts(work: str, ledger: Ledger, rules: Rules) -> list[Finding]:
    found = []
    for unit, here in ledger.raw_events(work).items():
        acts = {event.acting: ledger.act(event.acting) for event in here}
        for conflict in conflicts_of(here, ledger.act(work), acts, rules):
            first, second, rule = conflict.first, conflict.second, conflict.rule
            says = _resolution(rule, rules)
            found.append(
                finding(
                    "conflict-of-ends",
                    rules,
                    work=work,
                    unit=provision_name(unit, rules),
                    first_day=str(first.day),
                    first_act=first.acting,
                    first_quote=first.reason.quote,
                    second_day=str(second.day),
                    second_act=second.acting,
                    second_quote=second.reason.quote,
                    resolution=says[0],
                    resolution_en=says[1],
                )
            )
    return found


def _resolution(rule: ConflictRule | None, rules: Rules) -> tuple[str, str]:
    """Which of two ends counts, in both languages: by the article that settles it, else the earlier one."""
    if rule is not None:
        return f"{rule.vi} ({rule.basis})", f"{rule.en} ({rule.basis})"
    earlier = next(row for row in rules.screen if row.id == "check.earlier-end")
    return earlier.vi, earlier.en
