"""An effect: what a clause does to a work or a provision. It says what changes; nothing about today."""

from datetime import date
from typing import Literal

import msgspec

from vanban.model.reference import Target, Unit
from vanban.model.work import Grade, Span

Verb = Literal[
    "substitute", "insert", "repeal", "replace-work", "repeal-work", "replace-words", "add-words", "remove-words",
    "renumber", "suspend", "continue", "extend", "disapply", "prevail", "announce-lapse", "consolidate", "correct",
    "detail", "commence", "end", "apply",
]  # fmt: skip


class Effect(
    msgspec.Struct,
    frozen=True,
    rename={"within": "in", "start_on": "from", "end_before": "to", "exception": "except"},
):
    """What the clause `content[start:end]` in the provision `within` does to `target`.

    `start_on` is the first day of the effect where the clause itself says it (None: from the day that the acting
    provision is in force); `end_before` is the first day on which it no longer holds (half-open). `old` and `new` are
    words; `new_eids` the quoted provisions that hold the new wording. `rules` are the table rows that decided.
    The verb `apply` changes nothing of force: the target, ended or amended, goes on for the cases of `condition`.
    `anchor` is the unit beside which an insertion goes and `place` the side; for added words `old` is the anchor.
    """

    verb: Verb
    within: str
    start: int
    end: int
    target: Target
    old: str | None = None
    new: str | None = None
    new_eids: tuple[str, ...] = ()
    start_on: date | None = None
    end_before: date | None = None
    exception: str | None = None
    condition: str | None = None
    grade: Grade = "explicit"
    rules: tuple[str, ...] = ()
    anchor: tuple[Unit, ...] = ()
    place: Literal["before", "after"] | None = None


class Force(msgspec.Struct, frozen=True, rename={"start_on": "from"}):
    """What a text itself says of its commencement as a whole: the day (None: not said) and the words that say it."""

    start_on: date | None = None
    basis: Span | None = None
    rule: str | None = None
