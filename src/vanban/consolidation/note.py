"""The notes of an official consolidated text: where each mark stands, and what the note tells.

Pháp lệnh 01/2012/UBTVQH13, Điều 13–17. The sentences are made by `exports.official_notes`.
"""

import datetime as dt
from typing import Literal

import msgspec

from vanban.model import Effect, Level, Settled

NoteKind = Literal["grounds", "unit", "heading", "paragraph", "words", "implementing"]


class Cause(msgspec.Struct, frozen=True):
    """One thing that a note tells: what the act (a work's id) did in the clause `eid`, from `since` (None: not known).

    `effect` where an effect wrote the unit (`level`) or words; for grounds and implementing articles `quote` is what
    the act says, `eids` the articles that say it. `settled` where a person decided how the effect is applied.
    """

    kind: NoteKind
    act: str
    since: dt.date | None
    level: Level | None = None
    effect: Effect | None = None
    eids: tuple[str, ...] = ()
    quote: str = ""
    settled: Settled | None = None


class OfficialNote(msgspec.Struct, frozen=True):
    """One note: its mark stands before the character `at` of the expression's text, in the unit `eid`."""

    at: int
    eid: str
    causes: tuple[Cause, ...]
