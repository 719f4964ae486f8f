"""What starts, ends or changes between two days: of all documents, of one body, of one document; as a feed too."""

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool

from vanban.api.asked_day import FIRST_DAY, LAST_DAY
from vanban.exports.atom import feed
from vanban.exports.changes import ChangesJson
from vanban.exports.changes import calendar as icalendar
from vanban.timeline.changes import Change
from vanban.web.addresses import WORK, address, page_at, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page, face_of, pack
from vanban.web.pages.home import told
from vanban.web.responding import respond
from vanban.web.room import Room

_FEED_BACK, _FEED_AHEAD = dt.timedelta(days=366), dt.timedelta(days=366)


def window(ask: Ask) -> tuple[dt.date, dt.date]:
    """From `from` to `to`, both included; the month of the first where the last is not said, else of today."""
    first = ask.day("from")
    last = ask.day("to")
    start = first or (last or ask.today).replace(day=1)
    return start, last or month_end(start)


def ask(room: Room, ask: Ask) -> tuple[Change, ...]:
    """The changes of the window."""
    first, last = window(ask)
    return room.archive.changes(first, last, issuer=ask.word("issuer") or None)


def dress(value: tuple[Change, ...], face: Face) -> Mapping[str, Any]:
    """One line for each document, day and kind of change, with the months before and after."""
    first, last = window(face.ask)
    issuer = face.ask.word("issuer")
    return {
        "rows": list(told(value, face)),
        "first": first,
        "last": last,
        "issuer": issuer,
        "previous": _month(first - dt.timedelta(days=1), issuer),
        "next": _month(last + dt.timedelta(days=1), issuer),
        "feed": page_at("/changes.atom", {"issuer": issuer}),
        "ics": page_at("/changes.ics", {"from": first, "to": last, "issuer": issuer}),
    }


def _month(day: dt.date, issuer: str) -> str:
    """The window of the month that a day lies in; "" where none can be asked for."""
    if not FIRST_DAY <= day <= LAST_DAY:
        return ""
    return page_at("/changes", {"from": day.replace(day=1), "to": month_end(day), "issuer": issuer})


def month_end(day: dt.date) -> dt.date:
    """The last day of the month that a day lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_feeds(app: FastAPI, room: Room) -> None:
    """Atom feeds of the whole, of a body (`issuer`), of a document; the window as a calendar."""

    async def atom(request: Request) -> Response:
        ask = room.asked(request)
        return respond(request, await run_in_threadpool(_feed, room, ask))

    app.add_api_route("/changes.atom", atom, name="changes.atom", response_class=Response)
    app.add_api_route(WORK + "/changes.atom", atom, name="act.atom", response_class=Response)

    @app.get("/changes.ics", name="changes.ics", response_class=Response)
    async def ics(request: Request) -> Response:
        return respond(request, await run_in_threadpool(_calendar, room, room.asked(request)))


def _feed(room: Room, ask: Ask) -> Any:
    face = face_of(room, ask)
    first, last = ask.today - _FEED_BACK, ask.today + _FEED_AHEAD
    if "number" in ask.parts:
        work = room.archive.find(work_of(ask.parts))
        found = room.archive.changes(FIRST_DAY, last, document=work.id)
        title = f"{room.name_of(work.id)}: {face.t('feed.act')}"
    else:
        issuer = ask.word("issuer")
        found = room.archive.changes(first, last, issuer=issuer or None)
        title = f"{face.t('feed.all')}{': ' + face.t.body(issuer, issuer) if issuer else ''}"
    page = address(work_of(ask.parts)) if "number" in ask.parts else "/changes"
    made = feed(found, room.name_of, lambda work, eid, on: ask.base + address(work, eid=eid, on=on),
                ask.base + page, ask.base + ask.path, title, room.rules, ask.language)  # fmt: skip
    return pack("application/atom+xml; charset=utf-8", made)


def _calendar(room: Room, ask: Ask) -> Any:
    first, last = window(ask)
    found = room.archive.changes(first, last, issuer=ask.word("issuer") or None)
    made = dt.datetime.combine(ask.today, dt.time(), dt.UTC)
    return pack("text/calendar; charset=utf-8", icalendar(found, room.name_of, room.rules, ask.language, made))


def as_json(value: tuple[Change, ...], face: Face) -> ChangesJson:
    """The object of `vanban changes --json`."""
    return ChangesJson(*window(face.ask), value)


PAGE = Page(
    "changes", "/changes", "changes.html", ask, dress, ChangesJson,
    {"from": "asked.from", "to": "asked.to", "issuer": "asked.issuer"}, as_json, lags=True,
)  # fmt: skip
