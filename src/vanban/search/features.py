"""What the re-ranking looks at in a passage that was found: how much of the question is in it, and how close together.

Everything is a share or a ratio, so that what was learned on seventeen laws holds for an archive of any size.
"""

import math
import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from vanban.rules import Rules
from vanban.search.kinds import KindAsked, plain
from vanban.search.passage import OfWork, Passage
from vanban.search.question import Question, bare
from vanban.search.terms import Terms
from vanban.search.weighing import Seen, Weighing

NAMES = (
    "words", "pairs", "best words", "best pairs", "best line", "weight of words", "weight of pairs",
    "words / best", "pairs / best", "line / best", "line pairs / best", "heading words", "heading pairs",
    "question in title", "title named", "article named", "same document", "length",
    "kind of heading", "heading of every act", "defined",
)  # fmt: skip
_ARTICLE = re.compile(r"\bdieu (\d+[a-z]?)\b")
_EID = re.compile(r"(?:^|__)art_(\d+[a-z]*)")
_NEAR = 0.1


class _OfTitle(NamedTuple):
    """The share of the question's pairs in the title of a document, and whether the question names it."""

    pairs: float
    named: bool


def features(
    question: Question, terms: Terms, passages: Sequence[Passage], found: Sequence[float], rules: Rules
) -> list[tuple[float, ...]]:
    """The values of `NAMES` for each passage; `found` is what the index scored it."""
    weighing = Weighing(question, terms)
    asked = f" {' '.join(map(bare, question.every_word))} "
    kind, articles = KindAsked(asked, weighing.by_bare_word, rules), set(_ARTICLE.findall(asked))
    seen = [weighing.see(passage.text) for passage in passages]
    share = _shares_of_documents(passages, found)
    works = {passage.work.id: passage.work for passage in passages}
    titles = _of_titles(works.values(), weighing, asked)
    some_named = any(title.named for title in titles.values())
    headings = weighing.headings([passage.heading for passage in passages])
    all_words, all_pairs, most = weighing.all_words, weighing.all_pairs, _most(seen)
    rows: list[tuple[float, ...]] = []
    for passage, of, heading in zip(passages, seen, headings, strict=True):
        title = titles[passage.work.id]
        rows.append((
            of.words / all_words, of.pairs / all_pairs, of.words / most.words, of.line_pairs / all_pairs,
            of.line / (all_words + all_pairs), of.weight_of_words / all_words, of.weight_of_pairs / all_pairs,
            of.weight_of_words / most.weight_of_words, of.weight_of_pairs / most.weight_of_pairs,
            of.line / most.line, of.line_pairs / most.line_pairs, *heading, title.pairs,
            (1.0 if title.named else -0.5) if some_named else 0.0,
            float(bool(articles) and _article(passage.eid) in articles), share[passage.work.id],
            math.log(of.length + 1), *kind.see(passage.heading, passage.text),
        ))  # fmt: skip
    return rows


def _of_titles(works: Collection[OfWork], weighing: Weighing, asked: str) -> dict[str, _OfTitle]:
    """A document is named by two words of its title at least: "Luật Du lịch"."""
    titles = [
        work.title if work.title.startswith(work.type_name) else f"{work.type_name} {work.title}" for work in works
    ]
    found = {}
    for work, title, share in zip(works, titles, weighing.shares_in(titles), strict=True):
        words = plain(title)
        found[work.id] = _OfTitle(share, " " in words and f" {words} " in asked)
    return found


def _article(eid: str | None) -> str | None:
    article = _EID.search(eid or "")
    return article[1] if article is not None else None


def _most(seen: Sequence[Seen]) -> Seen:
    """The greatest of each value; 1 where all are 0, so that it can be divided by."""
    columns = zip(*seen, strict=True)
    return Seen._make(max(column) or 1 for column in columns) if seen else Seen(1, 1, 1, 1, 1, 1, 1)


def _shares_of_documents(passages: Sequence[Passage], found: Sequence[float]) -> dict[str, float]:
    """How much of what was found stands in each document: passages of the right law come together."""
    best = max(found, default=0.0) or 1.0
    shares: dict[str, float] = {}
    total = 0.0
    for passage, score in zip(passages, found, strict=True):
        weight = math.exp((score / best - 1) / _NEAR)
        shares[passage.work.id] = shares.get(passage.work.id, 0.0) + weight
        total += weight
    return {work: share / total for work, share in shares.items()}
