"""A reference: a pointer to a work or a provision, as the words give it."""

import datetime as dt
from typing import Literal

import msgspec

from vanban.model.provision import Level

Role = Literal["legal-basis", "cites", "amends", "history", "succession", "self"]
Relative = Literal[
    "this-work", "this-part", "this-chapter", "this-section", "this-subsection", "this-article", "this-clause",
    "this-point", "this-subpoint", "this-appendix", "above", "below", "declared",
]  # fmt: skip


class Unit(msgspec.Struct, frozen=True, gc=False):
    """One step of a path into a document: level and number, "article 5"."""

    level: Level
    num: str


class Target(msgspec.Struct, frozen=True, gc=False):
    """What a pointer points at, as far as the words say. Empty strings and None mean: not said.

    `provision` runs from the outermost unit to the innermost; () is the whole work. `eid` is set where the target
    was found inside the same document. `symbol` is normalised; the printed words are the reference's span.

    `relative` is how the words point, never what they mean: "Điều 22 Nghị định này" is "this-work" wherever it stands.
    The meaning is in the other fields: in the document's own words no symbol or title stands beside it; in new wording
    quoted for another act "this work" is that act, so `symbol` or `title` names it and `eid` is None.
    """

    type: str = ""
    symbol: str = ""
    title: str = ""
    date: dt.date | None = None
    year: int | None = None
    issuer: str = ""
    provision: tuple[Unit, ...] = ()
    relative: Relative | None = None
    eid: str | None = None


class Reference(msgspec.Struct, frozen=True, gc=False, rename={"within": "in"}):
    """A pointer at `content[start:end]`, standing in the provision `within`. One item per target."""

    start: int
    end: int
    within: str
    role: Role
    target: Target
