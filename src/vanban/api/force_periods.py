"""The periods of force of a document and of each provision whose force is not simply that of what holds it."""

import msgspec

from vanban.archive import Store, WorkRow
from vanban.model import Period
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.ledger import Ledger
from vanban.timeline.periods import periods_of


class UnitPeriods(msgspec.Struct, frozen=True):
    """The periods of the unit `eid` (None: the work), sorted, disjoint, without gaps."""

    eid: str | None
    periods: tuple[Period, ...]


class ForcePeriods(msgspec.Struct, frozen=True):
    """The whole first, then each unit upon which something happened, in the order of the document."""

    work: WorkRow
    rows: tuple[UnitPeriods, ...]


def force_periods(store: Store, work: WorkRow, rules: Rules) -> ForcePeriods:
    """The periods of a document."""
    ledger = Ledger(ArchivedFacts(store, rules), rules)
    events = ledger.events(work.id)
    tree = ledger.tree(work.id)
    place = {unit.eid: at for at, unit in enumerate(tree.provisions)} if tree is not None else {}

    def order(eid: str) -> tuple[int, str]:
        """A unit that was put in stands behind the nearest printed unit above it."""
        above = next((place[unit] for unit in ledger.chain(work.id, eid) if unit in place), len(place))
        return above, eid

    touched = sorted((unit for unit in events if unit is not None), key=order)
    return ForcePeriods(
        work,
        tuple(UnitPeriods(unit, periods_of(ledger.chain(work.id, unit), events)) for unit in (None, *touched)),
    )
