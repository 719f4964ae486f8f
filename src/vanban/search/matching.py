"""A question -> what is asked of the index: every word in any field, its accents as far as they were typed."""

from collections.abc import Iterable

import tantivy
from tantivy import Occur, Query

from vanban.orthography import fold
from vanban.search.answer import Filters
from vanban.search.fields import schema
from vanban.search.question import Question

# How much more a word in a heading or in the title of the document says than one in the body; found on the training
# questions of the benchmark.
WEIGHTS = {"body": 1.0, "head": 0.8, "title": 0.6}
# Of a long question so many words in a hundred must be there; most questions have words that no law uses.
_ENOUGH = 50


def word_query(word: str, *, accented: bool) -> Query:
    """A word in any field of words."""
    suffix, form = ("as", word) if accented else ("bare", bare(word))
    index = schema()
    fields = (
        Query.boost_query(Query.term_query(index, f"{name}_{suffix}", form, "freq"), weight)
        for name, weight in WEIGHTS.items()
    )
    return Query.boolean_query([(Occur.Should, query) for query in fields])


def bare(word: str) -> str:
    """A word without its accents, as the index holds it."""
    folded = fold(word)
    return word if "?" in folded else folded


def phrase_query(words: tuple[str, ...], *, accented: bool) -> Query:
    """The words of a quoted phrase, one after the other in one field."""
    if len(words) == 1:
        return word_query(words[0], accented=accented)
    suffix = "as" if accented else "bare"
    forms: list[str | tuple[int, str]] = [word if accented else bare(word) for word in words]
    fields = (Query.phrase_query(schema(), f"{name}_{suffix}", forms) for name in WEIGHTS)
    return Query.boolean_query([(Occur.Should, query) for query in fields])


def all_words(question: Question) -> list[Query]:
    """One query for each word and phrase."""
    accented = question.accented
    words = [word_query(word, accented=accented) for word in dict.fromkeys(question.words)]
    return words + [phrase_query(words, accented=accented) for words in question.phrases]


def strict(question: Question) -> Query:
    """What has every word and every phrase."""
    return Query.boolean_query([(Occur.Must, query) for query in all_words(question)])


def wide(question: Question) -> Query:
    """What has every phrase and enough of the words."""
    accented = question.accented
    words = [word_query(word, accented=accented) for word in dict.fromkeys(question.words)]
    parts = [(Occur.Must, phrase_query(phrase, accented=accented)) for phrase in question.phrases]
    if words:
        enough = max(1, len(words) * _ENOUGH // 100)
        some = Query.boolean_query([(Occur.Should, query) for query in words], minimum_number_should_match=enough)
        parts.append((Occur.Must, some))
    return Query.boolean_query(parts)


def narrowed(query: Query, filters: Filters, day: int) -> Query:
    """The query among the wordings of a day, and to what the filters name."""
    parts = [(Occur.Must, query), *((Occur.Must, _unscored(each)) for each in _narrowing(filters, day))]
    return Query.boolean_query(parts)


def _unscored(query: Query) -> Query:
    return Query.boost_query(Query.const_score_query(query, 1.0), 0.0)


def _narrowing(filters: Filters, day: int) -> Iterable[Query]:
    yield _days("since", "until", day)
    if filters.in_force:
        yield _days("begins", "ends", day)
    named = (("type", filters.types), ("issuer", filters.issuers), ("field", filters.fields))
    for field, values in (*named, ("family", filters.families), ("year", filters.years)):
        if values:
            yield Query.term_set_query(schema(), field, list(values))


def _days(first: str, end: str, day: int) -> Query:
    kind = tantivy.FieldType.Integer
    begun = Query.range_query(schema(), first, kind, upper_bound=day)
    going = Query.range_query(schema(), end, kind, lower_bound=day + 1)
    return Query.boolean_query([(Occur.Must, begun), (Occur.Must, going)])
