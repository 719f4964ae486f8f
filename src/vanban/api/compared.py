"""What became of a document between two days: the provisions that differ, and the clauses that made it so."""

import datetime as dt

import msgspec

from vanban.api.changing import in_order
from vanban.api.finding import base_of
from vanban.archive import Store, WorkRow
from vanban.consolidation.archived import expression
from vanban.consolidation.difference import Difference, differences
from vanban.model import Writer
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.changes import Change, every_change


class Compared(msgspec.Struct, frozen=True):
    """The words of `work` on the day `last` against those of the day `first` (None: as enacted).

    `by` says which clause wrote a unit that came or was reworded, as far as that is known; `changes` is what happened
    to the document and its provisions after `first` and up to `last`; `days` are all the days on which it changes.
    """

    work: WorkRow
    first: dt.date | None
    last: dt.date
    differences: tuple[Difference, ...]
    by: dict[str, Writer]
    changes: tuple[Change, ...]
    days: tuple[dt.date, ...]


def compared(store: Store, work: WorkRow, first: dt.date | None, last: dt.date, rules: Rules) -> Compared:
    """A document on two days. Raises UsageError where `first` is after `last`."""
    if first is not None:
        in_order(first, last)
    base = base_of(store, work.id)
    early = first if first is not None else dt.date(1, 1, 1)
    before, after = (expression(store, base, day, rules) for day in (early, last))
    every = every_change(work.id, ArchivedFacts(store, rules), rules)
    return Compared(
        work=work,
        first=first,
        last=last,
        differences=differences(before, after),
        by={unit.eid: unit.by for unit in after.provisions if unit.by is not None},
        changes=tuple(change for change in every if early < change.day <= last),
        days=tuple(sorted({change.day for change in every})),
    )
