"""Orders to lay down details that no document here carries out: which body, since when, by which clause."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from vanban import archive
from vanban.archive import Store
from vanban.model import Finding, Parsed, Provision
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.timeline.checks import finding
from vanban.timeline.naming import provision_name

_NUMBER = re.compile(r"\s*(?:dieu \d+[a-z]?\.|\d+[a-z]?\.|[a-z]\d?\))?\s*")
_BEGINS = re.compile(r"(?:^|(?<=[.;:]\s)|(?<=\n))", re.MULTILINE)


@cache
def _phrases(rules: Rules) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row.pattern) for row in rules.delegation_phrases)


@cache
def _bodies(rules: Rules) -> dict[str, str]:
    """Names and posts, folded -> the id of the body."""
    return {fold(name): row.id for row in rules.issuers for name in (*row.names, *row.posts)}


def open_delegations(parsed: Parsed, store: Store, rules: Rules) -> Iterator[Finding]:
    """One finding for each body and clause of a document whose order nobody carries out, at its words.

    Carried out: a document of that body, made no earlier, details this one or rests on it. The archive may lack it: the
    finding is a hint.
    """
    orders = list(_orders(parsed, rules))
    if not orders:
        return
    done = dict.fromkeys(_issuers_below(parsed, store))
    for unit, body, start, end in orders:
        if body not in done:
            told = finding(
                "delegation-open", rules, unit=provision_name(unit.eid, rules),
                body=parsed.text.content[start:end].split(" quy định")[0].split(" hướng dẫn")[0],
                since=str(parsed.force.start_on or parsed.work.date or ""), work=parsed.work.id,
            )  # fmt: skip
            yield Finding(told.code, told.severity, start, end, told.details)


def _orders(parsed: Parsed, rules: Rules) -> Iterator[tuple[Provision, str, int, int]]:
    """The unit, the body and the words of each order in the document's own words."""
    content, folded = parsed.text.content, fold(parsed.text.content)
    bodies = _bodies(rules)
    seen: set[tuple[str, str]] = set()
    holders = {unit.parent for unit in parsed.provisions}
    for unit in parsed.provisions:
        if unit.quoted or unit.eid in holders or unit.level not in ("article", "clause", "point", "paragraph"):
            continue
        for begin in _BEGINS.finditer(folded, unit.start, unit.end):
            number = _NUMBER.match(folded, begin.start(), unit.end)
            at = number.end() if number else begin.start()
            for pattern in _phrases(rules):
                match = pattern.match(folded, at, unit.end)
                body = bodies.get(match["body"]) if match else None
                if match and body and content[at].isupper() and (unit.eid, body) not in seen:
                    seen.add((unit.eid, body))
                    yield unit, body, match.start(), match.end()


def _issuers_below(parsed: Parsed, store: Store) -> Iterator[str]:
    """The bodies whose documents detail this one or rest on it."""
    made = parsed.work.date or dt.date.min
    work = parsed.work.id
    acting = {each.work for each in archive.effects_on(store, work) if each.effect.verb == "detail"}
    acting |= {each.work for each in archive.references_to(store, work) if each.role == "legal-basis"}
    for other in acting:
        row = archive.work(store, other)
        if row is not None and row.date is not None and row.date >= made:
            yield from row.issuer.split("--")
