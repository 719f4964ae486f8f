"""Where a document comes from and what became of it (lược đồ): a picture, and the same as a table."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from vanban.exports.lineage import name_of
from vanban.exports.lineage_picture import lineage_picture
from vanban.timeline import Kin
from vanban.timeline.lineage import Relation
from vanban.web.addresses import WORK, address, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.pages.act_head import head
from vanban.web.room import Room


def ask(room: Room, ask: Ask) -> Kin:
    """The lineage of the document at the path, one step far, or `depth` steps."""
    return room.archive.lineage(work_of(ask.parts), max(ask.number("depth", 1, 4), 1))


def dress(value: Kin, face: Face) -> Mapping[str, Any]:
    """The picture and the rows of its table."""
    room, _, t = face

    def told(kin: Kin, relations: tuple[Relation, ...]) -> str:
        words = ", ".join(t.label("relation", each) for each in relations)
        when = f" · {t.day(kin.day)}" if kin.day else ""
        return words + when + ("" if kin.present else f" · {t.label('lineage', 'absent')}")

    def more(count: int) -> str:
        return t("lineage.more", count=count)

    row = room.row_of(value.work)
    assert row is not None  # the page is at a document's own address
    return {
        **head(row, "lineage", face),
        "value": value,
        "picture": Markup(
            lineage_picture(value, name_of, told, lambda kin: address(kin.work), more, t("lineage.label"))
        ),
        "rows": [
            {
                "relation": t.label("relation", kin.relation),
                "name": name_of(kin),
                "title": kin.title if kin.symbol else "",
                "href": address(kin.work) if kin.present else "",
                "day": kin.day,
                "clause": address(kin.by, eid=kin.within or None) if kin.by else "",
                "quote": kin.quote,
                "present": kin.present,
            }
            for kin in value.children
        ],
    }


PAGE = Page("lineage", WORK + "/lineage", "lineage.html", ask, dress, Kin, {"depth": "asked.depth"})
