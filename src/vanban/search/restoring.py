"""Accents restored to a question typed without: as the passages that were found write its words, side by side."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from vanban.search.question import Question, bare
from vanban.search.standing import standing


def restored(question: Question, texts: Iterable[str]) -> tuple[str, ...]:
    """The words of the question with their likeliest accents; a word that no passage has stays as it was typed.

    A word is written as it mostly is beside its neighbours of the question; where it stands beside neither, as it
    mostly is.
    """
    text = "\n".join(texts)
    words = [bare(word) for word in question.words]
    beside: list[Counter[str]] = [Counter() for _ in words]
    for place, (first, last) in enumerate(pairwise(words)):
        for start, end, _ in standing(text, (f"{first} {last}",)):
            beside[place][text[start : start + len(first)].lower()] += 1
            beside[place + 1][text[end - len(last) : end].lower()] += 1
    for word, tally in zip(words, beside, strict=True):
        if not tally:
            tally.update(text[start:end].lower() for start, end, _ in standing(text, (word,)))
    return tuple(
        min(tally, key=lambda form: (-tally[form], form)) if tally else word
        for word, tally in zip(words, beside, strict=True)
    )
