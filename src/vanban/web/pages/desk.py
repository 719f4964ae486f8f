"""The review desk: tasks, faults, statutory lists, and what people have decided."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from vanban.api.checking import Checked
from vanban.api.judging import Judged
from vanban.api.reviewing import review_lists
from vanban.archive import Counts
from vanban.exports.review_sheets import sheets
from vanban.exports.tasks import limit_words
from vanban.review.following import Following
from vanban.review.listed import ReviewLists
from vanban.review.responsible import Scope
from vanban.review.task_states import STATES
from vanban.web.addresses import address
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
    return {
        "value": value,
        "tally": [
            (state, t.label("task-state", state), value.counts[state]) for state in STATES if state in value.counts
        ],
        "tasks": value.tasks[:_TASKS],
        "left": max(len(value.tasks) - _TASKS, 0),
        "limit": lambda task: limit_words(task.deadline, face.room.rules, face.ask.language),
        "name_of": face.room.name_of,
        "address": address,
    }


def ask_faults(room: Room, ask: Ask) -> Checked:
    """The faults of `vanban check`."""
    return room.archive.check(ask.word("document") or None, on=ask.on, language=ask.language)


def dress_faults(value: Checked, face: Face) -> Mapping[str, Any]:
    """The faults of the kind `code`, or of all, a page of them."""
    ask = face.ask
    code, start = ask.word("code"), ask.number("start", 0, _FURTHEST)
    fitting = [fault for fault in value.faults if not code or fault.finding.code == code]
    grave: dict[str, str] = {fault.finding.code: fault.finding.severity for fault in value.faults}
    messages = {row.id: row.vi if ask.language == "vi" else row.en for row in face.room.rules.findings}
    return {
        "value": value,
        "kinds": [(each, grave[each], messages.get(each, each), count) for each, count in value.counts.items()],
        "code": code,
        "faults": fitting[start : start + _FAULTS],
        "first": start + 1,
        "last": min(start + _FAULTS, len(fitting)),
        "count": len(fitting),
        "next": f"/desk/findings?code={code}&start={start + _FAULTS}" if start + _FAULTS < len(fitting) else "",
        "name_of": face.room.name_of,
        "address": address,
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
        "download": f"/desk/lists.zip?{ask.query}",
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
    {"document": "asked.document", "code": "asked.code"},
)  # fmt: skip
LISTS = Page(
    "lists", "/desk/lists", "lists.html", asked_lists, dress_lists, ReviewLists,
    {"year": "asked.year", "period": "asked.period", "issuer": "asked.issuers", "responsible": "asked.responsible"},
)  # fmt: skip
JUDGED = Page("judgements", "/desk/judgements", "judgements.html", ask_judged, dress_judged, Judged)
PAGES = (DESK, TASKS, FAULTS, LISTS, JUDGED)
