"""Periods of force, half-open, and the reasons for their edges."""

from datetime import date
from typing import Literal

import msgspec

from vanban.model.reference import Unit
from vanban.model.work import Grade

State = Literal[
    "in-force", "not-yet", "ended", "ended-in-part", "suspended", "suspended-in-part", "unknown"
]  # fmt: skip


class Reason(msgspec.Struct, frozen=True):
    """Why an edge stands where it stands: the rule, its regime, the acting work and unit, and the words quoted.

    `day` is the edge that the reason makes and `until` the end of its window, `unit` the unit acted upon (None: the
    whole work), `exception` and `condition` the words of the clause that leave the edge to a person's decision. `part`
    is the part of the unit's words that alone is meant, outermost first: its heading, a paragraph, a sentence.
    """

    rule: str
    regime: str | None
    grade: Grade
    work: str
    eid: str
    quote: str
    day: date | None = None
    until: date | None = None
    unit: str | None = None
    exception: str | None = None
    condition: str | None = None
    part: tuple[Unit, ...] = ()

    @property
    def renames(self) -> bool:
        """Whether only the name of the unit (tên Điều, tên Chương, tên văn bản) is meant."""
        return bool(self.part) and self.part[-1].level in ("heading", "title")


class Period(msgspec.Struct, frozen=True, rename={"start_on": "from", "end_before": "to"}):
    """In `state` on every day of `[start_on, end_before)`; None: no edge recorded on that side."""

    state: State
    start_on: date | None
    end_before: date | None
    reasons: tuple[Reason, ...] = ()
