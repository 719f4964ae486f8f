"""A question as typed: its words, its exact phrases in quotation marks, and whether it was typed with accents."""

import re
import unicodedata

import msgspec

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
_WORD = re.compile(r"[^\W_]+")


class Question(msgspec.Struct, frozen=True):
    """The words outside quotation marks, in order and lower case, and the words of each quoted phrase.

    `accented`: at least one word has an accent, so accents count; a question without any is one typed without.
    """

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    accented: bool


def read(typed: str) -> Question:
    """The question that a person typed."""
    text = unicodedata.normalize("NFC", typed)
    phrases = tuple(words for quoted in _QUOTED.findall(text) if (words := words_of(quoted)))
    words = words_of(_QUOTED.sub(" ", text))
    return Question(words, phrases, any(not word.isascii() for word in (*words, *sum(phrases, ()))))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order."""
    return tuple(_WORD.findall(text.lower()))
