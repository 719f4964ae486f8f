"""Completions while typing: documents by their name or symbol, units by heading. Never persons (decision 0016)."""

import tantivy
from tantivy import Occur, Query

from vanban.search.answer import Suggestion
from vanban.search.fields import passage_of, schema
from vanban.search.question import bare, words_of
from vanban.search.worded import searchable

# How many endings of the word that is being typed are looked at.
_ENDINGS = 50


def suggest(searcher: tantivy.Searcher, prefix: str, limit: int) -> tuple[Suggestion, ...]:
    """At most `limit` documents and headings that hold the words typed, the last of them perhaps unfinished."""
    words = [bare(word) for word in words_of(prefix)]
    if not words:
        return ()
    found = [_work(searcher, words, limit), _heading(searcher, words, limit)]
    seen: dict[tuple[str, str], Suggestion] = {}
    for each in (*found[0], *found[1]):
        seen.setdefault((each.kind, each.text.casefold()), each)
    return tuple(seen.values())[:limit]


def _query(searcher: tantivy.Searcher, words: list[str], field: str) -> Query:
    whole = [(Occur.Must, Query.term_query(schema(), field, word)) for word in words[:-1]]
    endings = [term for term, _ in searcher.terms_with_prefix(field, words[-1], limit=_ENDINGS)]
    last = Query.term_set_query(schema(), field, endings) if endings else Query.empty_query()
    return Query.boolean_query([*whole, (Occur.Must, last)])


def _work(searcher: tantivy.Searcher, words: list[str], limit: int) -> list[Suggestion]:
    either = [(Occur.Should, _query(searcher, words, field)) for field in ("title_bare", "symbol")]
    whole = (Occur.Must, Query.term_query(schema(), "whole", 1))
    query = Query.boolean_query([(Occur.Must, Query.boolean_query(either)), whole])
    found = []
    for _, address in searcher.search(query, limit, count=False).hits:
        work = passage_of(searcher.doc(address)).work
        named = work.title if work.title.startswith(work.type_name) else f"{work.type_name} {work.title}"
        found.append(Suggestion(searchable(named), "work", work.id, None, work.symbol))
    return found


def _heading(searcher: tantivy.Searcher, words: list[str], limit: int) -> list[Suggestion]:
    query = _query(searcher, words, "head_bare")
    found = []
    for _, address in searcher.search(query, limit, count=False).hits:
        passage = passage_of(searcher.doc(address))
        if passage.heading:
            found.append(
                Suggestion(searchable(passage.heading), "heading", passage.work.id, passage.eid, passage.work.symbol)
            )
    return found
