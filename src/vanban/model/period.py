"""Periods of force, half-open, and the reasons for their edges."""

from datetime import date
from typing import Literal

import msgspec

from vanban.model.work import Grade

State = Literal[
    "in-force", "not-yet", "ended", "ended-in-part", "suspended", "suspended-in-part", "unknown"
]  # fmt: skip


class Reason(msgspec.Struct, frozen=True):
    """Why an edge stands where it stands: the rule, its regime, the acting work and unit, and the words quoted."""

    rule: str
    regime: str | None
    grade: Grade
    work: str
    eid: str
    quote: str


class Period(msgspec.Struct, frozen=True, rename={"start_on": "from", "end_before": "to"}):
    """In `state` on every day of `[start_on, end_before)`; None: no edge recorded on that side."""

    state: State
    start_on: date | None
    end_before: date | None
    reasons: tuple[Reason, ...] = ()
