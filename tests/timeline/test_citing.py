"""Citations that point at nothing are told at their words; sound ones, and those that act, are left alone."""

import datetime as dt
from typing import Any

import pytest

from tests.timeline.scenario import build
from vanban.model import Role
from vanban.rules import Rules
from vanban.timeline.citing import Citation, check_citation
from vanban.timeline.ledger import Ledger
from vanban.timeline.naming import parse_provision

DOCUMENTS: dict[str, Any] = {
    "A": {"made": dt.date(2016, 1, 1), "from": dt.date(2016, 3, 1), "units": ["khoản 1 Điều 1", "Điều 2", "Điều 3"]},
    "B": {
        "made": dt.date(2018, 1, 1),
        "from": dt.date(2018, 3, 1),
        "clauses": [
            {"in": "Điều 1", "does": "repeal", "to": "A, Điều 2", "says": "Bãi bỏ Điều 2"},
            {"in": "Điều 2", "does": "insert", "to": "A, Điều 3a", "says": "Bổ sung Điều 3a"},
        ],
    },
    "early": {"made": dt.date(2017, 1, 1), "from": dt.date(2017, 1, 1)},
    "late": {"made": dt.date(2019, 1, 1), "from": dt.date(2019, 1, 1)},
}


def code(rules: Rules, citing: str, unit: str | None, role: Role = "cites", cited: str | None = "A") -> str | None:
    facts = build("made here", {"documents": DOCUMENTS, "questions": []}, rules).facts
    path = parse_provision(unit, rules) if unit else ()
    found = check_citation(Citation(citing, 5, 9, role, "901/2016/NĐ-CP", path, cited), Ledger(facts, rules), rules)
    assert found is None or (found.start, found.end) == (5, 9)
    return found.code if found else None


@pytest.mark.parametrize(
    ("citing", "unit", "told"),
    [
        ("late", None, None),
        ("late", "khoản 1 Điều 1", None),
        ("late", "khoản 4 Điều 1", "provision-unknown"),
        ("late", "Điều 25", "provision-unknown"),
        ("late", "Điều 3a", None),
        ("late", "khoản 2 Điều 3a", None),
        ("late", "Điều 2", "reference-ended"),
        ("early", "Điều 2", None),
        ("B", "Điều 2", None),
        ("late", "Mẫu số 7", None),
    ],
)
def test_where_a_citation_points(citing: str, unit: str | None, told: str | None, rules: Rules) -> None:
    assert code(rules, citing, unit) == told


def test_what_is_not_here_is_a_hint(rules: Rules) -> None:
    assert code(rules, "late", "Điều 2", cited=None) == "reference-unknown"
    assert next(row.severity for row in rules.findings if row.id == "reference-unknown") == "info"


@pytest.mark.parametrize("role", ["amends", "history", "self", "succession"])
def test_other_roles_are_left_alone(role: Role, rules: Rules) -> None:
    assert code(rules, "late", "Điều 25", role) is None
