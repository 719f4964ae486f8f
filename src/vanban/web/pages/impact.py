"""What a document calls upon people to review (Nghị định 79/2025/NĐ-CP, Điều 39), clause by clause."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from vanban.api.reviewing import review_impact
from vanban.review.impact import ImpactAnswer
from vanban.web.addresses import WORK, address, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.pages.act_head import head
from vanban.web.room import Room


def ask(room: Room, ask: Ask) -> ImpactAnswer:
    """The impact of the document at the path; found first, for the words might name a file of this machine."""
    return review_impact(room.archive, room.archive.find(work_of(ask.parts)).id)


def dress(value: ImpactAnswer, face: Face) -> Mapping[str, Any]:
    """The documents by khoản of Điều 39, each with the clauses that tie it."""
    t = face.t
    row = face.room.row_of(value.work)
    assert row is not None  # the page is at a document's own address
    groups = []
    for paragraph, affected in groupby(value.affected, key=lambda each: each.paragraph):
        here = list(affected)
        groups.append((t.label("impact", str(paragraph)).format(count=len(here)), here))
    left = [t.label("impact", f"left-{why}").format(count=count) for why, count in value.left_out.items() if count]
    return {
        **head(row, "impact", face),
        "groups": groups,
        "left": left,
        "address": address,
        "name_of": face.room.name_of,
    }


PAGE = Page("impact", WORK + "/impact", "impact.html", ask, dress, ImpactAnswer)
