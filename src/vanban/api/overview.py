"""An archive at a glance: holdings, what is in force on a day, one lineage, one explained answer, what is missing."""

import datetime as dt
from collections import Counter

import msgspec

from vanban import archive as room
from vanban.archive import Counts, Missing, Store, WorkRow
from vanban.exports.messages import Language
from vanban.model import State
from vanban.rules import Rules
from vanban.timeline import Kin, explain, lineage, status
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.standing import in_force


class Standing(msgspec.Struct, frozen=True):
    """A document and its state on the day asked about."""

    work: WorkRow
    status: State


class Overview(msgspec.Struct, frozen=True):
    """The answer of `vanban overview`. `lineage` and `explained` are of the document that most clauses act upon."""

    on: dt.date
    counts: Counts
    states: dict[str, int]
    standing: tuple[Standing, ...]
    lineage: Kin | None
    explained: tuple[str, ...]
    missing: tuple[Missing, ...]


def overview(store: Store, on: dt.date, rules: Rules, language: Language, *, listed: int = 40) -> Overview:
    """The archive on a day. At most `listed` documents are named, those in force or starting first."""
    states: Counter[str] = Counter()
    named: list[tuple[str, State]] = []
    for work, state in in_force(on, store, rules):
        states[state] += 1
        if len(named) < listed and state != "unknown":
            named.append((work, state))
    facts = ArchivedFacts(store, rules)
    told = _most_acted_upon(store)
    return Overview(
        on=on,
        counts=room.counts(store),
        states=dict(states),
        standing=tuple(Standing(row, state) for work, state in named if (row := room.work(store, work)) is not None),
        lineage=lineage(told, facts, rules, 1) if told else None,
        explained=explain(status(told, None, on, facts, rules), facts, rules, language) if told else (),
        missing=room.missing(store, 10),
    )


def _most_acted_upon(store: Store) -> str | None:
    """The document with the most clauses of others upon it; of equals the first identifier."""
    upon = Counter(effect.on for effect in room.every_effect(store) if effect.on and effect.on != effect.work)
    return min(upon, key=lambda work: (-upon[work], work)) if upon else None
