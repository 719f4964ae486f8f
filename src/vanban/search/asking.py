"""A question to the index: understood, asked, put in order, and its answer put together."""

import datetime as dt
from typing import Any, NamedTuple

import msgspec
import tantivy

from vanban.rules import Rules
from vanban.search import matching, question
from vanban.search.answer import Answer, Facets, Filters
from vanban.search.counting import NamesOf, facets, facets_of
from vanban.search.fields import passage_of
from vanban.search.passage import Passage
from vanban.search.question import Question
from vanban.search.ranking import DEPTH, DEPTH_EXACT, ranked, worth_ordering
from vanban.search.restoring import restored
from vanban.search.showing import Words, show
from vanban.search.slips import put_right, put_right_beside
from vanban.search.symbol_asked import by_symbol
from vanban.search.symbols import read_symbol
from vanban.search.terms import Terms, terms_of
from vanban.search.unit_asked import UnitIn
from vanban.search.writing_out import without_asking, written_out

_Found = list[tuple[float, Passage]]


class Asked(msgspec.Struct, frozen=True):
    """What is asked, by whom it is narrowed, and which page of the answer is wanted."""

    typed: str
    on: dt.date
    filters: Filters
    limit: int
    offset: int


class Beside(NamedTuple):
    """What the archive tells that the index does not hold: names of bodies, and units as documents number them."""

    names_of: NamesOf
    unit_in: UnitIn


def ask(searcher: tantivy.Searcher, asked: Asked, rules: Rules, beside: Beside) -> Answer:
    """What the index answers to a question as typed, in the wordings of the day."""
    names, day = beside.names_of, asked.on.toordinal()
    symbol = read_symbol(asked.typed, rules)
    if symbol is not None:
        named = by_symbol(searcher, symbol, asked.filters, day, beside.unit_in)
        if named is not None:
            page = named.found[asked.offset : asked.offset + asked.limit]
            rest = question.read(symbol.rest)
            words = Words.of(rest, terms_of(rest, searcher))
            shown = tuple(show(each.passage, each.likeness, day, words, rules, each.unit) for each in page)
            total: Any = searcher.search(named.counted, 1)
            return Answer(asked.typed, asked.on, total.count, shown, facets(searcher, named.counted, rules, names))
    typed = question.read(without_asking(asked.typed, rules))
    there = put_right(typed, searcher)
    if not there.every_word:
        return Answer(asked.typed, asked.on, 0, (), Facets())
    heard = _heard(searcher, there, asked, rules)
    if heard.every is None and heard.understood.length <= matching.LONG:
        other = put_right_beside(there, searcher)
        likelier = _heard(searcher, other, asked, rules) if other != there else heard
        heard = likelier if likelier.every is not None else heard
    understood, terms, every, hits = heard
    exact = every is not None
    found, first = _page(searcher, hits.hits, understood, terms, asked, exact, rules)
    words = Words.of(understood, terms)
    results = tuple(show(passage, score, day, words, rules) for score, passage in found)
    read_as = _read_as(typed, understood, [passage for _, passage in found])
    # Nearly everything has some word of a long question: the documents of the best passages are told instead.
    counts = facets(searcher, every, rules, names) if every else facets_of((each.work for each in first), rules, names)
    return Answer(asked.typed, asked.on, hits.count, results, counts, read_as, exact)


class _Heard(NamedTuple):
    """A question as it was understood, and what the index found for it; `every` as `_hits` tells it."""

    understood: Question
    terms: Terms
    every: tantivy.Query | None
    hits: Any


def _heard(searcher: tantivy.Searcher, words: Question, asked: Asked, rules: Rules) -> _Heard:
    understood = written_out(words, rules)
    terms = terms_of(understood, searcher)
    return _Heard(understood, terms, *_hits(searcher, understood, terms, asked))


def _hits(searcher: tantivy.Searcher, asked: Question, terms: Terms, page: Asked) -> tuple[tantivy.Query | None, Any]:
    """Every word must be there where that finds something; a long question is asked by its telling words.

    What finds all that have every word (None where they need not), and what the index found.
    """
    day, end = page.on.toordinal(), page.offset + page.limit
    if asked.length <= matching.LONG:
        strict = matching.strict(terms, asked)
        found = searcher.search(matching.narrowed(strict, page.filters, day), max(DEPTH_EXACT, end))
        if found.hits:
            return matching.narrowed(strict.unordered, page.filters, day), found
    wide = matching.narrowed(matching.wide(terms), page.filters, day)
    return None, searcher.search(wide, max(DEPTH, end))


def _page(
    searcher: tantivy.Searcher,
    found: list[Any],
    understood: Question,
    terms: Terms,
    asked: Asked,
    exact: bool,
    rules: Rules,
) -> tuple[_Found, list[Passage]]:
    """The passages of the page: the first ones in their new order, then as found; and all of those first ones."""
    depth, end = (DEPTH_EXACT if exact else DEPTH), asked.offset + asked.limit
    hits = [(float(score), address) for score, address in found]
    depth = worth_ordering([score for score, _ in hits[:depth]])
    first = [(score, passage_of(searcher.doc(address))) for score, address in hits[:depth]]
    passages = [passage for _, passage in first]
    order = ranked(understood, terms, passages, [score for score, _ in first], rules)
    page: _Found = [first[place] for place in order][asked.offset : end]
    rest = hits[max(asked.offset, depth) : end]
    page += [(score, passage_of(searcher.doc(address))) for score, address in rest]
    return page, passages


def _read_as(typed: Question, understood: Question, passages: list[Passage]) -> str:
    """How the words were understood, where that is not as they were typed."""
    words = understood.words
    if not understood.accented:
        words = restored(understood, (passage.text for passage in passages))
    return "" if words == typed.words else " ".join(words)
