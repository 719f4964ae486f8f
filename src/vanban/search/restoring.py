"""Accents restored to a question typed without: as the passages that were found write its words, side by side."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from vanban.search.question import Question, bare
from vanban.search.standing import standing

# A word that stands beside its neighbour of the question says so much more than one that stands alone.
_BESIDE = 20


def restored(question: Question, texts: Iterable[str]) -> tuple[str, ...]:
    """The words of the question with their likeliest accents; a word that no passage has stays as it was typed."""
    plain = [bare(word) for word in question.words]
    beside = set(pairwise(plain))
    votes: dict[tuple[str, str], Counter[str]] = {}
    alone: dict[str, Counter[str]] = {word: Counter() for word in plain}
    for text in texts:
        here = standing(text)
        last, last_word = -2, ""
        for at, word in enumerate(here.words):
            if word in alone:
                start, end = here.span(at)
                printed = text[start:end].lower()
                alone[word][printed] += 1
                if last == at - 1 and (here.words[last], word) in beside:
                    pair = votes.setdefault((here.words[last], word), Counter())
                    pair[f"{last_word} {printed}"] += 1
                last, last_word = at, printed
    return tuple(_chosen(place, plain, alone, votes) for place in range(len(plain)))


def _chosen(
    place: int, plain: list[str], alone: dict[str, Counter[str]], votes: dict[tuple[str, str], Counter[str]]
) -> str:
    word = plain[place]
    tally = Counter(alone[word])
    for near, side in (
        ((plain[place - 1] if place else "", word), 1),
        ((word, "".join(plain[place + 1 : place + 2])), 0),
    ):
        for together, count in votes.get(near, Counter()).items():
            tally[together.split()[side]] += _BESIDE * count
    return min(tally, key=lambda form: (-tally[form], form)) if tally else word
