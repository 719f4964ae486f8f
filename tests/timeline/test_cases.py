"""Starts, ends and what falls with its parent, each a case that a lawyer can read."""

from typing import Any

import pytest

from tests.timeline.scenario import Scenario, eid, scenarios, split
from vanban.rules import Rules, load
from vanban.timeline import status
from vanban.timeline.naming import provision_name

ALL = [(scenario, question) for scenario in scenarios(load()) for question in scenario.questions]


@pytest.mark.parametrize(
    ("scenario", "question"), ALL, ids=lambda value: value.name if isinstance(value, Scenario) else f"{value['ask']} {value['day']}"
)  # fmt: skip
def test_the_answer_is_the_lawyers(scenario: Scenario, question: dict[str, Any], rules: Rules) -> None:
    work, unit = split(question["ask"])
    answer = status(work, eid(unit, rules), question["day"], scenario.facts, rules)
    assert answer.status == question["is"], answer
    if "from" in question:
        assert answer.start_on == question["from"]
    if "to" in question:
        assert answer.end_before == question["to"]
    if "grade" in question:
        assert answer.grade == question["grade"]
    if "because" in question:
        acting, clause = split(question["because"])
        assert (acting, clause) in [
            (reason.work, provision_name(reason.eid, rules) if reason.eid else None) for reason in answer.reasons
        ]
    if "regime" in question:
        assert question["regime"] in [reason.regime for reason in (*answer.reasons, *answer.candidates)]
    if "candidate" in question:
        assert [reason.rule for reason in answer.candidates] == question["candidate"]
    if "part" in question:
        shown = {provision_name(part.eid, rules): part.status for part in answer.parts}
        assert shown == question["part"]
    if "notice" in question:
        assert [reason.rule for reason in answer.notices] == question["notice"]
    if "finding" in question:
        assert question["finding"] in [finding.code for finding in answer.findings]
    if "quotes" in question:
        assert question["quotes"] in [reason.quote for reason in answer.reasons]
