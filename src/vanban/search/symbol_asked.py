"""A question that names a document by its symbol: the documents that fit, best first, or a unit of them."""

from typing import NamedTuple

import tantivy

from vanban.model.errors import UsageError
from vanban.rules import Rules
from vanban.search import matching
from vanban.search.answer import Filters
from vanban.search.fields import passage_of
from vanban.search.passage import Passage
from vanban.search.symbols import SymbolAsked, likeness
from vanban.timeline.naming import eid_of, parse_provision

# Of one short number ("15") there may be thousands of documents: so many are looked at.
_MOST = 500
_ARTICLE = "article"


class Named(NamedTuple):
    """A passage of a document named by its symbol, how much of the symbol was named, and the unit asked for."""

    passage: Passage
    likeness: float
    unit: str | None = None


def by_symbol(searcher: tantivy.Searcher, asked: SymbolAsked, filters: Filters, day: int, rules: Rules) -> list[Named]:
    """The documents whose symbol has every piece asked for: those that fit best first, then the newest.

    With "Điều 5" beside the symbol, that unit of the best of them. [] where no symbol has the pieces, or the question
    says more than a symbol and a unit.
    """
    query = matching.narrowed(matching.symbol(asked.pieces), filters, day)
    found = [passage_of(searcher.doc(address)) for _, address in searcher.search(query, _MOST).hits]
    if not found:
        return []
    fitting = [(likeness(asked, passage.work.symbol, passage.work.type), passage) for passage in found]
    best = max(fit for fit, _ in fitting)
    fitting.sort(key=lambda item: (item[0], str(item[1].work.date or ""), item[1].work.id), reverse=True)
    named = [Named(passage, fit[2]) for fit, passage in fitting]
    if not asked.rest.strip():
        return named
    path = _path(asked.rest, rules)
    if path is None:
        return []
    works = [passage.work.id for fit, passage in fitting if fit == best]
    return _units(searcher, works, *path, day)


def _path(rest: str, rules: Rules) -> tuple[str, str] | None:
    """The eids of the article and of the innermost unit that the words name; None where they name none."""
    try:
        path = parse_provision(rest, rules)
    except UsageError:
        return None
    last = next((place for place, unit in enumerate(path) if unit.level == _ARTICLE), len(path) - 1)
    return eid_of(path[: last + 1], rules), eid_of(path, rules)


def _units(searcher: tantivy.Searcher, works: list[str], article: str, unit: str, day: int) -> list[Named]:
    found: list[Named] = []
    for eid in dict.fromkeys((unit, article)):
        query = matching.narrowed(matching.of_works(works, eid), Filters(), day)
        found += [Named(passage_of(searcher.doc(each)), 1.0, unit) for _, each in searcher.search(query, _MOST).hits]
    return found
