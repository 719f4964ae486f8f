"""Accents restored to a question typed without: as the passages that were found write its words, side by side."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from vanban.search.question import Question, bare
from vanban.search.standing import Standing


def restored(question: Question, texts: Iterable[str]) -> tuple[str, ...]:
    """The words of the question with their likeliest accents; a word that no passage has stays as it was typed.

    A word is written as it mostly is beside its neighbours of the question; where it stands beside neither, as it
    mostly is.
    """
    text = "\n".join(texts)
    words = [bare(word) for word in question.words]
    pairs = [f"{first} {last}" for first, last in pairwise(words)]
    written = _written(text, pairs)
    beside: list[Counter[str]] = [Counter() for _ in words]
    for place, pair in enumerate(pairs):
        for form, count in written[pair].items():
            first, last = len(words[place]), len(words[place + 1])
            beside[place][form[:first]] += count
            beside[place + 1][form[-last:]] += count
    alone = _written(text, [word for word, tally in zip(words, beside, strict=True) if not tally])
    tallies = [tally or alone[word] for word, tally in zip(words, beside, strict=True)]
    return tuple(
        min(tally, key=lambda form: (-tally[form], form)) if tally else word
        for word, tally in zip(words, tallies, strict=True)
    )


def _written(text: str, words: list[str]) -> dict[str, Counter[str]]:
    """How a text writes each of some bare words or pairs, in small letters, and how often."""
    found: dict[str, Counter[str]] = {word: Counter() for word in words}
    for start, end, word in Standing(words).in_text(text) if words else ():
        found[word][text[start:end].lower()] += 1
    return found
