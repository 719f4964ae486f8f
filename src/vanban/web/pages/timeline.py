"""The periods of force of a document and its provisions: a picture, and the same as a table."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from vanban.api.force_periods import ForcePeriods
from vanban.exports.timeline_picture import timeline_picture
from vanban.model import Period, Reason
from vanban.timeline.status import label
from vanban.web.addresses import WORK, address, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.pages.act_head import head
from vanban.web.room import Room


def ask(room: Room, ask: Ask) -> ForcePeriods:
    """The periods of the document at the path."""
    return room.archive.periods(work_of(ask.parts))


def dress(value: ForcePeriods, face: Face) -> Mapping[str, Any]:
    """The picture and the rows of its table."""
    room, ask, t = face
    work = value.work.id

    def state(name: Any, eid: str | None = None) -> str:
        return label(name, eid, room.rules, ask.language)

    def name(eid: str | None) -> str:
        return t("timeline.whole") if eid is None else t.unit(eid)

    def proof(reasons: tuple[Reason, ...], eid: str | None) -> tuple[str, str] | None:
        """The clause of the edge at which a period begins: the one upon the unit itself, or else the last."""
        reason = next((each for each in reversed(reasons) if each.unit == eid), reasons[-1] if reasons else None)
        if reason is None or not reason.work.startswith("/akn/"):
            return None
        unit = t.unit(reason.eid) if reason.eid else ""
        return address(reason.work, eid=reason.eid or None), f"{unit} {room.name_of(reason.work)}".strip()

    drawn = _drawn(value, face)
    return {
        **head(value.work, "timeline", face),
        "value": value,
        "picture": Markup(timeline_picture(drawn, ask.on, t.day, state, t("timeline.label"))),
        "rows": [
            {
                "name": name(row.eid),
                "href": address(work, eid=row.eid),
                "periods": [
                    (each, state(each.state, row.eid), proof(each.reasons, row.eid))
                    for each in row.periods
                    if each.start_on is not None or len(row.periods) == 1
                ],
            }
            for row in value.rows
        ],
    }


def _drawn(value: ForcePeriods, face: Face) -> list[tuple[str, tuple[Period, ...]]]:
    """The rows of the picture: units of one article whose periods are the same share a row; the table has each."""
    t = face.t
    groups: dict[tuple[object, ...], list[str | None]] = {}
    periods: dict[tuple[object, ...], tuple[Period, ...]] = {}
    for row in value.rows:
        head = row.eid and row.eid.partition("__cl_")[0].partition("__point_")[0]
        key = (head, *((each.state, each.start_on, each.end_before) for each in row.periods))
        groups.setdefault(key, []).append(row.eid)
        periods.setdefault(key, row.periods)

    def name(head: object, units: list[str | None]) -> str:
        if units[0] is None:
            return t("timeline.whole")
        return t.unit(units[0]) if len(units) == 1 else t("timeline.of", unit=t.unit(str(head)), count=len(units))

    return [(name(key[0], units), periods[key]) for key, units in groups.items()]


PAGE = Page("timeline", WORK + "/timeline", "timeline.html", ask, dress, ForcePeriods, {"on": "asked.on"})
