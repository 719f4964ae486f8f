"""A provision on a day: its words, why it holds or not, the history of its wording, what it cites and who cites it."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from vanban.api.unit_page import UnitPage, Wording
from vanban.archive.subjects import fact_key, target_words
from vanban.exports.citation import citation
from vanban.exports.law_text import law_text
from vanban.exports.relations import EffectLine, target_name
from vanban.exports.unit_marks import unit_marks
from vanban.model import Subject
from vanban.timeline.naming import provision_name
from vanban.timeline.status import label
from vanban.web.addresses import WORK, address, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.pages.act import dress_of, link_address, tree_of
from vanban.web.pages.act_head import head, why
from vanban.web.room import Room


def ask(room: Room, ask: Ask) -> UnitPage:
    """The provision at the path on the day asked for."""
    return room.archive.unit(work_of(ask.parts), ask.parts["eid"], on=ask.on)


def dress(value: UnitPage, face: Face) -> Mapping[str, Any]:
    """What the template needs."""
    room, ask, t = face
    work, on = value.work, ask.said_on
    marks = unit_marks(value.expression, value.status, tree_of(value.expression.provisions), room.rules)
    words = law_text(
        value.expression, value.links, dress_of(value, marks, face), units=value.units[:1], top=2
    ) if value.units else ""  # fmt: skip
    history = [_wording(each, face) for each in value.wordings]
    return {
        "value": value,
        **head(work, None, face),
        "name": _capital(t.unit(value.eid)),
        "heading": next((unit.heading for unit in value.units[:1]), ""),
        "law": Markup(words),
        "state_label": label(value.status.status, value.eid, room.rules, ask.language),
        "why": why(value.status, face),
        "crumbs": [(address(work.id, on=on), citation(work, room.rules).later)]
        + [(address(work.id, eid=eid, on=on), _capital(t.unit(eid))) for eid in reversed(value.above)],
        "before": (address(work.id, eid=value.before, on=on), t.unit(value.before)) if value.before else None,
        "after": (address(work.id, eid=value.after, on=on), t.unit(value.after)) if value.after else None,
        "context": f"{address(work.id, on=on)}#{value.eid}",
        "history": history,
        "cite": citation(work, room.rules, provision_name(value.eid, room.rules, "vi")),
        "here": address(work.id, eid=value.eid, on=on),
        "address": address,
        "original": address(work.id, "original", at=value.eid) if value.page else "",
        "cites": list(_cites(value, face)),
        "cited_by": [_citing(each, face) for each in value.cited_by],
        "inside": [(link, value.expression.text[link.start : link.end]) for link in value.inside],
        "effects": [
            {
                "act": room.name_of(each.acting),
                "href": address(each.acting, eid=each.effect.within),
                "clause": t.unit(each.effect.within),
                "verb": t.label("verb", each.effect.verb),
                "quote": each.quote,
                "work": each.acting,
                "fact": fact_of(each),
            }
            for each in value.effects
        ],
    }


def fact_of(line: EffectLine) -> str:
    """The name under which an effect is judged."""
    verb, target = line.effect.verb, target_words(line.effect.target)
    return fact_key(Subject(line.acting, "effect", f"{verb} {target}", line.quote))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _wording(each: Wording, face: Face) -> dict[str, Any]:
    by = [
        (address(writer.work, eid=writer.eid), f"{face.t.unit(writer.eid)} {face.room.name_of(writer.work)}")
        for writer in each.by
    ]
    return {"day": each.start_on, "by": by, "stretches": each.stretches}


def _cites(value: UnitPage, face: Face) -> Iterator[dict[str, Any]]:
    """What the unit points at, each target once, in the order of its words; to be judged where nothing was put in."""
    told: set[tuple[str, str]] = set()
    room, t = face.room, face.t
    for link in value.links:
        own = link.work is not None and link.work.id == value.work.id
        if link.work is None:
            name = target_name(link.target, room.rules, t.language)
        else:
            unit = t.unit(link.eid) if link.eid else ""
            name = unit if own else f"{unit} {room.name_of(link.work.id)}".strip()
        quote = value.expression.text[link.start : link.end]
        if not name or (name, link.role) in told:
            continue
        told.add((name, link.role))
        pointed = f"{link.role} {target_words(link.target)}"
        yield {
            "name": name,
            "href": link_address(link, value.work.id, face),
            "state": link.state,
            "role": t.label("role", link.role),
            "title": link.work.title if link.work is not None and not own else "",
            "quote": quote,
            "fact": "" if own or value.expression.applied
            else fact_key(Subject(value.work.id, "reference", pointed, quote)),
        }  # fmt: skip


def _citing(line: Any, face: Face) -> dict[str, Any]:
    """Where another document cites the unit."""
    work = line.work
    return {
        "act": face.room.name_of(work.id),
        "title": work.title,
        "href": address(work.id, eid=line.within or None),
        "where": face.t.unit(line.within),
        "role": face.t.label("role", line.role),
        "quote": line.quote,
    }


PAGE = Page(
    name="unit",
    path=WORK + "/~{eid}",
    template="unit.html",
    ask=ask,
    dress=dress,
    shape=UnitPage,
    query={"on": "asked.on"},
)
