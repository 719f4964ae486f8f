"""What people have decided about one task, as known on a day: folded from judgements, oldest first."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from vanban.model import Judgement


class TaskRecord(msgspec.Struct, frozen=True):
    """What the judgements say together. `proof` is the document that shows the completion; `due` replaces the printed
    time limit (half-open), and `extended_by` is the document that moved it.
    """

    rejected: bool = False
    confirmed: bool = False
    office: str = ""
    done_on: dt.date | None = None
    proof: str = ""
    due: dt.date | None = None
    extended_by: str = ""
    cancelled: bool = False
    cancelled_by: str = ""
    notes: tuple[str, ...] = ()


def record_of(judgements: Iterable[Judgement], on: dt.date) -> TaskRecord:
    """The record on the day `on`: what happens on a later day (a completion, a new limit) is not yet known then.

    The later judgement on one matter replaces the earlier; "open" takes a completion and a calling off back.
    """
    record = TaskRecord()
    for judgement in judgements:
        if judgement.verdict != "extended" and judgement.day is not None and judgement.day > on:
            continue
        record = msgspec.structs.replace(record, **_changes(judgement))
        if judgement.note:
            record = msgspec.structs.replace(record, notes=(*record.notes, judgement.note))
    return record


def _changes(judgement: Judgement) -> dict[str, object]:
    match judgement.verdict:
        case "rejected":
            return {"rejected": True, "confirmed": False}
        case "confirmed":
            return {"rejected": False, "confirmed": True}
        case "assigned":
            return {"office": judgement.office}
        case "done":
            return {"done_on": judgement.day, "proof": judgement.proof}
        case "open":
            return {"done_on": None, "proof": "", "cancelled": False, "cancelled_by": ""}
        case "extended" if judgement.day is not None:
            return {"due": judgement.day + dt.timedelta(days=1), "extended_by": judgement.proof}
        case "cancelled":
            return {"cancelled": True, "cancelled_by": judgement.proof}
        case _:
            return {}
