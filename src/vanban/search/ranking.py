"""The order of what was found: a weighted sum of what stands in each passage, the weights learned from questions.

The weights are data (`ranking.json`), written by `python -m benchmarks.search_training` from the questions of the
development corpus, of which nothing else is kept.
"""

from collections.abc import Sequence
from functools import cache
from operator import mul
from pathlib import Path

import msgspec

from vanban.rules import Rules
from vanban.search.features import NAMES, features
from vanban.search.passage import Passage
from vanban.search.question import Question
from vanban.search.terms import Terms

# How many of the first are put in a new order, and of those only what scored this share of the best: with more,
# nothing is gained on the training questions. Where every word must be there, the first page is put in order: with
# twenty, articles whose very heading was asked for come later.
DEPTH, DEPTH_EXACT = 50, 10
_SHARE = 0.4


class Weight(msgspec.Struct, frozen=True):
    """What one feature adds for each standard deviation above its mean."""

    name: str
    mean: float
    deviation: float
    weight: float


@cache
def _learned() -> tuple[float, ...]:
    """The slopes of the learned weights, in the order of `features.NAMES`."""
    held = msgspec.json.decode(Path(__file__).with_name("ranking.json").read_bytes(), type=tuple[Weight, ...])
    by_name = {weight.name: weight for weight in held}
    return slopes([by_name[name] for name in NAMES])


def slopes(learned: Sequence[Weight]) -> tuple[float, ...]:
    """What one of each feature adds. The means are left out: they add the same to every passage of a question."""
    return tuple(each.weight / each.deviation for each in learned)


def worth(row: Sequence[float], each_adds: Sequence[float]) -> float:
    """The weighted sum of one row of features."""
    added: float = sum(map(mul, row, each_adds))
    return added


def worth_ordering(found: Sequence[float]) -> int:
    """How many of the first are put in a new order, by what the index scored them, best first."""
    return sum(score >= _SHARE * found[0] for score in found)


def ranked(
    question: Question, terms: Terms, passages: Sequence[Passage], found: Sequence[float], rules: Rules
) -> list[int]:
    """The places of the passages in their new order, best first; of equals the one that the index had before."""
    rows = features(question, terms, passages, found, rules)
    each_adds = _learned()
    value = [worth(row, each_adds) for row in rows]
    return sorted(range(len(passages)), key=lambda place: (-value[place], place))
