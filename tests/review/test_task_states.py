"""The official states are derived from time limit, completion and day (Quyết định 42/2014/QĐ-TTg)."""

import datetime as dt

import pytest

from vanban.model import Deadline
from vanban.review.occurrences import occurrence
from vanban.review.task_states import known_states, state_of


def day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None


@pytest.mark.parametrize(
    ("due", "done", "on", "state"),
    [
        ("2026-10-01", None, "2026-09-30", "open-on-time"),  # the last day itself
        ("2026-10-01", None, "2026-10-01", "open-overdue"),
        ("2026-10-01", "2026-09-30", "2026-12-01", "done-on-time"),
        ("2026-10-01", "2026-10-01", "2026-12-01", "done-late"),
        ("2026-10-01", "2026-09-30", "2026-09-29", "open-on-time"),  # not known yet on that day
        ("2026-10-01", "2026-11-05", "2026-10-20", "open-overdue"),
        (None, None, "2026-10-20", "open"),
        (None, "2026-10-01", "2026-10-20", "done"),
    ],
)
def test_state_of_a_day(due: str | None, done: str | None, on: str, state: str) -> None:
    assert state_of(day(due), day(done), dt.date.fromisoformat(on)) == state


@pytest.mark.parametrize(
    ("limit", "on", "start", "end"),
    [
        (Deadline("", recurs="daily"), "2026-02-28", "2026-02-28", "2026-03-01"),
        (Deadline("", recurs="weekly"), "2026-11-22", "2026-11-16", "2026-11-23"),  # a Sunday
        (Deadline("", recurs="monthly"), "2026-12-05", "2026-12-01", "2027-01-01"),
        (Deadline("", recurs="monthly", by_day=14), "2026-12-14", "2026-11-15", "2026-12-15"),
        (Deadline("", recurs="monthly", by_day=14), "2026-12-15", "2026-12-15", "2027-01-15"),
        (Deadline("", recurs="monthly", by_day=31), "2026-02-10", "2026-02-01", "2026-03-01"),
        (Deadline("", recurs="quarterly"), "2026-05-05", "2026-04-01", "2026-07-01"),
        (Deadline("", recurs="quarterly", by_day=14, by_month=3), "2026-05-05", "2026-03-15", "2026-06-15"),
        (Deadline("", recurs="half-yearly"), "2026-07-01", "2026-07-01", "2027-01-01"),
        (Deadline("", recurs="yearly", by_day=19, by_month=12), "2026-12-20", "2026-12-20", "2027-12-20"),
    ],
)
def test_the_running_turn(limit: Deadline, on: str, start: str, end: str) -> None:
    turn = occurrence(limit, dt.date.fromisoformat(on))
    assert turn is not None and tuple(map(str, turn)) == (start, end)


def test_turns_tile_the_calendar() -> None:
    for limit in (
        Deadline("", recurs="monthly", by_day=30),
        Deadline("", recurs="quarterly", by_day=20, by_month=1),
        Deadline("", recurs="half-yearly", by_day=15),
        Deadline("", recurs="yearly", by_day=29, by_month=2),
    ):
        on = dt.date(2023, 1, 1)
        while on < dt.date(2029, 1, 1):
            turn = occurrence(limit, on)
            assert turn is not None and turn[0] <= on < turn[1], (limit, on)
            following = occurrence(limit, turn[1])
            assert following is not None and following[0] == turn[1], (limit, on)
            on = turn[1]


def test_what_comes_back_by_no_calendar_has_no_turn() -> None:
    assert occurrence(Deadline("Thường xuyên", recurs="continuous"), dt.date(2026, 1, 1)) is None


def test_groups_of_states() -> None:
    assert known_states(["not-done", "open"]) == ("open-on-time", "open-overdue", "open", "recurring")
