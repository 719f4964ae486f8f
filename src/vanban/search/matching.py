"""A question -> what is asked of the index: its terms in every field, among the wordings of a day."""

from collections.abc import Iterable

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


def strict(terms: Terms, question: Question) -> Query:
    """What has every word, in any field, and every phrase; its pairs are for the order only."""
    of_shorts = {word for short in question.shorts for word in short.words}
    by_word = dict(zip(dict.fromkeys(question.every_word), terms.words, strict=True))
    parts = [(Occur.Must, _anywhere(term)) for word, term in by_word.items() if word not in of_shorts]
    for short in question.shorts:
        long = Query.boolean_query([(Occur.Must, _anywhere(by_word[word])) for word in short.words])
        parts.append((Occur.Must, Query.boolean_query([(Occur.Should, long), (Occur.Should, _typed(short.typed))])))
    parts += [(Occur.Must, _phrase(phrase, accented=question.accented)) for phrase in question.phrases]
    parts += [(Occur.Should, _anywhere(term)) for term in terms.pairs if term.count]
    return Query.boolean_query(parts)


def wide(terms: Terms) -> Query:
    """What has any of the words and pairs that are worth asking for, those of phrases among them."""
    some = [
        (Occur.Should, _anywhere(term) if term.form == "pairs" else _in("body", term)) for term in worth_asking(terms)
    ]
    return Query.boolean_query(some) if some else Query.empty_query()


def _anywhere(term: Term) -> Query:
    return Query.boolean_query([(Occur.Should, _in(name, term, weight)) for name, weight in _WEIGHTS.items()])


def _in(name: str, term: Term, weight: float = 1.0) -> Query:
    """A term, in any of its spellings, in one field."""
    field = f"{name}_{term.form}"
    spelled = [Query.term_query(schema(), field, text, "freq") for text in (term.text, *term.others)]
    query = spelled[0] if len(spelled) == 1 else Query.disjunction_max_query(spelled)
    return query if weight == 1.0 else Query.boost_query(query, weight)


def _typed(word: str) -> Query:
    """A short form as documents print it."""
    fields = (Query.term_query(schema(), f"{name}_bare", bare(word), "freq") for name in _WEIGHTS)
    return Query.boolean_query([(Occur.Should, query) for query in fields])


def _phrase(words: tuple[str, ...], *, accented: bool) -> Query:
    """The words one after the other: with their accents exactly so; without, each pair of them."""
    if accented and len(words) > 1:
        fields = (Query.phrase_query(schema(), f"{name}_as", list(words)) for name in _WEIGHTS)
        return Query.boolean_query([(Occur.Should, query) for query in fields])
    pairs = [(pair, "pairs") for pair in pairs_of(words)] or [(words[0], "as" if accented else "bare")]
    fields = (
        Query.boolean_query(
            [(Occur.Must, Query.term_query(schema(), f"{name}_{form}", text, "freq")) for text, form in pairs]
        )
        for name in _WEIGHTS
    )
    return Query.boolean_query([(Occur.Should, query) for query in fields])


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


def narrowed(query: Query, filters: Filters, day: int) -> Query:
    """The query among the wordings of a day, and to what the filters name."""
    parts = [(Occur.Must, query), *((Occur.Must, _unscored(each)) for each in _narrowing(filters, day))]
    return Query.boolean_query(parts)


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _narrowing(filters: Filters, day: int) -> Iterable[Query]:
    yield from _days("since", "until", day)
    if filters.in_force:
        yield from _days("begins", "ends", day)
    named = (("type", filters.types), ("issuer", filters.issuers), ("field", filters.fields))
    for field, values in (*named, ("family", filters.families), ("year", filters.years)):
        if values:
            yield Query.term_set_query(schema(), field, list(values))


def _days(first: str, end: str, day: int) -> Iterable[Query]:
    kind = tantivy.FieldType.Integer
    yield Query.range_query(schema(), first, kind, upper_bound=day)
    yield Query.range_query(schema(), end, kind, lower_bound=day + 1)
