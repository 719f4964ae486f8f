"""A document on a day: tree beside text, what stands in force and why, where its citations lead, how to cite it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from markupsafe import Markup

from vanban.api.opened import Link, Opened
from vanban.archive import WorkRow
from vanban.exports.citation import citation
from vanban.exports.law_text import Anchor, Dress, Side, law_text
from vanban.exports.reservations import reservations
from vanban.exports.unit_marks import UnitMark, unit_marks
from vanban.model import ExpressedProvision
from vanban.structure import Tree
from vanban.timeline.status import label
from vanban.web.addresses import WORK, address, page_at, work_of
from vanban.web.asking import Ask
from vanban.web.page import Face, Page
from vanban.web.pages.act_head import head, why
from vanban.web.parting import Part, parts_of
from vanban.web.room import Room

_CONTENTS = ("part", "chapter", "section", "subsection", "article", "appendix", "form")


class OnDay(Protocol):
    """A page about a document, or a part of one."""

    @property
    def work(self) -> WorkRow:
        """The document."""
        ...


class Entry(NamedTuple):
    """A line of the table of contents: a unit, the address, the state that a dot shows, what stands below it."""

    eid: str
    number: str
    heading: str
    href: str
    kind: str
    below: tuple["Entry", ...]


def ask(room: Room, ask: Ask) -> Opened:
    """The document at the path on the day asked for."""
    return room.archive.opened(work_of(ask.parts), on=ask.on)


def dress(value: Opened, face: Face) -> Mapping[str, Any]:
    """What the template needs: the head, the banner of force, the days, the contents, the words."""
    room, ask, _ = face
    work, made = value.work, value.expression
    tree = tree_of(made.provisions)
    marks = unit_marks(made, value.status, tree, room.rules)
    parts = () if ask.word("whole") else parts_of(made)
    part = next((each for each in parts if each.eid == ask.word("part")), parts[0] if parts else None)
    dressed = dress_of(value, marks, face, cited_articles(value))
    words = law_text(made, value.links, dressed, value.tables, part.units if part else None)
    return {
        "value": value,
        **head(work, "", face),
        "state_label": label(value.status.status, None, room.rules, ask.language),
        "why": why(value.status, face),
        "days": days_of(value, face),
        "contents": tuple(_contents(None, value, marks, parts, part, face)),
        "parts": [(each, _part_address(value, each, ask), each is part) for each in parts],
        "part": part,
        "whole": address(work.id, on=ask.said_on, whole="1"),
        "law": Markup(words),
        "reserved": reservations(made, room.rules, room.name_of, ask.language),
        "cite": citation(work, room.rules),
        "here": address(work.id, on=ask.said_on),
        "changed": sum(
            1 for each in marks.values() for mark in each if mark.kind in ("changed", "inserted", "repealed")
        ),
        "faults": [room.archive.tell(finding, ask.language) for finding in value.status.findings],
        "cited": value.cited.get("", 0),
        "all_cited": sum(value.cited.values()),
        "address": address,
    }


def tree_of(units: Sequence[ExpressedProvision]) -> Tree:
    """The units of a text on a day, to look things up in."""
    return Tree(unit.provision for unit in units)


def cited_articles(value: Opened) -> dict[str, int]:
    """How often other documents cite each article, or what stands below it."""
    articles = {unit.eid for unit in value.expression.provisions if unit.level == "article" and not unit.quoted}
    counts: dict[str, int] = {}
    for eid, count in value.cited.items():
        article = eid.partition("__cl_")[0].partition("__point_")[0]
        if article in articles:
            counts[article] = counts.get(article, 0) + count
    return counts


def dress_of(
    value: OnDay, marks: Mapping[str, Sequence[UnitMark]], face: Face, cited: Mapping[str, int] | None = None
) -> Dress[Link]:
    """How the words are dressed: each unit leads to its own page, each pointer to what it points at."""
    here, on = value.work.id, face.ask.said_on

    def anchor(owners: Sequence[Link]) -> Anchor:
        hrefs = tuple(dict.fromkeys(link_address(each, here, face) for each in owners))
        first = owners[0]
        kind = f"ref {first.role}" if hrefs[0] else f"ref {first.state}"
        return Anchor(hrefs[0], kind, tuple(filter(None, hrefs[1:])))

    sides = {eid: [side(mark, value, face) for mark in here_marks] for eid, here_marks in marks.items()}
    for eid, count in (cited or {}).items():
        words = face.t("mark.cited", count=count)
        sides.setdefault(eid, []).append(Side("cited", words, address(here, eid=eid, on=on) + "#cited"))
    return Dress(
        address=lambda eid: address(here, eid=eid, on=on),
        anchor=anchor,
        sides=sides,
    )


def link_address(pointer: Link, here: str, face: Face) -> str:
    """Where a pointer leads: the unit's own page, the document, or (several fit) the list of them."""
    on = face.ask.said_on
    if pointer.work is not None:
        itself = pointer.work.id == here and pointer.eid is None
        return "" if itself else address(pointer.work.id, eid=pointer.eid, on=on)
    if pointer.candidates:
        return page_at("/search", {"q": pointer.target.symbol or pointer.target.title})
    return ""


