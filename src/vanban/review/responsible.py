"""Who must review a document (Nghị định 79/2025/NĐ-CP, Điều 35, 43), and which documents a scope takes in."""

import datetime as dt
import re
from functools import cache

import msgspec

from vanban.identification.bodies import by_name, unknown
from vanban.orthography import fold
from vanban.review.registered import Registered
from vanban.rules import Rules
from vanban.rules.review_rows import ListKind

_PLACE = re.compile(r"(?P<body>.+?)-(?P<kind>tinh|thanh-pho)-(?P<name>[a-z0-9-]+)")


class Scope(msgspec.Struct, frozen=True):
    """Which documents the lists are about: of one kind, and of an issuer or of the body that must review them."""

    kind: ListKind = "normative"
    issuer: str | None = None
    responsible: str | None = None


def holds(scope: Scope, document: Registered, on: dt.date, rules: Rules) -> bool:
    """Whether a scope takes in a document, by who is responsible on the day `on`; its kind is not asked here."""
    if scope.issuer is not None and not _issued_by(document, scope.issuer, on, rules):
        return False
    if scope.responsible is None:
        return True
    return bool(body_ids(scope.responsible, rules) & set(reviewers(document, on, rules)))


def _issued_by(document: Registered, words: str, on: dt.date, rules: Rules) -> bool:
    """Whether the words name the issuer, or a body that took over from it; a part of its name will do."""
    asked = body_ids(words, rules)
    if asked & {each for issuer in document.issuer.split("--") for each in (issuer, *successors(issuer, on, rules))}:
        return True
    name = fold(document.issuer_name)
    known = by_name(words, rules) is not None
    return not known and bool(name) and fold(words.strip()) in name


def body_ids(words: str, rules: Rules) -> set[str]:
    """The identifiers that a name, or an identifier itself, can mean."""
    named = by_name(words, rules)
    return {words.strip(), named.id if named is not None else unknown(words, None, "", rules).id}


def reviewers(document: Registered, on: dt.date, rules: Rules) -> tuple[str, ...]:
    """The bodies that must review a document on a day; () where nothing tells (a decree whose drafter is not named)."""
    found: list[str] = []
    for issuer in document.issuer.split("--"):
        found += _reviewer(issuer, document.proposer, rules)
    return tuple(dict.fromkeys(each for body in found for each in (successors(body, on, rules) or (body,))))


def _reviewer(issuer: str, proposer: str, rules: Rules) -> list[str]:
    for pattern, reviewer in _rows(rules):
        match = pattern.fullmatch(issuer)
        if match is not None:
            body = reviewer.format(**{"proposer": proposer, **match.groupdict()})
            return [body] if body else []
    return []


@cache
def _rows(rules: Rules) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row.issuers), row.reviewer) for row in rules.review_responsible)


@cache
def successors(body: str, on: dt.date, rules: Rules) -> tuple[str, ...]:
    """The bodies that stand on a day in the place of one that is gone; () where it is not gone, or nobody is known.

    A local body goes with its province: the committee of the new unit takes over (Điều 35 khoản 4).
    """
    row = next((each for each in rules.issuers if each.id == body), None)
    if row is not None:
        gone, after = row.until is not None and row.until <= on, row.successors
    else:
        match = _PLACE.fullmatch(body)
        place = next((each for each in rules.provinces if match and each.id == match["name"]), None)
        if match is None or place is None:
            return ()
        gone = place.until is not None and place.until <= on
        kinds = {each.id: each.kind for each in rules.provinces}
        after = tuple(f"{match['body']}-{kinds[each]}-{each}" for each in place.successors if each in kinds)
    if not gone:
        return ()
    return tuple(dict.fromkeys(each for next_one in after for each in (successors(next_one, on, rules) or (next_one,))))
