"""The marker-line cases: their reader, and what the stages say of each case."""

import datetime as dt

import pytest

from tests.marker_lines import Case, CaseError, Fact, differences, parse_cases, read_cases
from tests.saying import say_effect, say_reference
from vanban import pipeline, references, structure
from vanban.model import Issuer, Source, Text, Work
from vanban.rules import Rules

SAMPLE = """\
# a remark
== hai viện dẫn
Theo khoản 2 Điều 5 và Điều 7.
     ^^^^^^^^^^^^^^    ^^^^^^
1 cites khoản 2 Điều 5
2 cites Điều 7
== chưa trả lời được [open]
Một câu.
"""


def test_marks_quote_the_words_above_them() -> None:
    first, second = parse_cases(SAMPLE)
    assert [first.text[fact.start : fact.end] for fact in first.facts] == ["khoản 2 Điều 5", "Điều 7"]
    assert [fact.says for fact in first.facts] == ["cites khoản 2 Điều 5", "cites Điều 7"]
    assert not first.open and second.open and second.facts == ()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("== x\n^^^\n", "before any text"),
        ("== x\nmột\n^^^^^^\n1 a\n", "beyond its line"),
        ("== x\nmột hai\n^^^\n2 a\n", "not there"),
        ("== x\nmột hai\n^^^ ^^^\n1 a\n", "without a fact"),
    ],
)
def test_a_case_that_is_not_well_formed_is_refused(content: str, complaint: str) -> None:
    with pytest.raises(CaseError, match=complaint):
        list(parse_cases(content))


def test_differences_name_what_is_missing_and_what_is_too_much() -> None:
    case = next(parse_cases(SAMPLE))
    assert differences(case, list(case.facts)) == []
    told = differences(case, [case.facts[0], Fact(0, 4, "cites Điều 9")])
    assert told == ["missing: cites Điều 7    [Điều 7]", "too much: cites Điều 9    [Theo]"]


# A sentence is taken to stand in a decree that it does not name.
_DECREE = Work(
    "", "state", "nghi-dinh", "Nghị định", "999/2030/NĐ-CP", "999/2030/NĐ-CP", "999", 2030,
    Issuer("chinh-phu", "Chính phủ"), dt.date(2030, 1, 1), "Hà Nội", "",
)  # fmt: skip


def _check(case: Case, found: list[Fact]) -> None:
    told = differences(case, found)
    if told and case.open:
        pytest.xfail("open case: " + "; ".join(told))
    assert not told, "\n".join([case.text, *told])


@pytest.mark.parametrize("case", read_cases("references"), ids=lambda case: case.title)
def test_references_of_a_sentence(case: Case, rules: Rules) -> None:
    text = Text(case.text, Source("", "text/plain"))
    provisions, _ = structure.parse(text, _DECREE, rules)
    found, _ = references.find(text, _DECREE, provisions, rules)
    _check(case, [Fact(r.start, r.end, say_reference(r)) for r in found])


@pytest.mark.parametrize("case", read_cases("effects"), ids=lambda case: case.title)
def test_effects_of_a_clause(case: Case, rules: Rules) -> None:
    parsed = pipeline.parse_text(Text(case.text, Source("", "text/plain")), (), rules)
    _check(case, [Fact(e.start, e.end, say_effect(e)) for e in parsed.effects])
