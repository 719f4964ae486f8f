"""Under which case of the law an end falls: what the reason column of the lists prints (Mẫu 01, note 3)."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from vanban.model import Reason
from vanban.review.registered import Registered
from vanban.rules import Rules
from vanban.rules.end_reason import EndReason
from vanban.rules.review_rows import ReviewCase
from vanban.rules.row import Row
from vanban.timeline.facts import Act
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences
from vanban.timeline.unreviewed import end_case


@cache
def _derived(rules: Rules) -> dict[tuple[str, str], ReviewCase]:
    return {(row.case, row.by): row for row in rules.review_cases}


@cache
def _cases(rules: Rules) -> dict[tuple[str, str], EndReason]:
    return {(row.case, regime): row for row in rules.end_reasons for regime in row.regimes}


def legal_case(document: Registered, reason: Reason, ledger: Ledger) -> EndReason | None:
    """The row of the case, by the law of the day; None where no law that a table knows judges it (a Party document).

    A verb that names no case ("hết hiệu lực") gets the one that follows from who says so (table `review_cases`).
    """
    stated = end_case(reason, ledger.rules)
    if stated is not None or reason.regime is None:
        return stated
    name = case_name(document, reason, ledger)
    return _cases(ledger.rules).get((name, reason.regime))


def case_name(document: Registered, reason: Reason, ledger: Ledger) -> str:
    """The case as the tables name it ("replaced", "repealed", "term" …), of whatever family; "" where none is told."""
    derived = _derivation(document, reason, ledger)
    return _stated(reason, ledger) if derived is None else derived.case_of_law


def case_rows(document: Registered, reason: Reason, ledger: Ledger) -> Iterator[tuple[str, Row]]:
    """The rows that make the case of an end, each with its table: the case of the law, and what it was derived by."""
    case = legal_case(document, reason, ledger)
    if case is not None:
        yield "end_reasons", case
    derived = _derivation(document, reason, ledger)
    if derived is not None:
        yield "review_cases", derived


def _stated(reason: Reason, ledger: Ledger) -> str:
    """The case of the verb; a start ends nothing by itself; a rule on detailing documents lets them lapse."""
    if any(row.id == reason.rule for row in ledger.rules.detailing_rules):
        return "lapsed"
    row = consequences(ledger.rules).get(reason.rule)
    return "" if row is None or row.kind == "start" else row.case


def _derivation(document: Registered, reason: Reason, ledger: Ledger) -> ReviewCase | None:
    return _derived(ledger.rules).get((_stated(reason, ledger), _by(document, ledger.act(reason.work))))


def _by(target: Registered, acting: Act) -> Literal["self", "same", "other"]:
    if target.work == acting.work:
        return "self"
    same_body = target.issuer and target.issuer == acting.issuer
    return "same" if same_body or (target.type and target.type == acting.type) else "other"
