"""What this is, how far it can be relied on, how to use it from a program."""

from collections.abc import Mapping
from typing import Any

from vanban.archive import Counts
from vanban.model.version import VERSION
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.room import Room


def ask(room: Room, ask: Ask) -> Counts:
    """How much the archive holds."""
    return room.archive.counts()


def dress(value: Counts, face: Face) -> Mapping[str, Any]:
    """What the template needs."""
    return {"value": value, "version": VERSION}


PAGE = Page("about", "/about", "about.html", ask, dress, Counts)
