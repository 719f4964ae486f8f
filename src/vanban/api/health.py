"""The health of an archive: the faults of each document, and those that only the whole shows."""

import datetime as dt
from collections.abc import Iterable, Iterator

from vanban import archive as room
from vanban.api.checking import Checked, Fault, advice, check, faults_of, in_order_of_gravity, told
from vanban.archive import Store, WorkRow
from vanban.exports.messages import Language
from vanban.exports.relations import brief
from vanban.review.definitions import Definition, definitions, overlapping
from vanban.review.delegations import open_delegations
from vanban.review.duplicates import duplicates
from vanban.review.ended_targets import ended_targets
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.ledger import Ledger
from vanban.timeline.standing import in_force


def health(
    store: Store,
    works: Iterable[WorkRow],
    on: dt.date,
    rules: Rules,
    language: Language = "vi",
) -> Checked:
    """The faults of the works as at a day: in each, in what they cite, over time, and across them.

    Across: acts cited that had ended, legal bases that have ended since, orders to lay down details that nobody carries
    out, terms defined otherwise elsewhere, one document under two identities.
    """
    rows = list(works)
    found = check(store, rows, rules, language)
    wanted = {row.id: row for row in rows}
    return in_order_of_gravity(len(rows), (*found.faults, *_across(store, wanted, on, rules, language)))


def _across(store: Store, wanted: dict[str, WorkRow], on: dt.date, rules: Rules, language: Language) -> Iterator[Fault]:
    standing = {work for work, state in in_force(on, store, rules) if state in ("in-force", "ended-in-part")}
    terms: list[Definition] = []
    ledger = Ledger(ArchivedFacts(store, rules), rules)
    for row in wanted.values():
        references = tuple(room.references_from(store, row.id))
        found = tuple(ended_targets(row, references, on, ledger, rules, standing=row.id in standing))
        base = room.parsed(store, row.id) if found else None
        yield from faults_of(row, found, base, store, rules, language)
    for parsed in room.every_parsed(store):
        work = parsed.work.id
        if work not in standing:
            continue
        terms += definitions(parsed)
        if work in wanted:
            yield from faults_of(wanted[work], open_delegations(parsed, store, rules), parsed, store, rules, language)
    for work, each in (*overlapping(terms, rules), *duplicates(room.works(store), rules)):
        if work in wanted:
            message, remedy = told(each, store, rules, language), advice(each, rules, language)
            yield Fault(brief(wanted[work]), each, message, each.details.get("term", ""), advice=remedy)


def grouped(found: Checked) -> Iterator[tuple[str, tuple[Fault, ...]]]:
    """The faults by code, the gravest codes first."""
    by_code: dict[str, list[Fault]] = {}
    for fault in found.faults:
        by_code.setdefault(fault.finding.code, []).append(fault)
    yield from ((code, tuple(faults)) for code, faults in by_code.items())
