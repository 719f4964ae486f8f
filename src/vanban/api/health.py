"""The health of an archive: the faults of each document, and those that only the whole shows."""

import datetime as dt
from collections.abc import Iterable, Iterator

from vanban import archive as room
from vanban.api.checking import GRAVITY, Checked, Fault, check, in_order_of_gravity, told
from vanban.archive import Store, WorkRow
from vanban.exports.messages import Language
from vanban.exports.relations import brief
from vanban.model import Finding, Severity
from vanban.review.definitions import Definition, definitions, overlapping
from vanban.review.delegations import open_delegations
from vanban.review.duplicates import duplicates
from vanban.rules import Rules
from vanban.timeline.standing import in_force


def health(
    store: Store,
    works: Iterable[WorkRow],
    on: dt.date,
    rules: Rules,
    language: Language = "vi",
    *,
    severity: Severity = "info",
    code: str | None = None,
) -> Checked:
    """The faults of the works as at a day: in each, in what they cite, over time, and across them.

    Across: orders to lay down details that nobody carries out, terms defined otherwise elsewhere, one document under
    two identities. `severity` is the least grave that is told; `code` picks one kind.
    """
    rows = list(works)
    found = check(store, rows, rules, language)
    wanted = {row.id: row for row in rows}
    faults = [*found.faults, *_across(store, wanted, on, rules, language)]
    kept = [
        fault for fault in faults
        if GRAVITY[fault.finding.severity] <= GRAVITY[severity] and code in (None, fault.finding.code)
    ]  # fmt: skip
    return in_order_of_gravity(len(rows), kept)


def _across(store: Store, wanted: dict[str, WorkRow], on: dt.date, rules: Rules, language: Language) -> Iterator[Fault]:
    standing = {work for work, state in in_force(on, store, rules) if state in ("in-force", "ended-in-part")}
    terms: list[Definition] = []
    for parsed in room.every_parsed(store):
        work = parsed.work.id
        if work not in standing:
            continue
        terms += definitions(parsed)
        if work in wanted:
            for each in open_delegations(parsed, store, rules):
                quote = parsed.text.content[each.start : each.end]
                yield _fault(wanted[work], each, quote, store, rules, language)
    for work, each in (*overlapping(terms, rules), *duplicates(room.works(store), rules)):
        if work in wanted:
            yield _fault(wanted[work], each, each.details.get("term", ""), store, rules, language)


def _fault(work: WorkRow, found: Finding, quote: str, store: Store, rules: Rules, language: Language) -> Fault:
    return Fault(brief(work), found, told(found, store, rules, language), quote)


def grouped(found: Checked) -> Iterator[tuple[str, tuple[Fault, ...]]]:
    """The faults by code, the gravest codes first."""
    by_code: dict[str, list[Fault]] = {}
    for fault in found.faults:
        by_code.setdefault(fault.finding.code, []).append(fault)
    yield from ((code, tuple(faults)) for code, faults in by_code.items())