def side(mark: UnitMark, value: OnDay, face: Face) -> Side:
    """A mark in words: what happened, when, by which clause."""
    t = face.t
    what = t(f"mark.{mark.kind}") if not mark.reason else t("mark.not-applied") + ": " + t.label("refused", mark.reason)
    when = t("mark.from", day=t.day(mark.day)) if mark.day else ""
    until = t("mark.until", day=t.day(mark.until)) if mark.until else ""
    by = ""
    if mark.work and (mark.work != value.work.id or mark.clause):
        clause = t.unit(mark.clause) if mark.clause else ""
        act = face.room.name_of(mark.work) if mark.work != value.work.id else ""
        by = f"{clause} {act}".strip()
    words = " ".join(filter(None, (what, when, until))) + (f" · {by}" if by else "")
    href = address(mark.work, eid=mark.clause or None) if mark.work.startswith("/akn/") and mark.clause else ""
    return Side(mark.kind, words, href or address(value.work.id, eid=mark.eid, on=face.ask.said_on))


def days_of(value: Opened, face: Face) -> list[dict[str, Any]]:
    """The days on which the words or their force change, with the stretch that the day asked about falls into."""
    days = sorted({*value.days, *([value.work.date] if value.work.date else [])})
    current = max((day for day in days if day <= value.on), default=None)
    return [
        {"day": day, "href": address(value.work.id, on=day), "words": face.t.day(day), "current": day == current,
         "issued": day == value.work.date and day not in value.days}
        for day in days
    ]  # fmt: skip


def _part_address(value: Opened, part: Part, ask: Ask) -> str:
    return address(value.work.id, on=ask.said_on, part=part.eid)


def _contents(
    parent: str | None,
    value: Opened,
    marks: Mapping[str, Sequence[UnitMark]],
    parts: Sequence[Part],
    part: Part | None,
    face: Face,
) -> Iterator[Entry]:
    """The units that have a heading, nested; of a document in parts only the part at hand is opened."""
    below: dict[str | None, list[ExpressedProvision]] = {}
    for unit in value.expression.provisions:
        below.setdefault(unit.parent, []).append(unit)
    home = {unit.eid: each for each in parts for unit in each.units}

    def entries(units: Sequence[ExpressedProvision], holder: Part | None) -> Iterator[Entry]:
        for unit in units:
            if unit.level not in _CONTENTS or unit.quoted:
                continue
            owner = home.get(unit.eid, holder)
            elsewhere = owner is not None and owner is not part
            href = f"{_part_address(value, owner, face.ask)}#{unit.eid}" if elsewhere and owner else f"#{unit.eid}"
            kind: str = marks[unit.eid][0].kind if unit.eid in marks else ""
            deeper = () if elsewhere else tuple(entries(below.get(unit.eid, ()), owner))
            kind = kind or ("within" if not deeper and _changed_below(unit.eid, marks) else "")
            yield Entry(unit.eid, face.t.unit(unit.eid), unit.heading, href, kind, deeper)

    yield from entries(below.get(parent, ()), None)


def _changed_below(eid: str, marks: Mapping[str, Sequence[UnitMark]]) -> bool:
    return any(each.startswith(f"{eid}__") for each in marks)


def rests_on(value: Opened) -> frozenset[str]:
    """The document itself, what its citations lead to, and every act whose clause its words or its force rest on."""
    status, made = value.status, value.expression
    reasons = [*status.reasons, *status.candidates, *status.notices, *status.still_applied]
    reasons += [reason for part in status.parts for reason in part.reasons]
    works = {value.work.id, *(link.work.id for link in value.links if link.work is not None)}
    works.update(applied.work for applied in made.applied)
    works.update(refusal.work for refusal in made.refused)
    works.update(reason.work for reason in reasons)
    return frozenset(works)


PAGE = Page(
    name="act",
    path=WORK,
    template="act.html",
    ask=ask,
    dress=dress,
    shape=Opened,
    query={"on": "asked.on", "part": "asked.part", "whole": "asked.whole"},
    rests_on=rests_on,
)
