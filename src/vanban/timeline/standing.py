"""Questions about a whole archive: what is in force on a day, and what changes in a window of days."""

import datetime as dt
from collections.abc import Callable, Iterator

from vanban import archive
from vanban.archive import BareWork, Store
from vanban.model import State
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts, act_of
from vanban.timeline.changes import Change, changes
from vanban.timeline.facts import Act
from vanban.timeline.inventory import states_on
from vanban.timeline.touched import touched


def in_force(on: dt.date, store: Store, rules: Rules) -> Iterator[tuple[str, State]]:
    """Every work of the archive with its state on the day `on`, sorted by identifier; count with `counts_on`.

    One pass over the works and one or two over the effects, whatever their number; no question a work.
    """
    acts = (_act_of(work) for work in archive.bare_works(store))
    provisions = ArchivedFacts(store, rules).provisions
    return states_on(on, acts, archive.effect_edges(store), rules, provisions)


def _act_of(work: BareWork) -> Act:
    """As much of a work as its state needs; what proves a state asks `ArchivedFacts`."""
    return Act(
        work.id, work.family, work.type, "", work.symbol, "", work.issuer, work.date, work.start,
        present=work.language == "vi", complete=work.complete,
    )  # fmt: skip


def changes_between(
    start: dt.date, end: dt.date, store: Store, rules: Rules, wanted: Callable[[Act], bool] = lambda act: True
) -> tuple[Change, ...]:
    """Everything that starts, ends or changes on the days `[start, end)`, of the works that are `wanted`."""
    acts = {row.id: act_of(row) for row in archive.works(store)}
    works = touched(start, end, acts.values(), archive.effect_edges(store))
    facts = ArchivedFacts(store, rules)
    return changes(start, end, (work for work in works if work in acts and wanted(acts[work])), facts, rules)
