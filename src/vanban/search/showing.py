"""A passage that was found as a result: the lines that answer best, quoted and marked, and its state on the day."""

import datetime as dt
import math
from bisect import bisect_right
from typing import NamedTuple

from vanban.rules import Rules
from vanban.search.answer import Result, WorkFound
from vanban.search.matching import LONG
from vanban.search.passage import Passage
from vanban.search.question import Question, bare
from vanban.search.snippet import snippet
from vanban.search.standing import Standing
from vanban.search.terms import Terms
from vanban.timeline.naming import path_of

# Words that stand in more than half of all passages are marked in short questions only: "của" and "được" of a whole
# sentence would hide what it is about.
_FREQUENT = math.log(2)


class Words(NamedTuple):
    """The words to be marked, without accents, each with its weight: how rare it is; and where they stand in texts."""

    weights: dict[str, float]
    standing: Standing

    @classmethod
    def of(cls, question: Question, terms: Terms) -> "Words":
        """The words of a question, and its abbreviations, which are as rare as the rarest."""
        words = dict.fromkeys(question.every_word)
        weights = {bare(word): term.rarity for word, term in zip(words, terms.words, strict=True)}
        if question.length > LONG:
            telling = {word: rarity for word, rarity in weights.items() if rarity > _FREQUENT}
            weights = telling or weights
        rarest = max(weights.values(), default=1.0)
        weights |= {bare(short.typed): rarest for short in question.shorts}
        return cls(weights, Standing(weights))


def show(passage: Passage, score: float, day: int, words: Words, rules: Rules, unit: str | None = None) -> Result:
    """A passage as a result; with `unit`, the snippet begins where that unit inside it begins."""
    work = passage.work
    begin = next((inner.start for inner in passage.inside if inner.eid == unit), 0)
    part = snippet(passage.text, words.standing.in_text(passage.text), words.weights, begin)
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
