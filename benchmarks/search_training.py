"""The weights of the re-ranking, learned from questions: `python -m benchmarks.search_training` writes them anew.

A linear score, trained so that the articles that answer come before the others that the index found (a softmax over
each question's candidates), with a penalty on large weights. Few numbers, plain Python, no chance in it: the same
questions give the same weights.
"""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

import vanban.search
from benchmarks.search_questions import DAY, Asked, index, questions
from vanban.rules import load
from vanban.search import matching, question
from vanban.search.answer import Filters
from vanban.search.features import NAMES, features
from vanban.search.fields import passage_of
from vanban.search.ranking import DEPTH, Weight, worth_ordering
from vanban.search.slips import put_right
from vanban.search.terms import terms_of
from vanban.search.writing_out import without_asking, written_out

_PENALTY, _STEPS, _RATE = 0.002, 120, 1.0


class Example(NamedTuple):
    """The candidates of one question: their features, which of them answer, and how many answers there are at all."""

    rows: list[tuple[float, ...]]
    right: list[bool]
    answers: int


def examples(asked: Sequence[Asked]) -> list[Example]:
    """What the index finds for each question, as it is put before the re-ranking."""
    searcher = index().searcher()
    rules = load()
    found = []
    for each in asked:
        read = written_out(put_right(question.read(without_asking(each.text, rules)), searcher), rules)
        terms = terms_of(read, searcher)
        query = matching.narrowed(matching.wide(terms), Filters(), DAY)
        hits = [(score, passage_of(searcher.doc(at))) for score, at in searcher.search(query, DEPTH).hits]
        scores = [float(score) for score, _ in hits]
        count = worth_ordering(scores)
        passages = [passage for _, passage in hits[:count]]
        rows = features(read, terms, passages, scores[:count], rules)
        right = [(passage.work.id, passage.eid) in each.answers for passage in passages]
        found.append(Example(rows, right, len(each.answers)))
    return found


def train(given: Sequence[Example]) -> tuple[Weight, ...]:
    """The weights that put what answers first."""
    rows = [row for example in given for row in example.rows]
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    columns = list(zip(*rows, strict=True))
    spread = [
        math.sqrt(sum((value - mean) ** 2 for value in column) / len(rows)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    scaled = [
        (
            [[(v - m) / d for v, m, d in zip(row, means, spread, strict=True)] for row in example.rows],
            example.right,
        )
        for example in given
        if any(example.right)
    ]
    weights = [0.0] * len(NAMES)
    moved = [0.0] * len(NAMES)
    for _ in range(_STEPS):
        slope = _slope(scaled, weights)
        for place, value in enumerate(slope):
            moved[place] = 0.9 * moved[place] + value - _PENALTY * weights[place]
            weights[place] += 0.1 * _RATE * moved[place]
    return tuple(
        Weight(name, round(mean, 5), round(deviation, 5), round(weight, 4))
        for name, mean, deviation, weight in zip(NAMES, means, spread, weights, strict=True)
    )


def _slope(scaled: Sequence[tuple[list[list[float]], list[bool]]], weights: list[float]) -> list[float]:
    """How the likelihood of the right articles grows with each weight, per question."""
    slope = [0.0] * len(weights)
    for rows, right in scaled:
        worth = [sum(map(float.__mul__, row, weights)) for row in rows]
        top = max(worth)
        share = [math.exp(value - top) for value in worth]
        total = sum(share)
        of_right = sum(value for value, yes in zip(share, right, strict=True) if yes) or 1e-300
        for row, value, yes in zip(rows, share, right, strict=True):
            pull = (value / of_right if yes else 0.0) - value / total
            if abs(pull) > 1e-4:
                for place, number in enumerate(row):
                    slope[place] += pull * number
    return [value / len(scaled) for value in slope]


def main() -> None:
    """Learn from every question and write the weights into the program."""
    learned = train(examples(questions()))
    path = Path(vanban.search.__file__).with_name("ranking.json")
    path.write_bytes(msgspec.json.format(msgspec.json.encode(learned), indent=1) + b"\n")
    for weight in sorted(learned, key=lambda each: -abs(each.weight)):
        print(f"{weight.weight:7.2f}  {weight.name}")


if __name__ == "__main__":
    main()
