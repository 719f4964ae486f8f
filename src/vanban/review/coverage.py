"""Institutionalisation: which bodies of a list have issued the document that a higher one calls for, which not yet."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

import msgspec

from vanban import archive
from vanban.archive import Store, WorkRow
from vanban.model.errors import UsageError
from vanban.orthography import fold
from vanban.review.body_lists import Body
from vanban.review.called_for import Call, calls_of
from vanban.rules import Rules

Tie = Literal["details", "legal-basis", "title", "cites"]
Coverage = Literal["issued", "candidate", "missing"]
# The nearest tie first; a document that only cites may carry it out or not: a person decides.
_TELLING = ("van-ban-hop-nhat",)  # carries nothing out
_Place = tuple[Tie, str, int, int]  # the tie, the unit of the later document, and the words there
_ORDER: tuple[Tie, ...] = ("details", "legal-basis", "title", "cites")


class Issued(msgspec.Struct, frozen=True):
    """A document of a body, and what ties it to the one that calls for it: the clause, its unit and its words."""

    work: str
    type_name: str
    symbol: str
    title: str
    date: dt.date | None
    tie: Tie
    eid: str
    quote: str


class Covered(msgspec.Struct, frozen=True):
    """One body: "issued" with a document that details, rests on or names the higher one; "candidate" where documents
    only cite it; "missing" where none is in the archive.
    """

    body: str
    state: Coverage
    documents: tuple[Issued, ...]


class CoverageAnswer(msgspec.Struct, frozen=True):
    """The answer of `vanban review coverage`, as known on the day `on`.

    `others` counts the later documents tied to it that are of no body of the list.
    """

    work: str
    on: dt.date
    calls: tuple[Call, ...]
    counts: dict[Coverage, int]
    bodies: tuple[Covered, ...]
    others: int


def coverage(store: Store, higher: WorkRow, bodies: tuple[Body, ...], on: dt.date, rules: Rules) -> CoverageAnswer:
    """What the bodies have issued after the document `higher`, and by the day `on`, that carries it out."""
    parsed = archive.parsed(store, higher.id)
    if parsed is None:
        raise UsageError("no-such-work", words=higher.symbol or higher.id)
    tied = _tied(store, higher, on)
    rows = {work: row for work in tied if (row := archive.work(store, work)) is not None}
    left = set(rows)
    covered = []
    for body in bodies:
        own = [work for work, row in rows.items() if body.issues(row, on, rules)]
        left -= set(own)
        documents = tuple(sorted((_issued(store, rows[work], tied[work]) for work in own), key=_by_tie))
        near = any(each.tie != "cites" for each in documents)
        covered.append(Covered(body.name, "issued" if near else "candidate" if documents else "missing", documents))
    states = [each.state for each in covered]
    counts: dict[Coverage, int] = {state: states.count(state) for state in ("issued", "candidate", "missing")}
    return CoverageAnswer(higher.id, on, calls_of(parsed, rules), counts, tuple(covered), len(left))


def _tied(store: Store, higher: WorkRow, on: dt.date) -> dict[str, _Place]:
    """Each work that points at the higher one and is later than it, with its nearest tie and where that stands."""
    found: defaultdict[str, list[_Place]] = defaultdict(list)
    for effect in archive.effects_on(store, higher.id):
        if effect.effect.verb == "detail":
            found[effect.work].append(("details", effect.effect.within, effect.effect.start, effect.effect.end))
    for reference in archive.references_to(store, higher.id):
        tie: Tie = "legal-basis" if reference.role == "legal-basis" else "cites"
        found[reference.work].append((tie, reference.within, reference.start, reference.end))
    return dict(_later(store, higher, on, found))


def _later(store: Store, higher: WorkRow, on: dt.date, found: dict[str, list[_Place]]) -> Iterator[tuple[str, _Place]]:
    named = fold(higher.symbol) if higher.symbol else ""
    for work, ties in found.items():
        row = archive.work(store, work)
        if row is None or work == higher.id or row.type in _TELLING or row.date is None or row.date > on:
            continue
        if higher.date is not None and row.date < higher.date:
            continue
        if named and named in fold(row.title):
            ties = [("title", each[1], each[2], each[3]) if each[0] == "cites" else each for each in ties]
        yield work, min(ties, key=lambda each: (_ORDER.index(each[0]), each[2]))


def _issued(store: Store, row: WorkRow, place: _Place) -> Issued:
    tie, eid, start, end = place
    here = archive.parsed(store, row.id)
    quote = " ".join(here.text.content[start:end].split()) if here is not None else ""
    return Issued(row.id, row.type_name, row.symbol, row.title, row.date, tie, eid, quote)


def _by_tie(issued: Issued) -> tuple[int, str, str]:
    return _ORDER.index(issued.tie), str(issued.date), issued.work
