"""A question that names a document by its symbol: the documents that fit, best first, or a unit of them."""

from typing import NamedTuple

import tantivy
from tantivy import Occur, Query

from vanban.search import matching
from vanban.search.answer import Filters
from vanban.search.fields import passage_of
from vanban.search.passage import Passage
from vanban.search.symbols import SymbolAsked, likeness
from vanban.search.unit_asked import UnitAsked, UnitIn

# Of one short number ("15") there may be thousands of documents: so many are put in order.
_MOST = 500


class Named(NamedTuple):
    """A passage of a document named by its symbol, how much of the symbol was named, and the unit asked for."""

    passage: Passage
    likeness: float
    unit: str | None = None


class ByName(NamedTuple):
    """What a symbol names, best first: at most so many as are put in order; `counted` finds all of them."""

    found: list[Named]
    counted: Query


def by_symbol(
    searcher: tantivy.Searcher, asked: SymbolAsked, filters: Filters, day: int, unit_in: UnitIn
) -> ByName | None:
    """The documents whose symbol has every piece asked for: those that fit best first, then the newest.

    With "Điều 5" beside the symbol, that unit of the best of them; the documents themselves where none has it. None
    where no symbol has the pieces, or the question says more than a symbol and a unit.
    """
    query = matching.narrowed(matching.symbol(asked.pieces), filters, day)
    found = _passages(searcher, query)
    if not found:
        return None
    fitting = [(likeness(asked, passage.work.symbol, passage.work.type), passage) for passage in found]
    best = max(fit for fit, _ in fitting)
    fitting.sort(key=lambda item: (item[0], str(item[1].work.date or ""), item[1].work.id), reverse=True)
    if asked.rest.strip():
        works = [passage.work.id for fit, passage in fitting if fit == best]
        units = {work: unit for work in works if (unit := unit_in(work, asked.rest)) is not None}
        if not units:
            return None
        of_units = _of_units(searcher, units, filters, day)
        if of_units is not None:
            return of_units
    return ByName([Named(passage, fit[2]) for fit, passage in fitting], query)


def _of_units(searcher: tantivy.Searcher, units: dict[str, UnitAsked], filters: Filters, day: int) -> ByName | None:
    """The passages of the units: those that they consist of, or the one that holds each; None where nothing does."""
    found: list[Named] = []
    parts: list[tuple[Occur, Query]] = []
    for work, unit in units.items():
        own = {eid: place for place, eid in enumerate((unit.eid, *unit.below))}
        for wanted in (own, *({eid: 0} for eid in unit.above)):
            query = matching.of_works((work,), tuple(wanted))
            here = _passages(searcher, matching.narrowed(query, filters, day))
            if here:
                here.sort(key=lambda passage: (wanted[passage.eid or ""], passage.start))
                found += [Named(passage, 1.0, unit.eid) for passage in here]
                parts.append((Occur.Should, query))
                break
    return ByName(found, matching.narrowed(Query.boolean_query(parts), filters, day)) if found else None


def _passages(searcher: tantivy.Searcher, query: Query) -> list[Passage]:
    return [passage_of(searcher.doc(address)) for _, address in searcher.search(query, _MOST, count=False).hits]
