"""Tasks as lines for a person and as a calendar of what is due."""

import datetime as dt
from collections.abc import Iterable, Iterator

from vanban.exports import icalendar
from vanban.exports.messages import Language, label
from vanban.model import Deadline
from vanban.review.following import FollowedTask
from vanban.rules import Rules
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import provision_name

_WORDS = 160
COLUMNS = ("due", "state", "lead", "join", "duty", "limit", "document", "where", "id")


def task_rows(tasks: Iterable[FollowedTask], rules: Rules, language: Language) -> Iterator[tuple[str, ...]]:
    """Rows for a person, in the order of COLUMNS."""
    for task in tasks:
        duty = task.duty if len(task.duty) <= _WORDS else task.duty[: _WORDS - 1] + "…"
        yield (
            day_in_words(task.due, language) if task.due else "",
            label("task-state", task.state, rules, language),
            "; ".join(task.lead),
            "; ".join(task.join),
            duty,
            limit_words(task.deadline, rules, language),
            task.symbol or task.title,
            provision_name(task.eid, rules, language),
            task.id,
        )


def limit_words(limit: Deadline | None, rules: Rules, language: Language) -> str:
    """The time limit as printed; where the words do not say how often it comes back, that too."""
    return "" if limit is None else limit.text or label("recurs", limit.recurs or "", rules, language)


_EVERY = {
    "daily": "FREQ=DAILY", "weekly": "FREQ=WEEKLY", "monthly": "FREQ=MONTHLY", "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "half-yearly": "FREQ=MONTHLY;INTERVAL=6", "yearly": "FREQ=YEARLY",
}  # fmt: skip


def task_calendar(tasks: Iterable[FollowedTask], rules: Rules, language: Language, made: dt.datetime) -> bytes:
    """An event on the last day of each time limit that has one; one that comes back repeats."""
    return icalendar.calendar(_events(tasks, rules, language), "tasks", made)


def _events(tasks: Iterable[FollowedTask], rules: Rules, language: Language) -> Iterator[icalendar.Event]:
    for task in tasks:
        if task.due is None:
            continue
        document = task.symbol or task.title
        state = label("task-state", task.state, rules, language)
        yield icalendar.Event(
            key=task.id,
            day=task.due,
            summary=f"{'; '.join(task.lead)}: {task.duty[:_WORDS]}" if task.lead else task.duty[:_WORDS],
            description=f"{document}, {provision_name(task.eid, rules, language)} [{state}]\n{task.quote}",
            repeats=_repeats(task) if task.state == "recurring" else "",
            done=task.state in ("done", "done-on-time", "done-late", "cancelled"),
        )


def _repeats(task: FollowedTask) -> str:
    """The rule of repetition; a month's last day is said as such, since the 31st does not come every month."""
    limit = task.deadline
    every = _EVERY.get(limit.recurs or "", "") if limit else ""
    ends_month = task.due is not None and (task.due + dt.timedelta(days=1)).day == 1
    return f"{every};BYMONTHDAY=-1" if "MONTHLY" in every and ends_month else every
