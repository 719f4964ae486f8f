"""How many results have each type, issuer, field of regulation, family and year."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import tantivy

from vanban.rules import Rules
from vanban.search.answer import Count, Facets
from vanban.search.filtering import FAMILY
from vanban.search.passage import OfWork

_LISTED = 20
_FIELDS = {"types": "type", "issuers": "issuer", "fields": "field", "families": "family", "years": "year"}


# The names of issuers that no table has (local bodies), as their documents print them.
NamesOf = Callable[[list[str]], dict[str, str]]


def facets(searcher: tantivy.Searcher, query: tantivy.Query, rules: Rules, names_of: NamesOf) -> Facets:
    """The counts of every kind among what the query finds."""
    asked = {kind: {"terms": {"field": field, "size": _LISTED}} for kind, field in _FIELDS.items()}
    answer: dict[str, Any] = searcher.aggregate(query, asked)
    names = _names(rules)
    local = [str(bucket["key"]) for bucket in answer["issuers"]["buckets"] if bucket["key"] not in names["issuers"]]
    names = names | {"issuers": names["issuers"] | names_of(local)} if local else names
    found = {kind: tuple(_counts(answer[kind]["buckets"], names[kind])) for kind in _FIELDS}
    return Facets(**found)


def facets_of(works: Iterable[OfWork], rules: Rules, names_of: NamesOf) -> Facets:
    """The counts of every kind among some results."""
    tallies: dict[str, Counter[str]] = {kind: Counter() for kind in _FIELDS}
    for work in works:
        for kind, values in (
            ("types", (work.type,)), ("issuers", (work.issuer,)), ("fields", work.fields), ("families", (work.family,)),
            ("years", (str(work.year or ""),)),
        ):  # fmt: skip
            tallies[kind].update(value for value in values if value)
    names = _names(rules)
    names = names | {
        "issuers": names_of([each for each in tallies["issuers"] if each not in names["issuers"]]) | names["issuers"]
    }
    return Facets(**{
        kind: tuple(Count(value, names[kind].get(value, value), n) for value, n in _first(tally))
        for kind, tally in tallies.items()
    })  # fmt: skip


def _first(tally: Counter[str]) -> list[tuple[str, int]]:
    return sorted(tally.items(), key=lambda item: (-item[1], item[0]))[:_LISTED]


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
    families = {row.id: row.vi for row in rules.screen if row.id.startswith(FAMILY)}
    return {
        "types": {row.id: row.name for row in rules.document_types},
        "issuers": {row.id: row.names[0] for row in rules.issuers},
        "fields": {row.id: row.name for row in rules.regulation_fields},
        "families": {id.removeprefix(FAMILY): name for id, name in families.items()},
        "years": {},
    }
