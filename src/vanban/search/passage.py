"""A passage: one unit of a document in one wording, as the index holds it."""

import datetime as dt

import msgspec

from vanban.model import State

# A day that comes before, or after, every other.
BEFORE_ALL, AFTER_ALL = 0, dt.date.max.toordinal()


class Stretch(msgspec.Struct, frozen=True, array_like=True):
    """A state and the first day of it, as `date.toordinal` counts; it lasts until the next one."""

    start: int
    state: State


class Inner(msgspec.Struct, frozen=True, array_like=True):
    """A unit inside a passage: where it begins, counted from the beginning of the passage, and its eid."""

    start: int
    eid: str


class OfWork(msgspec.Struct, frozen=True, array_like=True):
    """The document of a passage: what names it and what it is filtered by."""

    id: str
    family: str
    type: str
    type_name: str
    symbol: str
    issuer: str
    issuer_name: str
    title: str
    date: dt.date | None
    year: int | None
    fields: tuple[str, ...] = ()


class Passage(msgspec.Struct, frozen=True, array_like=True):
    """One unit in the wording that it has on the days `[since, until)`, and its states.

    `eid` None is the document itself: its title and what introduces it. `start` is where `text` begins in the words of
    the unit: 0 unless the unit is cut in pieces. `changed` tells that the words are not the enacted ones. `above` are
    the headings of what holds the unit, outermost first.
    """

    work: OfWork
    eid: str | None
    heading: str
    above: str
    text: str
    start: int
    since: int
    until: int
    changed: bool
    states: tuple[Stretch, ...]
    inside: tuple[Inner, ...] = ()

    def state_on(self, day: int) -> State:
        """The state of the unit on a day."""
        state: State = "unknown"
        for stretch in self.states:
            if stretch.start > day:
                break
            state = stretch.state
        return state
