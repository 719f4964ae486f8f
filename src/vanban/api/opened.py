"""A document opened on a day: which it is, its words of that day, what stands in force, where its pointers lead."""

import datetime as dt
from typing import Literal

import msgspec

from vanban import archive as room
from vanban import references
from vanban.api.finding import base_of
from vanban.archive import Store, WorkRow
from vanban.consolidation.archived import expression
from vanban.exports.relations import WorkBrief, brief
from vanban.model import Expression, Parsed, Reference, Resolution, Role, Table, Target, Text
from vanban.rules import Rules
from vanban.timeline import Status
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.changes import every_change
from vanban.timeline.ledger import Ledger
from vanban.timeline.naming import eid_of
from vanban.timeline.status import status_in


class Link(msgspec.Struct, frozen=True, rename={"within": "in"}):
    """A pointer in the words of that day, `text[start:end]`: the document that it leads to and the unit there.

    `work` None: the document is not here (`state` "waiting") or several fit (`candidates`). `eid` None: the whole.
    """

    start: int
    end: int
    within: str
    role: Role
    target: Target
    state: Literal["resolved", "ambiguous", "waiting"]
    work: WorkBrief | None
    eid: str | None
    candidates: tuple[str, ...] = ()


class Opened(msgspec.Struct, frozen=True):
    """The page of a document on the day `on`.

    `days` are the days on which something of it starts, ends or changes, sorted. `cited` says how many references of
    other documents point at each unit (eid; "" the whole). `as_enacted`: the words are those of the enacted text; only
    then `tables` tells which of them stand in tables.
    """

    work: WorkRow
    on: dt.date
    status: Status
    expression: Expression
    links: tuple[Link, ...]
    days: tuple[dt.date, ...]
    cited: dict[str, int]
    as_enacted: bool
    tables: tuple[Table, ...] = ()


def opened(store: Store, work: WorkRow, on: dt.date, rules: Rules) -> Opened:
    """A document on a day. Raises UsageError where its text is not here."""
    base = base_of(store, work.id)
    facts = ArchivedFacts(store, rules)
    ledger = Ledger(facts, rules)
    made = expression(store, base, on, rules)
    return Opened(
        work=work,
        on=on,
        status=status_in(work.id, None, on, ledger),
        expression=made,
        links=links_of(store, base, made, rules),
        days=tuple(sorted({each.day for each in every_change(work.id, facts, rules)})),
        cited={eid_of(path, rules): count for path, count in room.citing_counts(store, work.id).items()},
        as_enacted=made.text == base.text.content,
        tables=base.text.tables if made.text == base.text.content else (),
    )


def links_of(store: Store, base: Parsed, made: Expression, rules: Rules) -> tuple[Link, ...]:
    """Where the pointers in the words of an expression of `base` lead."""
    if made.text == base.text.content:
        return _stored_links(store, base, rules)
    return _new_links(store, base, made, rules)


def _stored_links(store: Store, base: Parsed, rules: Rules) -> tuple[Link, ...]:
    """The pointers as the archive has resolved them; those inside the document lead to its own units."""
    outside = {each.seq: each.resolution for each in room.references_from(store, base.work.id)}
    found = [(each, outside.get(seq)) for seq, each in enumerate(base.references)]
    return _links(store, base, found, rules)


def _new_links(store: Store, base: Parsed, made: Expression, rules: Rules) -> tuple[Link, ...]:
    """The pointers of consolidated words, found and resolved as those of any document."""
    units = tuple(unit.provision for unit in made.provisions)
    text = Text(made.text, base.text.source)
    pointers, _ = references.find(text, base.work, units, rules)
    outward = [each for each in pointers if each.target.symbol or each.target.title]
    answers = dict(zip(outward, room.resolve_now(store, outward, base.work, rules), strict=True))
    return _links(store, base, [(each, answers.get(each)) for each in pointers], rules)


def _links(
    store: Store, base: Parsed, found: list[tuple[Reference, Resolution | None]], rules: Rules
) -> tuple[Link, ...]:
    works: dict[str, WorkBrief | None] = {}

    def named(work: str) -> WorkBrief | None:
        if work not in works:
            row = room.work(store, work)
            works[work] = brief(row) if row is not None else None
        return works[work]

    links = []
    for each, answer in found:
        target = each.target
        inside = answer is None and (target.eid is not None or target.relative is not None)
        work = base.work.id if inside else answer.work if answer is not None else None
        eid = target.eid or (eid_of(target.provision, rules) if target.provision else None)
        candidates = answer.candidates if answer is not None else ()
        state: Literal["resolved", "ambiguous", "waiting"] = (
            "resolved" if work else "ambiguous" if candidates else "waiting"
        )
        links.append(
            Link(
                each.start,
                each.end,
                each.within,
                each.role,
                target,
                state,
                named(work) if work else None,
                eid,
                candidates,
            )
        )
    return tuple(links)
