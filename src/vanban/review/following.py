"""Following up: the tasks of an archive on a day, who leads and joins them, how they stand, and what proves it."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from vanban import archive
from vanban.archive import Store, StoredTask
from vanban.archive.subjects import fact_key
from vanban.model import Deadline, Judgement, Subject, Task
from vanban.review.body_names import BodyAsked
from vanban.review.occurrences import occurrence
from vanban.review.task_record import TaskRecord, record_of
from vanban.review.task_states import COUNTED, STATES, TaskState, state_of
from vanban.rules import Rules


class TaskQuestion(msgspec.Struct, frozen=True):
    """Which tasks are asked for. `first` and `last` bound the last day of the time limit, both included.

    `states` empty: all but those that a person has rejected. `body` may lead, join, or have been assigned.
    """

    on: dt.date
    body: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    states: tuple[TaskState, ...] = ()
    work: str | None = None


class FollowedTask(msgspec.Struct, frozen=True):
    """One task of the answer. `id` names it to `vanban judgements`; `due` is the last day of the limit that
    holds (moved by a person, or the next time that it comes back); `office` is who was assigned it in the house.
    """

    duty: str
    lead: tuple[str, ...]
    join: tuple[str, ...]
    product: str | None
    deadline: Deadline | None
    condition: str | None
    work: str
    eid: str
    start: int
    end: int
    quote: str
    state: TaskState
    id: str
    symbol: str
    title: str
    due: dt.date | None
    record: TaskRecord


class Following(msgspec.Struct, frozen=True):
    """The answer of `vanban tasks`: the tasks, those with the earliest last day first, and how many are in each state.

    `counts` has the four states of the official count, and those outside it that occur.
    """

    on: dt.date
    counts: dict[str, int]
    tasks: tuple[FollowedTask, ...]


def follow(store: Store, question: TaskQuestion, rules: Rules) -> Following:
    """The tasks that the question asks for."""
    found = sorted(_asked(store, question, rules), key=lambda each: (each.due or dt.date.max, each.work, each.start))
    counted = Counter(each.state for each in found)
    counts: dict[str, int] = {state: counted[state] for state in STATES if state in COUNTED or counted[state]}
    return Following(question.on, counts, tuple(found))


def _asked(store: Store, question: TaskQuestion, rules: Rules) -> Iterator[FollowedTask]:
    judged = _judged(store, question.work)
    body = BodyAsked(question.body, rules) if question.body else None
    names: dict[str, tuple[str, str]] = {}
    for stored in archive.tasks(store, work=question.work):
        record = record_of(judged.get(stored.subject, ()), question.on)
        if body and not any(map(body.names, (*stored.task.lead, *stored.task.join, record.office))):
            continue
        due, state = standing(stored.task, record, question.on)
        if not _wanted(question, due, state):
            continue
        if stored.work not in names:
            row = archive.work(store, stored.work)
            names[stored.work] = (row.symbol, row.title) if row else ("", "")
        yield _followed(stored, record, due, state, *names[stored.work])


def _judged(store: Store, work: str | None) -> dict[Subject, list[Judgement]]:
    judged: defaultdict[Subject, list[Judgement]] = defaultdict(list)
    for judgement in archive.judgements(store, work, kind="task"):
        judged[judgement.subject].append(judgement)
    return judged


def standing(task: Task, record: TaskRecord, on: dt.date) -> tuple[dt.date | None, TaskState]:
    """The day that the task must be done before, and its state on the day `on`."""
    limit = task.deadline
    due = record.due or (limit.end_before if limit else None)
    recurs = due is None and limit is not None and limit.recurs is not None
    if record.rejected:
        return due, "rejected"
    if record.cancelled:
        return due, "cancelled"
    if recurs and limit is not None and (turn := occurrence(limit, on)):
        if record.done_on is not None and turn[0] <= record.done_on <= on:
            turn = occurrence(limit, turn[1]) or turn  # this turn is done: the next one is awaited
        return turn[1], "recurring"
    return due, state_of(due, record.done_on, on, recurs=recurs)


def _wanted(question: TaskQuestion, due: dt.date | None, state: TaskState) -> bool:
    if question.states:
        if state not in question.states:
            return False
    elif state == "rejected":
        return False
    if question.first is None and question.last is None:
        return True
    if due is None:
        return False
    last = due - dt.timedelta(days=1)
    return (question.first or last) <= last <= (question.last or last)


def _followed(
    stored: StoredTask, record: TaskRecord, due: dt.date | None, state: TaskState, symbol: str, title: str
) -> FollowedTask:
    task = stored.task
    return FollowedTask(
        duty=task.duty, lead=task.lead, join=task.join, product=task.product, deadline=task.deadline,
        condition=task.condition, work=stored.work, eid=task.within, start=task.start, end=task.end,
        quote=stored.quote, state=state, id=fact_key(stored.subject), symbol=symbol, title=title,
        due=due - dt.timedelta(days=1) if due else None, record=record,
    )  # fmt: skip
