"""The tasks of the archive, streamed; only base texts speak."""

import datetime as dt
from collections.abc import Iterator

import msgspec
from sqlalchemy import or_, select

from vanban.archive import schema
from vanban.archive.store import Store
from vanban.model import Subject, Task

_texts, _tasks = schema.texts, schema.tasks
_task = msgspec.msgpack.Decoder(Task)
_AT_ONCE = 1_000


class StoredTask(msgspec.Struct, frozen=True):
    """A task as it is stored: the work that orders it, its place in `Parsed.tasks`, and its words."""

    work: str
    seq: int
    task: Task
    quote: str

    @property
    def subject(self) -> Subject:
        """What a judgement on the task is about."""
        return Subject(self.work, "task", self.task.duty, self.quote)


def tasks(
    store: Store, *, work: str | None = None, due_from: dt.date | None = None, due_before: dt.date | None = None
) -> Iterator[StoredTask]:
    """The tasks of the archive, or of one work, sorted by work and place, streamed.

    With `due_from` or `due_before` only those whose printed last day lies in `[due_from, due_before)`, and those whose
    time limit the text alone does not date (a person may have moved it, it may come back).
    """
    question = (
        select(_texts.c.work, _tasks.c.seq, _tasks.c.task, _tasks.c.quote)
        .join(_texts, _texts.c.id == _tasks.c.text)
        .where(_texts.c.base)
        .order_by(_texts.c.work, _tasks.c.seq)
    )
    if work is not None:
        question = question.where(_texts.c.work == work)
    if due_from is not None:  # the last day is the day before `due`
        question = question.where(or_(_tasks.c.due.is_(None), _tasks.c.due > due_from.isoformat()))
    if due_before is not None:
        question = question.where(or_(_tasks.c.due.is_(None), _tasks.c.due <= due_before.isoformat()))
    with store.reading() as connection:
        for of_work, seq, blob, quote in connection.execution_options(yield_per=_AT_ONCE).execute(question):
            yield StoredTask(of_work, seq, _task.decode(blob), quote)
