"""Search: provisions in their wording of a day, with counts to narrow by; suggestions while typing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from vanban.search import Answer, Filters, Suggestion
from vanban.search.answer import FACETS, Count, Result
from vanban.timeline.status import label
from vanban.web.addresses import address, page_at
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.room import Room

_LISTED, _FURTHEST = 20, 10_000
_SHOWN_COUNTS = 8


def filters_of(ask: Ask) -> Filters:
    """What the search is narrowed to."""
    return Filters(
        types=ask.words("types"),
        issuers=ask.words("issuers"),
        fields=ask.words("fields"),
        families=ask.words("families"),
        years=ask.numbers("years", 9999),
        in_force=bool(ask.word("in_force")),
    )


def ask(room: Room, ask: Ask) -> Answer:
    """The provisions that answer `q` on the day `on`, the page that begins after `from` results."""
    return room.archive.search(
        ask.word("q"),
        on=ask.on,
        filters=filters_of(ask),
        limit=_LISTED,
        offset=ask.number("from", 0, _FURTHEST),
    )


def dress(value: Answer, face: Face) -> Mapping[str, Any]:
    """What the template needs."""
    ask = face.ask
    start = ask.number("from", 0, _FURTHEST)
    chosen = filters_of(ask)
    return {
        "value": value,
        "results": [_result(each, face) for each in value.results],
        "groups": [
            (face.t(f"facet.{kind}"), list(_choices(kind, getattr(value.facets, kind), face)))
            for kind in FACETS
            if getattr(value.facets, kind)
        ],
        "chosen": chosen,
        "narrowed": chosen != Filters(),
        "without": _with(ask, **dict.fromkeys((*FACETS, "in_force", "from"), ())),
        "first": start + 1,
        "last": start + len(value.results),
        "previous": _with(ask, **{"from": (str(max(start - _LISTED, 0)),)}) if start else "",
        "next": _with(ask, **{"from": (str(start + _LISTED),)}) if start + _LISTED < value.total else "",
    }


def _result(each: Result, face: Face) -> dict[str, Any]:
    t, on = face.t, face.ask.said_on
    unit = each.within or each.eid
    name = f"{each.work.type_name} {each.work.symbol}" if each.work.symbol else each.work.title
    return {
        "href": address(each.work.id, eid=each.eid, on=on) if each.eid else address(each.work.id, on=on),
        "name": name,
        "work": address(each.work.id, on=on),
        "title": each.work.title if each.work.symbol else "",
        "unit": t.unit(each.eid) if each.eid else "",
        "within": t.unit(unit) if unit and unit != each.eid else "",
        "heading": each.heading,
        "snippet": marked(each.snippet, each.marks),
        "status": each.status,
        "state": label(each.status, each.eid, face.room.rules, face.ask.language),
        "since": each.since,
        "date": each.work.date,
    }


def marked(words: str, marks: Sequence[tuple[int, int]]) -> Markup:
    """A snippet with the words found in it marked."""
    out, at = Markup(""), 0
    for start, end in marks:
        out += escape(words[at:start]) + Markup("<mark>") + escape(words[start:end]) + Markup("</mark>")
        at = end
    return out + escape(words[at:])


def _choices(kind: str, counts: Sequence[Count], face: Face) -> Iterator[dict[str, Any]]:
    """The values of one kind, each with the address that takes it in or out."""
    ask = face.ask
    taken = ask.words(kind)
    for each in counts[:_SHOWN_COUNTS]:
        left = tuple(value for value in taken if value != each.id)
        values = left if each.id in taken else (*taken, each.id)
        yield {
            "name": _name(kind, each, face), "count": each.count, "on": each.id in taken,
            "href": _with(ask, **{kind: values, "from": ()}),
        }  # fmt: skip


def _name(kind: str, each: Count, face: Face) -> str:
    """A value in the reader's language, a body as running text writes it."""
    if kind == "issuers":
        return face.t.body(each.id, each.name)
    return face.t.label("family", each.id) if kind == "families" else each.name


def _with(ask: Ask, **changed: tuple[str, ...]) -> str:
    """The address of this search with other values."""
    kept = [(name, value) for name, value in ask.query.multi_items() if name not in changed]
    return page_at("/search", [*kept, *((name, value) for name, values in changed.items() for value in values)])


def suggest(room: Room, ask: Ask) -> tuple[Suggestion, ...]:
    """What somebody who has typed `q` so far may be after."""
    return room.archive.suggest(ask.word("q")) if ask.word("q") else ()


def dress_suggestions(value: tuple[Suggestion, ...], face: Face) -> Mapping[str, Any]:
    """Each with where it leads."""
    return {
        "rows": [
            (
                address(each.work, eid=each.eid),
                each.text,
                " · ".join(filter(None, (each.symbol, face.t.unit(each.eid) if each.eid else ""))),
            )
            for each in value
        ]
    }


_ASKED = {
    "q": "asked.q", "on": "asked.on", "types": "asked.types", "issuers": "asked.issuers", "fields": "asked.fields",
    "families": "asked.families", "years": "asked.years", "in_force": "asked.in-force", "from": "asked.after",
}  # fmt: skip
PAGE = Page("search", "/search", "search.html", ask, dress, Answer, _ASKED, lags=True)
SUGGEST = Page(
    "suggest",
    "/suggest",
    "suggest.html",
    suggest,
    dress_suggestions,
    tuple[Suggestion, ...],
    {"q": "asked.q"},
    lags=True,
)  # fmt: skip
