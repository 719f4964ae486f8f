"""The words that a citation points at, small: shown beside the citation while a reader rests on it."""

from collections.abc import Mapping
from typing import Any

from vanban.api.consolidated import Consolidated
from vanban.exports.expression import TextJson, expression
from vanban.web.addresses import WORK, address, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.room import Room

_LONGEST = 900


def ask(room: Room, ask: Ask) -> Consolidated:
    """The words of the document, or of the provision, at the path on the day asked for."""
    return room.archive.text(work_of(ask.parts), ask.parts.get("eid"), on=ask.on)


def dress(value: Consolidated, face: Face) -> Mapping[str, Any]:
    """The first words, cut after a word where they run long; of a whole document its title."""
    words = value.text if value.eid else value.work.title
    cut = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    name = face.room.name_of(value.work.id)
    return {
        "name": f"{face.t.unit(value.eid)} {name}" if value.eid else name,
        "lines": [line for line in cut.split("\n") if line.strip()],
        "href": address(value.work.id, eid=value.eid, on=face.ask.said_on),
    }


def as_json(value: Consolidated, face: Face) -> TextJson:
    """The object of `vanban text --json`."""
    return expression(value.expression, value.on, face.room.rules, face.ask.language, eid=value.eid)


UNIT = Page("card", WORK + "/~{eid}/words", "card.html", ask, dress, TextJson, {"on": "asked.on"}, as_json=as_json)
WHOLE = Page("words", WORK + "/words", "card.html", ask, dress, TextJson, {"on": "asked.on"}, as_json=as_json)
