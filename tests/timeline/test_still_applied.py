"""In force and applicable are kept apart: what has ended stays ended, and is told as applied to the cases named."""

import datetime as dt

import msgspec
import pytest

from vanban.model import Effect, Target, Unit
from vanban.rules import Rules
from vanban.timeline import Status, explain, periods, status
from vanban.timeline.facts import Act, Impact
from vanban.timeline.memory import MemoryFacts
from vanban.timeline.naming import Language

SAYS = "Hồ sơ đã nhận thì tiếp tục thực hiện theo Nghị định số 1"
CASES = "Hồ sơ đã nhận"
BEFORE, AFTER = dt.date(2023, 12, 31), dt.date(2024, 7, 2)
ARTICLE = (Unit("article", "7"),)
OLD = Act("A", type="nghi-dinh", type_name="Nghị định", symbol="1/2018/NĐ-CP", date=dt.date(2018, 1, 1),
          start=dt.date(2018, 2, 1))  # fmt: skip
NEW = Act("B", type="nghi-dinh", type_name="Nghị định", symbol="2/2024/NĐ-CP", date=dt.date(2024, 1, 1),
          start=dt.date(2024, 7, 1))  # fmt: skip
END = Effect("end", "art_8", 0, len(SAYS), Target())


def applying(provision: tuple[Unit, ...] = (), until: dt.date | None = None) -> Effect:
    return Effect("apply", "art_9", 0, len(SAYS), Target(provision=provision), end_before=until, condition=CASES)


def facts(*effects: Effect) -> MemoryFacts:
    return MemoryFacts([OLD, NEW], [Impact("B", "A", effect) for effect in effects], contents={"B": SAYS})


def asked(known: MemoryFacts, on: dt.date, rules: Rules, unit: str | None = None) -> Status:
    return status("A", unit, on, known, rules)


def test_what_has_ended_stays_ended_and_is_still_applied(rules: Rules) -> None:
    answer = asked(facts(END, applying()), AFTER, rules)
    assert answer.status == "ended"
    (reason,) = answer.still_applied
    assert (reason.work, reason.eid, reason.condition, reason.quote) == ("B", "art_9", CASES, SAYS)
    assert reason.grade == "explicit"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("vi", "Nghị định số 1/2018/NĐ-CP còn được áp dụng cho “Hồ sơ đã nhận” (Điều 9 Nghị định số 2/2024/NĐ-CP)."),
        (
            "en",
            "Nghị định số 1/2018/NĐ-CP is still applied to “Hồ sơ đã nhận” (Article 9 of Nghị định số 2/2024/NĐ-CP).",
        ),
    ],
)
def test_the_answer_says_so(language: Language, sentence: str, rules: Rules) -> None:
    known = facts(END, applying())
    assert sentence in explain(asked(known, AFTER, rules), known, rules, language)


def test_nothing_is_told_before_the_clause_or_of_what_is_in_force(rules: Rules) -> None:
    assert asked(facts(END, applying()), BEFORE, rules).still_applied == ()
    assert asked(facts(applying()), AFTER, rules).still_applied == ()


def test_a_last_day_ends_it(rules: Rules) -> None:
    known = facts(END, applying(until=dt.date(2026, 1, 1)))
    told = asked(known, dt.date(2025, 12, 31), rules)
    assert [reason.until for reason in told.still_applied] == [dt.date(2026, 1, 1)]
    assert any("còn được áp dụng đến trước 1-1-2026 cho" in words for words in explain(told, known, rules))
    assert asked(known, dt.date(2026, 1, 1), rules).still_applied == ()


@pytest.mark.parametrize(("unit", "count"), [(None, 1), ("art_7", 1), ("art_7__clause_2", 1), ("art_8", 0)])
def test_a_part_is_told_for_the_part_and_for_the_whole(unit: str | None, count: int, rules: Rules) -> None:
    answer = asked(facts(END, applying(ARTICLE)), AFTER, rules, unit)
    assert (answer.status, len(answer.still_applied)) == ("ended", count)


def test_force_is_the_same_with_and_without_it(rules: Rules) -> None:
    known, without = facts(END, applying()), facts(END)
    assert periods("A", known, rules) == periods("A", without, rules)
    one, other = (
        msgspec.structs.replace(asked(each, AFTER, rules), still_applied=(), unreviewed=()) for each in (known, without)
    )
    assert one == other
