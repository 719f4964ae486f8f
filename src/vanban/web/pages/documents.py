"""Every document, to walk through: by kind and by body, the newest first."""

from collections.abc import Mapping
from typing import Any

from vanban.archive import Shelved
from vanban.web.addresses import address, page_at
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.room import Room

_LISTED, _FURTHEST = 50, 1_000_000


def ask(room: Room, ask: Ask) -> Shelved:
    """One page of the documents of a kind, a body, a year; or of all."""
    return room.archive.shelved(
        type=ask.word("type"), issuer=ask.word("issuer"), year=ask.number("year", 0, 9999) or None,
        limit=_LISTED, offset=ask.number("from", 0, _FURTHEST),
    )  # fmt: skip


def dress(value: Shelved, face: Face) -> Mapping[str, Any]:
    """The rows, and the ways to narrow them."""
    ask = face.ask
    start = ask.number("from", 0, _FURTHEST)

    def without(name: str, **more: str) -> str:
        kept = {key: item for key, item in ask.query.items() if key not in (name, "from", "lang")}
        return page_at("/documents", {**kept, **more})

    return {
        "value": value,
        "address": address,
        "types": [(each, without("type", type=each.id), ask.word("type") == each.id) for each in value.types],
        "issuers": [(each, without("issuer", issuer=each.id), ask.word("issuer") == each.id) for each in value.issuers],
        "years": [(each, without("year", year=each.id), ask.word("year") == each.id) for each in value.years],
        "all": {name: without(name) for name in ("type", "issuer", "year")},
        "chosen": {name: ask.word(name) for name in ("type", "issuer", "year")},
        "feed": page_at("/changes.atom", {"issuer": ask.word("issuer")}) if ask.word("issuer") else "",
        "previous": without("from", **{"from": str(max(start - _LISTED, 0))}) if start else "",
        "next": without("from", **{"from": str(start + _LISTED)}) if start + _LISTED < value.total else "",
        "first": start + 1,
        "last": start + len(value.works),
    }


PAGE = Page(
    "documents", "/documents", "documents.html", ask, dress, Shelved,
    {"type": "asked.types", "issuer": "asked.issuers", "year": "asked.years", "from": "asked.after"}, lags=True,
)  # fmt: skip
