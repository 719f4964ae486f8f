"""The head that every view of a document has: what it is, its other views."""

from typing import Any

import msgspec

from vanban.archive import WorkRow
from vanban.exports.citation import citation
from vanban.timeline import Status
from vanban.web.addresses import address
from vanban.web.page import Face

VIEWS = ("", "compare", "timeline", "lineage", "references", "impact", "original")


def head(work: WorkRow, view: str | None, face: Face) -> dict[str, Any]:
    """What the template `act_head.html` needs, for one view of a document (None: for none of them)."""
    return {"work": work, "title": citation(work, face.room.rules).later, "tabs": tabs(work.id, view, face)}


def tabs(work: str, here: str | None, face: Face) -> list[tuple[str, str, bool]]:
    """The views of a document: address, words, whether it is this one."""
    on = face.ask.said_on
    return [(address(work, view, on=on), face.t(f"tab.{view or 'text'}"), view == here) for view in VIEWS]


def why(status: Status, face: Face) -> list[str]:
    """What proves a state, sentence by sentence; rules that wait for a jurist are counted, the JSON names them."""
    said = face.room.archive.explain(msgspec.structs.replace(status, unreviewed=()), face.ask.language)[1:]
    waiting = len(status.unreviewed)
    return [*said, face.t("act.unreviewed", count=waiting)] if waiting else list(said)
