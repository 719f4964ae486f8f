"""A resolution: what a reference points at, decided against a catalogue."""

from typing import Literal

import msgspec

ResolutionGrade = Literal["number-and-date", "number", "title-and-date", "title", "alias", "relative"]


class Resolution(msgspec.Struct, frozen=True):
    """The answer to one reference. `work` is set only where exactly one candidate is left.

    No work and no candidates: waiting for a document that is not here. Several candidates: ambiguous.
    `mismatches` names what the words say that the candidate denies ("date", "title", "year").
    """

    work: str | None = None
    grade: ResolutionGrade | None = None
    candidates: tuple[str, ...] = ()
    mismatches: tuple[str, ...] = ()
