"""The lines of the lists, as values: what the forms print and what `--json` gives."""

import datetime as dt
from typing import Literal

import msgspec

from vanban.model import Grade, Reason
from vanban.rules.review_rows import ListKind

Doubt = Literal[
    "may-lapse", "candidate", "undated", "unknown", "last-day", "kind-unknown"
]  # fmt: skip


class Document(msgspec.Struct, frozen=True):
    """A document as a list names it. `absent`: its text is not here; all is as an acting clause prints it."""

    work: str
    type_name: str
    issuer: str
    issuer_name: str
    symbol: str
    date: dt.date | None
    title: str
    field: str = ""
    absent: bool = False


class Entry(msgspec.Struct, frozen=True):
    """One end or suspension of a document: what (`units`, "" is the whole; `kept` goes on), from when, by which clause.

    `day` is the first day without force, `until` the first day on which a suspension is over. `case` is the case of the
    law in the words of the form, `basis` its article; `reason` the whole cell; `reasons` the proof; `unreviewed` the
    rows of tables ("table/row") behind it that no jurist has confirmed yet.
    """

    what: str
    units: tuple[str, ...]
    kept: tuple[str, ...]
    day: dt.date
    until: dt.date | None
    case: str
    case_name: str
    basis: str
    reason: str
    reasons: tuple[Reason, ...]
    grade: Grade = "explicit"
    unreviewed: tuple[str, ...] = ()


class EndedRow(msgspec.Struct, frozen=True):
    """A line of Mẫu 01 or 02: a document and what ended of it, one entry a day and acting document."""

    number: int
    document: Document
    entries: tuple[Entry, ...]


class Group(msgspec.Struct, frozen=True):
    """The lines below one heading of a form."""

    id: str
    heading: str
    rows: tuple[EndedRow, ...]


class Part(msgspec.Struct, frozen=True):
    """Part A or B of Mẫu 01 and 02."""

    id: str
    heading: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many documents the part lists."""
        return sum(len(group.rows) for group in self.groups)


class StandingRow(msgspec.Struct, frozen=True):
    """A line of Mẫu 03 and 05: a document in force, since when, and what the form notes of it."""

    number: int
    document: Document
    start: dt.date
    state: str
    note: str


class FieldGroup(msgspec.Struct, frozen=True):
    """The documents of one field of State management."""

    heading: str
    field: str
    rows: tuple[StandingRow, ...]


class HandlingRow(msgspec.Struct, frozen=True):
    """A line of Mẫu 04. `document` is None where a new one is to be issued; `decided`: a person said so."""

    number: int
    document: Document | None
    handling: str
    reason: str
    drafting: str = ""
    deadline: str = ""
    decided: bool = False


class Undecided(msgspec.Struct, frozen=True):
    """What a person must decide before a document is listed: never printed as a fact. `clause` quotes its ground."""

    document: Document
    why: Doubt
    day: dt.date | None
    message: str
    reasons: tuple[Reason, ...] = ()
    whole: bool = True
    clause: str = ""


class ReviewLists(msgspec.Struct, frozen=True):
    """The statutory lists of a window. Forms that the window does not have are empty.

    `first` and `last` bound the window; `provisional`: its last day has not come. `said` is the window in words.
    `unreviewed` are the rows of tables ("table/row") that the lists rest on and no jurist has confirmed yet.
    """

    kind: ListKind
    window: Literal["year", "period"]
    first: dt.date
    last: dt.date
    said: str
    provisional: bool
    issuer: str | None
    responsible: str | None
    ended: tuple[Part, ...]
    ended_in_part: tuple[Part, ...]
    standing: tuple[FieldGroup, ...]
    handling: tuple[HandlingRow, ...]
    undecided: tuple[Undecided, ...]
    unreviewed: tuple[str, ...] = ()
