"""A question -> what is asked of the index: its terms in every field, among the wordings of a day."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import tantivy
from tantivy import Occur, Query

from vanban.search.answer import Filters
from vanban.search.fields import schema
from vanban.search.question import Question, bare, pairs_of
from vanban.search.terms import Term, Terms, worth_asking

# How much a term in a heading, or in the title of the document, adds to what it says in the body; found on the training
# questions (`python -m benchmarks.search_training`).
_WEIGHTS = {"body": 1.0, "head": 0.3, "title": 0.5}
# A long question has words that no law uses ("bao nhiêu", "đúng hay sai"): asked word by word, it would find nothing.
LONG = 6


class Wanted(NamedTuple):
    """What a passage must have, each part of it, and what moves it up: at least `some` of that must be there, too."""

    must: list[Query]
    better: list[Query]
    some: int = 0

    @property
    def unordered(self) -> "Wanted":
        """The same passages, for who only counts them."""
        return self if self.some else Wanted(self.must, [])


def strict(terms: Terms, question: Question) -> Wanted:
    """What has every word, in any field, and every phrase; its pairs are for the order only."""
    of_shorts = {word for short in question.shorts for word in short.words}
    by_word = dict(zip(dict.fromkeys(question.every_word), terms.words, strict=True))
    must = [_either(_anywhere(term)) for word, term in by_word.items() if word not in of_shorts]
    for short in question.shorts:
        long = Query.boolean_query([(Occur.Must, _either(_anywhere(by_word[word]))) for word in short.words])
        must.append(_either([long, _typed(short.typed)]))
    must += [_phrase(phrase, accented=question.accented) for phrase in question.phrases]
    return Wanted(must, [query for term in terms.pairs if term.count for query in _anywhere(term)])


def wide(terms: Terms) -> Wanted:
    """What has any of the words and pairs that are worth asking for, those of phrases among them."""
    some = [
        query
        for term in worth_asking(terms)
        for query in (_anywhere(term) if term.form == "pairs" else [_in("body", term)])
    ]
    return Wanted([], some, 1) if some else Wanted([Query.empty_query()], [])


def _either(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _anywhere(term: Term) -> list[Query]:
    """The term in every field, each with its weight."""
    return [_in(name, term, weight) for name, weight in _WEIGHTS.items()]


def _in(name: str, term: Term, weight: float = 1.0) -> Query:
    """A term, in any of its spellings, in one field."""
    field = f"{name}_{term.form}"
    spelled = [Query.term_query(schema(), field, text, "freq") for text in (term.text, *term.others)]
    query = spelled[0] if len(spelled) == 1 else Query.disjunction_max_query(spelled)
    return query if weight == 1.0 else Query.boost_query(query, weight)


def _typed(word: str) -> Query:
    """A short form as documents print it."""
    return _either(Query.term_query(schema(), f"{name}_bare", bare(word), "freq") for name in _WEIGHTS)


def _phrase(words: tuple[str, ...], *, accented: bool) -> Query:
    """The words one after the other: with their accents exactly so; without, each pair of them."""
    if accented and len(words) > 1:
        return _either(Query.phrase_query(schema(), f"{name}_as", list(words)) for name in _WEIGHTS)
    pairs = [(pair, "pairs") for pair in pairs_of(words)] or [(words[0], "as" if accented else "bare")]
    return _either(
        Query.boolean_query(
            [(Occur.Must, Query.term_query(schema(), f"{name}_{form}", text, "freq")) for text, form in pairs]
        )
        for name in _WEIGHTS
    )


def of_works(works: Iterable[str], units: Iterable[str]) -> Query:
    """The passages of some documents that are the units of these eids."""
    both = (("work", works), ("unit", units))
    return Query.boolean_query([
        (Occur.Must, Query.term_set_query(schema(), field, list(values))) for field, values in both
    ])  # fmt: skip


def symbol(pieces: Iterable[str]) -> Query:
    """The documents whose symbol has all these pieces."""
    parts = [(Occur.Must, Query.term_query(schema(), "symbol", piece, "basic")) for piece in dict.fromkeys(pieces)]
    return Query.boolean_query(parts)


def narrowed(wanted: Wanted | Query, filters: Filters, day: int) -> Query:
    """What is wanted among the wordings of a day, and to what the filters name."""
    if isinstance(wanted, Query):
        wanted = Wanted([wanted], [])
    parts = [(Occur.Must, query) for query in wanted.must]
    parts += [(Occur.Should, query) for query in wanted.better]
    parts += _narrowing(filters, day)
    return Query.boolean_query(parts, wanted.some or None)


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _narrowing(filters: Filters, day: int) -> Iterator[tuple[Occur, Query]]:
    """What is in force has its wording; what falls out on a day is asked for: mostly that is little."""
    yield from _not_on(day, "begins", "ends") if filters.in_force else _not_on(day, "since", "until")
    named = (("type", filters.types), ("issuer", filters.issuers), ("field", filters.fields))
    for field, values in (*named, ("family", filters.families), ("year", filters.years)):
        if values:
            yield Occur.Must, _unscored(Query.term_set_query(schema(), field, list(values)))


def _not_on(day: int, first: str, end: str) -> Iterator[tuple[Occur, Query]]:
    kind = tantivy.FieldType.Integer
    yield Occur.MustNot, Query.range_query(schema(), first, kind, lower_bound=day + 1)
    yield Occur.MustNot, Query.range_query(schema(), end, kind, upper_bound=day)
