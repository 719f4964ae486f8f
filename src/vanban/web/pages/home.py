"""The first page: search, what started and ended this month, what comes next."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from vanban.api.front import Front
from vanban.archive import WorkRow
from vanban.orthography import fold
from vanban.timeline.changes import Change
from vanban.web.addresses import address
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.room import Room


class Told(NamedTuple):
    """What happens to one document on one day: whole, or so many of its provisions."""

    day: dt.date
    words: str
    name: str
    title: str
    href: str
    kind: str


def ask(room: Room, ask: Ask) -> Front:
    """The archive on the day asked for."""
    return room.archive.front(ask.on)


def dress(value: Front, face: Face) -> Mapping[str, Any]:
    """Changes told by document and day, the newest first; those to come, the nearest first."""
    changed = list(told(value.changed, face))
    return {
        "value": value,
        "changed": changed[::-1],
        "coming": list(told(value.coming, face)),
        "tries": tries(value.newest),
        "address": address,
    }


def tries(newest: Sequence[WorkRow]) -> list[str]:
    """Things to search for that are here: one symbol as printed, another as people type it, without accents."""
    named = [work for work in newest if work.symbol][:2]
    words = [work.symbol for work in named[:1]]
    return words + [fold(f"{work.type_name} {work.symbol}") for work in named[1:]]


def told(changes: Iterable[Change], face: Face) -> Iterable[Told]:
    """One line for each document, day and kind of change, in the order of the days."""
    groups: dict[tuple[dt.date, str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.day, change.work, change.kind), []).append(change)
    for (day, work, kind), here in groups.items():
        whole = any(change.provision is None for change in here)
        row = face.room.row_of(work)
        units = [change.provision for change in here if change.provision is not None]
        words = face.t.label("change", kind)
        if not whole:
            unit = face.t.unit(units[0]) if len(units) == 1 else face.t("home.units", count=len(units))
            words = f"{unit}: {words}"
        yield Told(
            day,
            words,
            face.room.name_of(work),
            row.title if row is not None and row.symbol else "",
            address(work, on=day),
            kind,
        )


PAGE = Page(
    name="home", path="/", template="home.html", ask=ask, dress=dress, shape=Front, query={"on": "asked.on"}, lags=True
)
