"""What the making of events asks of the ledger that it is made for: so that neither needs to know the other's file."""

import datetime as dt
from typing import Protocol

import msgspec

from vanban.rules import Rules
from vanban.structure import Tree
from vanban.timeline.event import Event
from vanban.timeline.facts import Act, Facts, Impact


class Fired(msgspec.Struct, frozen=True, gc=False):
    """What became of an effect: it takes place on `day` (None: no day is known), or `void` it never does."""

    day: dt.date | None = None
    void: bool = False


class Book(Protocol):
    """The side of the ledger that one effect's events are made from."""

    @property
    def facts(self) -> Facts:
        """What the archive tells."""

    @property
    def rules(self) -> Rules:
        """The tables."""

    def act(self, work: str) -> Act:
        """The work; one that nothing is known of is only spoken of."""

    def tree(self, work: str) -> Tree | None:
        """The units of the work; None where its text is not here."""

    def node(self, impact: Impact) -> tuple[str | None, bool]:
        """The unit that an effect lands on, and whether only a part of its words is meant."""

    def quote(self, impact: Impact) -> str:
        """The words of the acting clause."""

    def chain(self, work: str, eid: str | None) -> tuple[str | None, ...]:
        """The unit, what holds it, and last None, the work."""

    def commencing(self, work: str, eid: str | None) -> Impact | None:
        """The clause that gives a unit a day of its own; None: the day is the work's."""

    def ends_upon(self, work: str, chain: tuple[str | None, ...]) -> list[Impact]:
        """The ends that reach one of the units."""

    def fired(self, impact: Impact) -> Fired:
        """Whether and when an effect takes place."""

    def start_of(self, work: str) -> Event:
        """The start of the work as its own text says it."""

    def tell(self, work: str, code: str, impact: Impact, **details: str) -> None:
        """A fault that the making of events came upon."""
