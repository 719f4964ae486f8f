"""A question to the index: the query made, asked, and its answer put together."""

import datetime as dt
from bisect import bisect_right
from typing import Any

import tantivy

from vanban.rules import Rules
from vanban.search import matching, question
from vanban.search.answer import Answer, Facets, Filters, Result, WorkFound
from vanban.search.counting import facets
from vanban.search.fields import passage_of
from vanban.search.matching import bare
from vanban.search.passage import BEFORE_ALL, Passage
from vanban.search.snippet import snippet
from vanban.timeline.naming import path_of

_NO_ANSWER = Facets()


def ask(
    searcher: tantivy.Searcher,
    typed: str,
    on: dt.date,
    rules: Rules,
    filters: Filters,
    limit: int,
    offset: int,
) -> Answer:
    """What the index answers to a question as typed, in the wordings of the day `on`."""
    asked = question.read(typed)
    if not asked.words and not asked.phrases:
        return Answer(typed, on, 0, (), _NO_ANSWER)
    day = on.toordinal()
    query = matching.narrowed(matching.strict(asked), filters, day)
    total, hits = _hits(searcher, query, limit, offset)
    exact = bool(total)
    if not exact:
        query = matching.narrowed(matching.wide(asked), filters, day)
        total, hits = _hits(searcher, query, limit, offset)
    weights = {bare(word): 1.0 for word in (*asked.words, *(word for phrase in asked.phrases for word in phrase))}
    results = tuple(_result(passage_of(searcher.doc(address)), score, day, weights, rules) for score, address in hits)
    return Answer(typed, on, total, results, facets(searcher, query, rules), exact=exact)


def _hits(
    searcher: tantivy.Searcher, query: tantivy.Query, limit: int, offset: int
) -> tuple[int, list[tuple[float, tantivy.DocAddress]]]:
    """How many passages the query finds, and those of the page, best first."""
    found: Any = searcher.search(query, limit, offset=offset)
    return int(found.count), [(float(score), address) for score, address in found.hits]


def _result(passage: Passage, score: float, day: int, weights: dict[str, float], rules: Rules) -> Result:
    work = passage.work
    part = snippet(passage.text, weights)
    at = part.start + (part.marks[0][0] if part.marks else 0)
    place = bisect_right(passage.inside, at, key=lambda inner: inner.start) - 1
    return Result(
        work=WorkFound(work.id, work.type, work.type_name, work.symbol, work.title, work.issuer_name, work.date),
        eid=passage.eid,
        provision=path_of(passage.eid, rules) if passage.eid else (),
        heading=passage.heading,
        snippet=passage.text[part.start : part.end],
        score=score,
        status=passage.state_on(day),
        marks=part.marks,
        start=passage.start + part.start,
        end=passage.start + part.end,
        within=passage.inside[place].eid if place >= 0 else passage.eid,
        since=dt.date.fromordinal(passage.since) if passage.changed and passage.since > BEFORE_ALL else None,
    )
