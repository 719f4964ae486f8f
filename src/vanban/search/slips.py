"""Slips of typing put right: a word that no passage has, one letter away from one that many have.

Which of several is meant, its neighbours tell. A word that is there may be what was meant: it is touched only where no
passage has all the words, and none has it beside its neighbours ("khia thác").
"""

from collections.abc import Iterator

import msgspec
import tantivy

from vanban.orthography import spellings
from vanban.search.question import Question, bare

_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED = _PLAIN + "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
# Shorter words are one letter away from too many others.
_SHORTEST = 3


def put_right(question: Question, searcher: tantivy.Searcher) -> Question:
    """The question with the words that nothing has exchanged for the likeliest ones that are there."""
    words = list(question.words)
    for place, word in enumerate(words):
        if len(word) >= _SHORTEST and word.isalpha() and not _is_there(word, question, searcher):
            words[place] = _likeliest(word, words, place, question, searcher) or word
    return msgspec.structs.replace(question, words=tuple(words))


def put_right_beside(question: Question, searcher: tantivy.Searcher) -> Question:
    """The question with the words that stand nowhere beside their neighbours exchanged for the likeliest that do."""
    words = list(question.words)
    for place, word in enumerate(words):
        beside = _Beside(words, place, searcher)
        if len(word) < _SHORTEST or not word.isalpha() or beside.often(word):
            continue
        other = _likeliest(word, words, place, question, searcher)
        if other is not None and beside.often(other):
            words[place] = other
    return msgspec.structs.replace(question, words=tuple(words))


class _Beside:
    """How often a word stands beside the words before and after a place of the question."""

    def __init__(self, words: list[str], place: int, searcher: tantivy.Searcher) -> None:
        self._before = bare(words[place - 1]) if place else ""
        self._after = bare(words[place + 1]) if place + 1 < len(words) else ""
        self._searcher = searcher

    def often(self, word: str) -> int:
        """How many passages have `word` before the one or behind the other."""
        plain = bare(word)
        near = self._searcher.doc_freq("body_pairs", f"{self._before}_{plain}") if self._before else 0
        return near + (self._searcher.doc_freq("body_pairs", f"{plain}_{self._after}") if self._after else 0)


def _is_there(word: str, question: Question, searcher: tantivy.Searcher) -> bool:
    """Whether a passage has the word; one typed with accents is there with these, in either spelling."""
    forms = (word, *spellings(word)) if question.accented else ()
    if any(searcher.doc_freq("body_as", form) for form in forms):
        return True
    plain = bare(word)
    if question.accented and plain != word:
        return bool(searcher.doc_freq("title_as", word))
    return bool(searcher.doc_freq("body_bare", plain) or searcher.doc_freq("title_bare", plain))


def _likeliest(word: str, words: list[str], place: int, question: Question, searcher: tantivy.Searcher) -> str | None:
    field = "body_as" if question.accented else "body_bare"
    beside = _Beside(words, place, searcher)

    def together(other: str) -> tuple[int, int]:
        return beside.often(other), searcher.doc_freq(field, other)

    there = {other for other in _one_letter_away(word, question) if searcher.doc_freq(field, other)}
    return max(sorted(there), key=together, default=None)


def _one_letter_away(word: str, question: Question) -> Iterator[str]:
    """Every string with a letter left out, put in, exchanged, or two neighbours swapped."""
    letters = _ACCENTED if question.accented else _PLAIN
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
            for letter in letters:
                yield head + letter + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
