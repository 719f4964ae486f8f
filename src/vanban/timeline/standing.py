"""What is in force on a day in an archive: counts, and the listing work by work."""

import datetime as dt
from collections.abc import Iterator

from vanban import archive
from vanban.archive import Store
from vanban.model import State
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts, act_of
from vanban.timeline.inventory import states_on


def in_force(on: dt.date, store: Store, rules: Rules) -> Iterator[tuple[str, State]]:
    """Every work of the archive with its state on the day `on`, sorted by identifier; count with `counts_on`.

    One pass over the works and one or two over the effects, whatever their number; no question a work.
    """
    acts = (act_of(row) for row in archive.works(store))
    provisions = ArchivedFacts(store, rules).provisions
    return states_on(on, acts, lambda: archive.effect_edges(store), rules, provisions)
