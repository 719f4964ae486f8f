"""What starts, ends or changes in a window."""

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.scenario import scenarios
from tests.timeline.worlds import days, facts, worlds
from vanban.rules import Rules, load
from vanban.timeline import changes, status
from vanban.timeline.facts import Act, Impact
from vanban.timeline.touched import touched


def told(name: str, start: str, end: str, rules: Rules) -> list[tuple[str, str, str | None, str]]:
    scenario = next(each for each in scenarios(rules) if name in each.name)
    window = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    found = changes(*window, scenario.facts.works(), scenario.facts, rules)
    return [(change.day.isoformat(), change.work, change.provision, change.kind) for change in found]


def test_an_old_law_ends_and_kept_articles_end_later(rules: Rules) -> None:
    assert told("some articles are kept for a while", "2025-01-01", "2026-01-01", rules) == [
        ("2025-01-01", "A", None, "ends"),
        ("2025-01-01", "B", None, "starts"),
        ("2025-07-01", "A", "art_17", "ends"),
        ("2025-07-01", "A", "art_52__cl_1", "ends"),
    ]


def test_the_window_is_half_open(rules: Rules) -> None:
    assert told("the day of passing is the day of effect", "2025-12-31", "2026-01-01", rules)
    assert not told("the day of passing is the day of effect", "2025-12-01", "2025-12-31", rules)


def test_a_suspension_and_the_day_after(rules: Rules) -> None:
    assert told("one clause suspended", "2026-01-01", "2028-01-01", rules) == [
        ("2026-05-01", "A", "art_10__cl_2", "suspended"),
        ("2026-05-01", "B", None, "starts"),
        ("2027-03-01", "A", "art_10__cl_2", "resumes"),
    ]


def test_a_candidate_is_told_as_such(rules: Rules) -> None:
    assert ("2019-07-01", "D", None, "may-lapse") in told("R4, yes (Điều 154", "2019-01-01", "2020-01-01", rules)


@given(worlds(), days, st.integers(1, 900))
def test_between_two_days_a_state_differs_only_with_a_change(
    world: tuple[list[Act], list[Impact]], start: dt.date, length: int
) -> None:
    known, end = facts(*world), start + dt.timedelta(days=length)
    found = {change.work for change in changes(start + dt.timedelta(days=1), end + dt.timedelta(days=1),
                                               known.works(), known, load())}  # fmt: skip
    edges = [(each.acting, each.target, each.effect.verb, msgspec.msgpack.encode(each.effect)) for each in world[1]]
    narrowed = touched(start + dt.timedelta(days=1), end + dt.timedelta(days=1), world[0], edges)
    assert found <= set(narrowed)
    for act in world[0]:
        before, after = (status(act.work, None, day, known, load()).status for day in (start, end))
        if {before, after} <= {"in-force", "ended"} and before != after:
            assert act.work in found
