"""Two clauses, two days for the end of one unit: always told, and resolved only as the law says.

Higher before lower; of one body, the later document, where it moves an end that the document set to itself (Luật
17/2008/QH12, Điều 83; Luật 80/2015/QH13, Điều 156; Luật 64/2025/QH15, Điều 58). Where two documents each end a third,
the first end stands: what has ended cannot end again.
"""

import datetime as dt
from collections.abc import Sequence

import msgspec

from vanban.rules import Rules
from vanban.rules.conflict_rule import ConflictRule
from vanban.timeline.event import Event
from vanban.timeline.facts import Act
from vanban.timeline.regimes import rank_of, regime_of


class Conflict(msgspec.Struct, frozen=True):
    """`first` and `second` end one unit on different days; `rule` lets the second prevail (None: the first stands)."""

    first: Event
    second: Event
    rule: ConflictRule | None


def conflicts_of(here: Sequence[Event], target: Act, acts: dict[str, Act], rules: Rules) -> list[Conflict]:
    """The conflicts among the ends of one unit. Clauses of one act, and clauses that keep a unit, are not at odds."""
    ends = sorted(
        (event for event in here if event.kind == "end" and event.day is not None and event.reason.rule != "continue"),
        key=lambda event: event.order,
    )
    return [
        Conflict(first, second, _rule(first, second, target, acts, rules))
        for at, first in enumerate(ends)
        for second in ends[at + 1 :]
        if first.day != second.day and first.acting != second.acting
    ]


def _rule(first: Event, second: Event, target: Act, acts: dict[str, Act], rules: Rules) -> ConflictRule | None:
    """The rule by which the later end prevails; it must have been set before the earlier day had come."""
    made, day = second.made, first.day
    if made is None or day is None or made >= day:
        return None
    regime = regime_of(target, day, rules)
    if regime is None:
        return None
    one, other = acts[first.acting], acts[second.acting]
    above, below = rank_of(other, rules), rank_of(one, rules)
    kind = None
    if above is not None and below is not None and above < below:
        kind = "higher"
    elif first.acting == target.work and one.issuer and one.issuer == other.issuer and _later(first.made, made):
        kind = "later"
    return next((row for row in rules.conflict_rules if row.kind == kind and regime.regime in row.regimes), None)


def _later(one: dt.date | None, other: dt.date) -> bool:
    return one is not None and one < other


def settled(here: Sequence[Event], found: Sequence[Conflict]) -> list[Event]:
    """The events without the ends that a rule sets aside."""
    aside = {id(conflict.first.reason) for conflict in found if conflict.rule is not None}
    return [event for event in here if not (event.kind == "end" and id(event.reason) in aside)]
