"""What is at odds in the force of a work is told, and resolved only as the law says."""

import datetime as dt
from typing import Any

import pytest

from tests.timeline.scenario import build
from vanban.exports.messages import message
from vanban.rules import Rules
from vanban.timeline import check, status


def codes(documents: dict[str, Any], rules: Rules, work: str = "A") -> list[str]:
    scenario = build("made here", {"documents": documents, "questions": []}, rules)
    return [finding.code for finding in check(work, scenario.facts, rules)]


def act(made: str, start: str, *clauses: dict[str, Any], **more: Any) -> dict[str, Any]:
    days = {"made": dt.date.fromisoformat(made), "from": dt.date.fromisoformat(start)}
    return {
        "type": "nghi-dinh",
        "symbol": "901/2020/NĐ-CP",
        "issuer": "chinh-phu",
        "normative": True,
        **days,
        "clauses": clauses,
        **more,
    }


def clause(does: str, to: str, unit: str = "Điều 9", **more: Any) -> dict[str, Any]:
    return {"in": unit, "does": does, "to": to, "says": f"{does} {to}", **more}


def test_a_sound_document_has_no_findings(rules: Rules) -> None:
    assert codes({"A": act("2020-01-01", "2020-02-15")}, rules) == []


@pytest.mark.parametrize(
    ("made", "start", "more", "found"),
    [
        ("2020-01-01", "2020-02-14", {}, ["start-too-early"]),
        ("2020-01-01", "2020-01-10", {"symbol": "9/2020/QĐ-UBND", "type": "quyet-dinh", "issuer": "uy-ban-nhan-dan-tinh-x"}, ["start-too-early"]),
        ("2020-01-01", "2020-01-11", {"symbol": "9/2020/QĐ-UBND", "type": "quyet-dinh", "issuer": "uy-ban-nhan-dan-tinh-x"}, []),
        ("2020-01-01", "2020-01-08", {"symbol": "9/2020/QĐ-UBND", "type": "quyet-dinh", "issuer": "uy-ban-nhan-dan-huyen-x"}, []),
        ("1995-01-01", "1995-01-02", {}, []),
        ("2020-01-01", "2020-01-01", {"family": "party", "symbol": "9-QĐ/TU"}, []),
        ("2020-03-01", "2020-01-01", {}, ["start-before-made"]),
        ("2020-01-01", "2020-01-02", {"normative": None}, []),
    ],
)  # fmt: skip
def test_the_days_before_the_start(made: str, start: str, more: dict[str, Any], found: list[str], rules: Rules) -> None:
    assert codes({"A": act(made, start, **more)}, rules) == found


def test_two_documents_end_a_third_on_different_days(rules: Rules) -> None:
    documents = {
        "A": act("2010-01-01", "2010-03-01"),
        "B": act("2017-01-01", "2017-03-01", clause("replace-work", "A")),
        "C": act("2018-01-01", "2018-03-01", clause("repeal-work", "A")),
    }
    assert codes(documents, rules) == ["acts-on-ended", "conflict-of-ends"]
    facts = build("x", {"documents": documents, "questions": []}, rules).facts
    assert status("A", None, dt.date(2017, 3, 1), facts, rules).status == "ended"


def test_a_higher_document_prevails(rules: Rules) -> None:
    documents = {
        "A": act("2010-01-01", "2010-03-01", type="thong-tu", issuer="bo-tai-chinh"),
        "B": act("2017-01-01", "2017-06-01", clause("end", "A"), type="thong-tu", issuer="bo-tai-chinh"),
        "C": act("2017-02-01", "2017-04-01", clause("end", "A", **{"from": dt.date(2018, 1, 1)})),
    }
    facts = build("x", {"documents": documents, "questions": []}, rules).facts
    assert status("A", None, dt.date(2017, 7, 1), facts, rules).status == "in-force"
    assert status("A", None, dt.date(2018, 1, 1), facts, rules).status == "ended"
    told = next(each for each in check("A", facts, rules) if each.code == "conflict-of-ends")
    assert "Luật 80/2015/QH13, Điều 156" in told.details["resolution"]
    assert told.details["resolution_en"].startswith("the document of higher legal force applies")
    assert "hiệu lực pháp lý cao hơn" not in message(told, rules, "en") and "Điều 156" in message(told, rules, "en")


def test_a_lower_document_cannot_end_a_higher_one(rules: Rules) -> None:
    documents = {
        "A": act("2016-01-01", "2016-03-01"),
        "B": act("2017-01-01", "2017-03-01", clause("repeal-work", "A"), type="thong-tu", issuer="bo-tai-chinh"),
    }
    assert "acts-on-higher" in codes(documents, rules)
    facts = build("x", {"documents": documents, "questions": []}, rules).facts
    assert status("A", None, dt.date(2018, 1, 1), facts, rules).grade == "candidate"


def test_effects_upon_units_that_are_not_there(rules: Rules) -> None:
    documents = {
        "A": act("2016-01-01", "2016-03-01", units=["Điều 1", "Điều 2"]),
        "B": act("2017-01-01", "2017-03-01", clause("repeal", "A, Điều 7"), clause("repeal", "A, Điều 2")),
        "C": act("2018-01-01", "2018-03-01", clause("substitute", "A, Điều 2")),
    }
    assert codes(documents, rules) == ["acts-on-absent", "acts-on-ended"]


def test_clauses_that_end_each_other_on_one_day(rules: Rules) -> None:
    documents = {
        "A": act("2016-01-01", "2017-03-01", clause("repeal", "B, Điều 9")),
        "B": act("2016-01-01", "2017-03-01", clause("repeal", "A, Điều 9")),
    }
    assert "effect-cycle" in codes(documents, rules)
