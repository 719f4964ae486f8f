"""How many results have each type, issuer, field of regulation, family and year."""

from functools import cache
from typing import Any

import tantivy

from vanban.rules import Rules
from vanban.search.answer import Count, Facets

_LISTED = 20
_FIELDS = {"types": "type", "issuers": "issuer", "fields": "field", "families": "family", "years": "year"}


def facets(searcher: tantivy.Searcher, query: tantivy.Query, rules: Rules) -> Facets:
    """The counts of every kind among what the query finds."""
    asked = {kind: {"terms": {"field": field, "size": _LISTED}} for kind, field in _FIELDS.items()}
    answer: dict[str, Any] = searcher.aggregate(query, asked)
    names = _names(rules)
    found = {kind: tuple(_counts(answer[kind]["buckets"], names[kind])) for kind in _FIELDS}
    return Facets(**found)


def _counts(buckets: list[dict[str, Any]], names: dict[str, str]) -> list[Count]:
    counts = []
    for bucket in buckets:
        key = bucket["key"]
        value = str(int(key)) if isinstance(key, float) else str(key)
        if value and value != "0":
            counts.append(Count(value, names.get(value, value), int(bucket["doc_count"])))
    return sorted(counts, key=lambda each: (-each.count, each.id))


@cache
def _names(rules: Rules) -> dict[str, dict[str, str]]:
    """Ids of rows and how people say them."""
    screen = {row.id: row.vi for row in rules.screen}
    return {
        "types": {row.id: row.name for row in rules.document_types},
        "issuers": {row.id: row.names[0] for row in rules.issuers},
        "fields": {row.id: row.name for row in rules.regulation_fields},
        "families": {name: screen.get(f"family.{name}", name) for name in ("state", "party", "other")},
        "years": {},
    }
