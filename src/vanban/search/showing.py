"""A passage that was found as a result: the lines that answer best, quoted and marked, and its state on the day."""

import datetime as dt
from bisect import bisect_right
from typing import NamedTuple

from vanban.rules import Rules
from vanban.search.answer import Result, WorkFound
from vanban.search.passage import Passage
from vanban.search.question import Question, bare
from vanban.search.snippet import snippet
from vanban.timeline.naming import path_of

# A pair of neighbours weighs more than two words apart, a rare word more than a frequent one: length stands for both.
_LONG_WORD = 3


class Words(NamedTuple):
    """The words to be marked, without accents, each with its weight."""

    weights: dict[str, float]

    @classmethod
    def of(cls, question: Question) -> "Words":
        """The words of a question, and its abbreviations."""
        words = {bare(word) for word in (*question.every_word, *(short.typed for short in question.shorts))}
        return cls({word: 1.0 if len(word) >= _LONG_WORD else 0.6 for word in words})


def show(passage: Passage, score: float, day: int, words: Words, rules: Rules, unit: str | None = None) -> Result:
    """A passage as a result; with `unit`, the snippet begins where that unit inside it begins."""
    work = passage.work
    begin = next((inner.start for inner in passage.inside if inner.eid == unit), 0)
    part = snippet(passage.text, words.weights, begin)
    at = part.start + (part.marks[0][0] if part.marks else 0)
    place = bisect_right(passage.inside, max(at, begin), key=lambda inner: inner.start) - 1
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
        since=dt.date.fromordinal(passage.since) if passage.changed and passage.since > 0 else None,
    )
