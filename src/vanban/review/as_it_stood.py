"""The law as it stood on a day: what later acts did is not known yet.

Nghị định 79/2025/NĐ-CP, Điều 6, khoản 1, điểm b: a document is inspected by what was in force when it was issued, or
had been passed by then. Later acts are a matter of review (Điều 39), never of inspection.
"""

import datetime as dt

from vanban.archive import Store
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.facts import Impact


class FactsAsOf(ArchivedFacts):
    """`Facts` of an archive without the effects of acts made after `day`, or of unknown date."""

    def __init__(self, store: Store, rules: Rules, day: dt.date) -> None:
        super().__init__(store, rules)
        self._day = day

    def upon(self, work: str) -> tuple[Impact, ...]:
        """The effects upon the work of the acts made by the day."""
        return tuple(impact for impact in super().upon(work) if self._made(impact.acting))

    def _made(self, work: str) -> bool:
        act = self.act(work)
        return act is not None and act.date is not None and act.date <= self._day
