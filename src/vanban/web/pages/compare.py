"""A document on two days, words marked, each change with the clause that made it."""

from collections.abc import Mapping
from typing import Any

from vanban.api.compared import Compared
from vanban.web.addresses import WORK, address, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.pages.act_head import head
from vanban.web.room import Room


def ask(room: Room, ask: Ask) -> Compared:
    """From the day `from` (as enacted where it is not said) to the day `to` (else `on`, else today)."""
    return room.archive.compare(work_of(ask.parts), first=ask.day("from"), last=ask.day("to") or ask.on)


def dress(value: Compared, face: Face) -> Mapping[str, Any]:
    """What the template needs: the differences with their units' names and writers."""
    room, _, t = face
    work = value.work.id

    def writer(eid: str) -> tuple[str, str] | None:
        by = value.by.get(eid)
        return (address(by.work, eid=by.eid), f"{t.unit(by.eid)} {room.name_of(by.work)}") if by else None

    return {
        **head(value.work, "compare", face),
        "value": value,
        "rows": [
            {
                "name": t.unit(each.eid),
                "href": address(work, eid=each.eid, on=value.last),
                "kind": each.kind,
                "by": writer(each.eid) if each.kind != "removed" else None,
                "stretches": each.stretches,
            }
            for each in value.differences
        ],
        "address": address,
    }


PAGE = Page(
    name="compare",
    path=WORK + "/compare",
    template="compare.html",
    ask=ask,
    dress=dress,
    shape=Compared,
    query={"from": "asked.from", "to": "asked.to"},
)
