"""What starts, ends or changes between two days: of one document, of the bodies that words name, of the archive."""

import datetime as dt

from vanban import archive as room
from vanban.api.finding import find_one
from vanban.archive import Store
from vanban.model.errors import UsageError
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.changes import Change, changes
from vanban.timeline.facts import Act
from vanban.timeline.standing import changes_between


def changed_between(
    store: Store, first: dt.date, last: dt.date, document: str | None, issuer: str | None, rules: Rules
) -> tuple[Change, ...]:
    """The changes from `first` to `last`, both included. Raises UsageError where `first` is after `last`.

    `issuer` is the id of a body, or words of its name. One document is asked by itself, all others in one pass over
    the effects of the archive.
    """
    in_order(first, last)
    end = last + dt.timedelta(days=1)
    rows = {row.id: row for row in room.works(store)} if issuer else {}
    folded = fold(issuer or "")

    def wanted(work: str) -> bool:
        row = rows.get(work)
        return not issuer or (row is not None and (row.issuer == issuer or folded in fold(row.issuer_name)))

    if document is not None:
        works = [work.id for work in [find_one(store, document)] if wanted(work.id)]
        return changes(first, end, works, ArchivedFacts(store, rules), rules)

    def wanted_act(act: Act) -> bool:
        return wanted(act.work)

    return changes_between(first, end, store, rules, wanted_act)


def in_order(first: dt.date, last: dt.date) -> None:
    """Raises UsageError where a window begins after its end."""
    if first > last:
        raise UsageError("window-backwards", first=first.isoformat(), last=last.isoformat())
