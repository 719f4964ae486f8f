"""The review desk: tasks, faults, statutory lists, and what people have decided."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from vanban.api.checking import Checked, only
from vanban.api.judging import Judged
from vanban.api.reviewing import review_lists
from vanban.archive import Counts
from vanban.exports.messages import kind_words
from vanban.exports.review_sheets import sheets
from vanban.exports.tasks import limit_words
from vanban.review.following import Following
from vanban.review.listed import ReviewLists
from vanban.review.responsible import Scope
from vanban.review.task_states import STATES
from vanban.web.addresses import address, page_at
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.room import Room

_FAULTS, _TASKS, _FURTHEST = 100, 100, 1_000_000


def ask_tasks(room: Room, ask: Ask) -> Following:
    """The tasks of `vanban tasks`."""
    return room.archive.tasks(
        on=ask.on, body=ask.word("body") or None, first=ask.day("from"), last=ask.day("to"),
        states=ask.words("state"), document=ask.word("document") or None,
    )  # fmt: skip


def dress_tasks(value: Following, face: Face) -> Mapping[str, Any]:
    """The tasks, and how many are in each state."""
    t = face.t
    kept = {"on": value.on, **{name: face.ask.word(name) for name in ("body", "from", "to", "document")}}
    return {
        "value": value,
        "tally": [
            (
                page_at("/desk/tasks", {**kept, "state": state}),
                t.label("task-state", state),
                value.counts[state],
                state in face.ask.words("state"),
            )
            for state in STATES
            if state in value.counts
        ],
        "tasks": value.tasks[:_TASKS],
        "left": max(len(value.tasks) - _TASKS, 0),
        "limit": lambda task: limit_words(task.deadline, face.room.rules, face.ask.language),
        "name_of": face.room.name_of,
        "address": address,
    }


def ask_faults(room: Room, ask: Ask) -> Checked:
    """The faults of `vanban check`; those of all kinds are found once, whichever kind is asked for."""
    document, on, language = ask.word("document") or None, ask.on, ask.language
    every = room.at_hand.get(
        ("faults", document, on, language),
        room.revision(),
        lambda: room.archive.check(document, on=on, language=language),
    )
    return only(every, ask.word("code") or None)


def dress_faults(value: Checked, face: Face) -> Mapping[str, Any]:
    """A page of the faults, and the kinds to choose from (only the chosen one, where one is)."""
    ask = face.ask
    start = ask.number("start", 0, _FURTHEST)
    grave: dict[str, str] = {fault.finding.code: fault.finding.severity for fault in value.faults}
    kept = {name: ask.word(name) for name in ("document", "on")}

    def listed(code: str, start: int = 0) -> str:
        return page_at("/desk/findings", {**kept, "code": code, "start": start or ""})

    return {
        "value": value,
        "kinds": [
            (
                listed(code),
                grave[code],
                kind_words(code, face.room.rules, ask.language),
                count,
                code == ask.word("code"),
            )
            for code, count in value.counts.items()
        ],
        "all": listed("") if ask.word("code") else "",
        "faults": [
            (each, address(each.work.id, eid=each.eid), face.t.unit(each.eid) if each.eid else "")
            for each in value.faults[start : start + _FAULTS]
        ],
        "first": start + 1,
        "last": min(start + _FAULTS, len(value.faults)),
        "count": len(value.faults),
        "previous": listed(ask.word("code"), max(start - _FAULTS, 0)) if start else "",
        "next": listed(ask.word("code"), start + _FAULTS) if start + _FAULTS < len(value.faults) else "",
        "name_of": face.room.name_of,
    }


def asked_lists(room: Room, ask: Ask) -> ReviewLists:
    """The lists of `vanban review lists`: of the year asked for, else of a period, else of the last whole year."""
    period = ask.word("period")
    year = None if period else ask.number("year", ask.today.year - 1, 9999)
    scope = Scope(issuer=ask.word("issuer") or None, responsible=ask.word("responsible") or None)
    return review_lists(room.archive, today=ask.today, year=year, period=period or None, scope=scope)


def dress_lists(value: ReviewLists, face: Face) -> Mapping[str, Any]:
    """The forms as tables."""
    ask = face.ask
    return {
        "value": value,
        "year": ask.number("year", ask.today.year - 1, 9999),
        "sheets": list(sheets(value, face.room.rules)),
        "download": page_at("/desk/lists.zip", ask.query.multi_items()),
    }


def ask_judged(room: Room, ask: Ask) -> Judged:
    """Every judgement."""
    return room.archive.judged()


def dress_judged(value: Judged, face: Face) -> Mapping[str, Any]:
    """The judgements with the documents by name."""
    return {"value": value, "name_of": face.room.name_of, "address": address, "zone": dt.UTC}


def ask_desk(room: Room, ask: Ask) -> Counts:
    """What the archive holds."""
    return room.archive.counts()


DESK = Page("desk", "/desk", "desk.html", ask_desk, lambda value, face: {"value": value}, Counts)
TASKS = Page(
    "tasks", "/desk/tasks", "tasks.html", ask_tasks, dress_tasks, Following,
    {"on": "asked.on", "body": "asked.body", "state": "asked.state", "from": "asked.from", "to": "asked.to",
     "document": "asked.document"},
)  # fmt: skip
FAULTS = Page(
    "findings", "/desk/findings", "findings.html", ask_faults, dress_faults, Checked,
    {"document": "asked.document", "code": "asked.code", "on": "asked.on"},
)  # fmt: skip
LISTS = Page(
    "lists", "/desk/lists", "lists.html", asked_lists, dress_lists, ReviewLists,
    {"year": "asked.year", "period": "asked.period", "issuer": "asked.issuers", "responsible": "asked.responsible"},
)  # fmt: skip
JUDGED = Page("judgements", "/desk/judgements", "judgements.html", ask_judged, dress_judged, Judged)
PAGES = (DESK, TASKS, FAULTS, LISTS, JUDGED)
