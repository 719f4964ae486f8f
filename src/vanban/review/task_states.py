"""The state of a task on a day: derived from its time limit, its completion and the day, never stored.

The official count has four (Báo cáo 1270/BC-TCTTTg, 2017): done in time or late, open in time or overdue. A task
whose limit no text dates, one that comes back, and one that was called off stand outside it.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, get_args

from vanban.model.errors import UsageError

TaskState = Literal[
    "done-on-time", "done-late", "open-on-time", "open-overdue", "done", "open", "recurring", "cancelled", "rejected"
]
STATES: tuple[TaskState, ...] = get_args(TaskState)
COUNTED: tuple[TaskState, ...] = STATES[:4]


def state_of(due: dt.date | None, done_on: dt.date | None, on: dt.date, *, recurs: bool = False) -> TaskState:
    """The state on the day `on` of a task that must be done before the day `due` (None: no text dates it).

    A completion later than `on` is not known that day. Half-open: on the day `due` itself an open task is overdue.
    """
    done = done_on is not None and done_on <= on
    if due is None:
        return "done" if done else "recurring" if recurs else "open"
    if done and done_on is not None:
        return "done-on-time" if done_on < due else "done-late"
    return "open-on-time" if on < due else "open-overdue"


def known_states(words: Iterable[str]) -> tuple[TaskState, ...]:
    """The states that were typed, "overdue", "not-done", "all-done" as groups. Raises UsageError for others."""
    found: list[TaskState] = []
    for word in words:
        fitting = [state for state in STATES if state == word or (word in _GROUPS and state in _GROUPS[word])]
        if not fitting:
            raise UsageError("no-such-state", words=word, names=", ".join((*STATES, *_GROUPS)))
        found += fitting
    return tuple(dict.fromkeys(found))


# What people ask for most.
_GROUPS: dict[str, tuple[TaskState, ...]] = {
    "overdue": ("open-overdue",),
    "not-done": ("open-on-time", "open-overdue", "open", "recurring"),
    "all-done": ("done-on-time", "done-late", "done"),
}
