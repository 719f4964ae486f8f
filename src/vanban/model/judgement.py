"""A judgement: a person's decision about a fact. Appended, never edited."""

from datetime import date, datetime

import msgspec


class Subject(msgspec.Struct, frozen=True):
    """What is judged, by things that survive a re-reading: work, kind of fact, its target and the quoted words."""

    work: str
    kind: str
    target: str
    quote: str


class Judgement(msgspec.Struct, frozen=True):
    """`verdict` on a `subject`: "confirmed", "rejected", or a value. `by` names a post or an account, as given.

    On a task also "assigned" (to `office`), "done" (on `day`), "open" (not done after all), "extended" (`day` is the
    new last day) and "cancelled" (on `day`); `proof` is the document that says so: its identifier, or its symbol where
    it is not in the archive. `at` is when it was entered, never when the thing happened.
    """

    subject: Subject
    verdict: str
    by: str
    at: datetime
    note: str = ""
    day: date | None = None
    proof: str = ""
    office: str = ""
