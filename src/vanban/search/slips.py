"""Slips of typing put right: a word that no passage has, one letter away from one that many have.

A word that is there is never touched: it may be what was meant. Which of several is meant, its neighbours tell.
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


def _is_there(word: str, question: Question, searcher: tantivy.Searcher) -> bool:
    forms = (word, *spellings(word)) if question.accented else ()
    return any(searcher.doc_freq("body_as", form) for form in forms) or bool(
        searcher.doc_freq("body_bare", bare(word)) or searcher.doc_freq("title_bare", bare(word))
    )


def _likeliest(word: str, words: list[str], place: int, question: Question, searcher: tantivy.Searcher) -> str | None:
    field = "body_as" if question.accented else "body_bare"
    before = bare(words[place - 1]) if place else ""
    after = bare(words[place + 1]) if place + 1 < len(words) else ""

    def together(other: str) -> tuple[int, int]:
        plain = bare(other)
        near = searcher.doc_freq("body_pairs", f"{before}_{plain}") if before else 0
        near += searcher.doc_freq("body_pairs", f"{plain}_{after}") if after else 0
        return near, searcher.doc_freq(field, other)

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
