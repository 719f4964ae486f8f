"""Which rows of the tables an answer rests on that no jurist has confirmed yet."""

from collections.abc import Iterable, Iterator

from vanban.model import Reason
from vanban.rules import Rules
from vanban.rules.end_reason import EndReason
from vanban.rules.row import Row
from vanban.timeline.facts import Act
from vanban.timeline.making import consequences
from vanban.timeline.regimes import regime_of


def end_case(reason: Reason, rules: Rules) -> EndReason | None:
    """The row of the legal case under which an end or a change falls, by the law of the day."""
    row = consequences(rules).get(reason.rule)
    if row is None or not row.case or reason.regime is None:
        return None
    return next((each for each in rules.end_reasons if each.case == row.case and reason.regime in each.regimes), None)


def unreviewed(reasons: Iterable[Reason], act: Act, rules: Rules) -> tuple[str, ...]:
    """The rows behind the reasons of an answer about `act` with `reviewed: null`, as "table/row", sorted."""
    used = {(table, row.id) for reason in reasons for table, row in _rows(reason, act, rules) if row.reviewed is None}
    return tuple(sorted(f"{table}/{name}" for table, name in used))


def _rows(reason: Reason, act: Act, rules: Rules) -> Iterator[tuple[str, Row]]:
    consequence = consequences(rules).get(reason.rule)
    if consequence is not None:
        yield "effect_consequences", consequence
    for table, rows in (
        ("commencement_phrases", rules.commencement_phrases),
        ("detailing_rules", rules.detailing_rules),
    ):
        yield from ((table, row) for row in rows if row.id == reason.rule)
    case = end_case(reason, rules)
    if case is not None:
        yield "end_reasons", case
    regime = regime_of(act, reason.day, rules) if case is not None else None
    if regime is not None and regime.regime == reason.regime:
        yield "validity_regimes", regime
