"""What a document points at, and what points at it."""

from collections.abc import Mapping
from typing import Any

import msgspec

from vanban.api.pointing import Pointing
from vanban.archive.both_ways import Pointer
from vanban.exports.relations import ReferencesJson, references_json, target_name
from vanban.model import Target
from vanban.web.addresses import WORK, address, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.pages.act_head import head
from vanban.web.room import Room

_LISTED = 500


def ask(room: Room, ask: Ask) -> Pointing:
    """The references of the document at the path, in both directions."""
    return room.archive.references(work_of(ask.parts))


def dress(value: Pointing, face: Face) -> Mapping[str, Any]:
    """Both directions by document: each other document once, with the places where it is cited or cites."""
    return {
        **head(value.work, "references", face),
        "value": value,
        "outgoing": _grouped(value.outgoing, face),
        "incoming": _grouped(value.incoming, face),
    }


def _grouped(pointers: tuple[Pointer, ...], face: Face) -> list[dict[str, Any]]:
    room, _, t = face
    groups: dict[str, dict[str, Any]] = {}
    for pointer in pointers[:_LISTED]:
        ref, other = pointer.reference, pointer.other
        whole = target_name(_whole(ref.target), room.rules, t.language)
        key = other.id if other else whole
        group = groups.setdefault(
            key,
            {
                "name": room.name_of(other.id) if other else whole or pointer.quote,
                "title": other.title if other and other.symbol else "",
                "href": address(other.id) if other else "",
                "state": ref.state,
                "places": [],
            },
        )
        group["places"].append(
            {
                "where": t.unit(ref.within),
                "href": address(ref.work, eid=ref.within or None),
                "role": t.label("role", ref.role),
                "quote": pointer.quote,
            }
        )
    return sorted(groups.values(), key=lambda group: (not group["href"], -len(group["places"]), group["name"]))


def _whole(target: Target) -> Target:
    """The document that a target names, without the provision."""
    return msgspec.structs.replace(target, provision=())


def as_json(value: Pointing, _: Face) -> ReferencesJson:
    """The object of `vanban references --json`."""
    return references_json(value.work, value.outgoing, value.incoming, value.faults)


PAGE = Page("references", WORK + "/references", "references.html", ask, dress, ReferencesJson, as_json=as_json)
