"""A judgement: a person's decision about a fact. Appended, never edited."""

from datetime import datetime

import msgspec


class Subject(msgspec.Struct, frozen=True):
    """What is judged, by things that survive a re-reading: work, kind of fact, its target and the quoted words."""

    work: str
    kind: str
    target: str
    quote: str


class Judgement(msgspec.Struct, frozen=True):
    """`verdict` on a `subject`: "confirmed", "rejected", or a value. `by` names a post or an account, as given."""

    subject: Subject
    verdict: str
    by: str
    at: datetime
    note: str = ""
