"""The words and pairs of one question, each with its rarity, laid beside the passages that were found."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from vanban.search.question import Question, bare
from vanban.search.sought import Sought
from vanban.search.terms import Terms

# BM25 as the index has it, for a passage of the usual length.
_K, _B, _USUAL, _USUAL_LINE = 1.2, 0.75, 200, 40


class Seen(NamedTuple):
    """What of a question is in a passage, and in the best of its lines; `length` in words."""

    words: float
    pairs: float
    weight_of_words: float
    weight_of_pairs: float
    line: float
    line_pairs: float
    length: int


class Weighing:
    """The words and pairs of one question with their rarity."""

    def __init__(self, question: Question, terms: Terms) -> None:
        form = question.form
        rarity = {term.text: term.rarity for term in terms.pairs}
        words = {
            form(word): term.rarity for word, term in zip(dict.fromkeys(question.every_word), terms.words, strict=True)
        }
        pairs = {
            (form(one), form(other)): rarity[f"{bare(one)}_{bare(other)}"]
            for words in (question.words, *question.phrases)
            for one, other in pairwise(words)
        }
        self._sought = Sought(tuple(words), tuple(pairs), accented=question.accented)
        # By the numbers of what is sought: words, then pairs.
        self._weights, self._pairs = (*words.values(), *pairs.values()), len(words)
        # Short lines often hold the same few words.
        self._of_line = cache(self._weight_of_line)
        self.by_bare_word = {bare(word): weight for word, weight in words.items()}
        self.all_words = sum(words.values()) or 1.0
        self.all_pairs = sum(pairs.values()) or 1.0

    def see(self, text: str) -> Seen:
        """What of the question is in a passage, and in the best of its lines."""
        of_line, lines = self._of_line, self._sought.in_lines(text)
        best = best_pairs = 0.0
        once: list[bytes] = []
        length = 0
        for found, size in lines:
            length += size
            if found:
                both, in_pairs, different = of_line(found)
                once.append(different)
                # As BM25 has it for a short text: what a short line says weighs more than the same in a long one.
                short = (_K + 1) / (1 + _K * (0.5 + 0.5 * size / _USUAL_LINE))
                if short * both > best:
                    best = short * both
                if short * in_pairs > best_pairs:
                    best_pairs = short * in_pairs
        norm = _K * (1 - _B + _B * length / _USUAL)
        weights, pairs = self._weights, self._pairs
        # Words count wherever they stand, a pair once in a line.
        every, by_line = b"".join([found for found, _ in lines]), b"".join(once)
        words = weight_of_words = in_pairs = weight_of_pairs = 0.0
        for each in set(every):
            weight = weights[each]
            if each < pairs:
                n = every.count(each)
                words += weight
                weight_of_words += weight * n * (_K + 1) / (n + norm)
            else:
                n = by_line.count(each)
                in_pairs += weight
                weight_of_pairs += weight * n * (_K + 1) / (n + norm)
        return Seen(words, in_pairs, weight_of_words, weight_of_pairs, best, best_pairs, length)

    def _weight_of_line(self, found: bytes) -> tuple[float, float, bytes]:
        """What all that is found in a line weighs, and the pairs alone; each counts once. And what that is."""
        different, weights, pairs = set(found), self._weights, self._pairs
        both = sum([weights[each] for each in different])
        return both, sum([weights[each] for each in different if each >= pairs]), bytes(different)

    def headings(self, headings: Sequence[str]) -> list[tuple[float, float]]:
        """The share of each heading's words, and of its pairs, that the question has."""
        shares = []
        for heading, found in zip(headings, self._in_each(headings), strict=True):
            in_words, in_pairs = sum([each < self._pairs for each in found]), 0.0
            if in_words:
                words = self._sought.words_of(heading).split()
                if len(found) > in_words:
                    in_pairs = (len(found) - in_words) / len(set(pairwise(words)))
                shares.append((in_words / len(set(words)), in_pairs))
            else:
                shares.append((0.0, 0.0))
        return shares

    def shares_in(self, titles: Sequence[str]) -> list[float]:
        """The share of the question's pairs that stands in each title."""
        weights, pairs = self._weights, self._pairs
        return [
            sum([weights[each] for each in found if each >= pairs]) / self.all_pairs for found in self._in_each(titles)
        ]

    def _in_each(self, texts: Sequence[str]) -> list[set[int]]:
        """What is found in each of some short texts, looked through in one go."""
        lines = "\n".join(text.replace("\n", " ") for text in texts)
        return [set(found) for found, _ in self._sought.in_lines(lines)] if texts else []
