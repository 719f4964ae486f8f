"""A question as typed: its words, its exact phrases in quotation marks, and whether it was typed with accents."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

import msgspec

from vanban.orthography import fold

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
_WORD = re.compile(r"[^\W_]+")


class ShortForm(msgspec.Struct, frozen=True):
    """An abbreviation as typed, and its words."""

    typed: str
    words: tuple[str, ...]


class Question(msgspec.Struct, frozen=True):
    """The words outside quotation marks, in order and lower case, and the words of each quoted phrase.

    `accented`: at least one word has an accent, so accents count; a question without any is one typed without.
    `shorts` are the abbreviations that were written out: their words stand among `words`.
    """

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    accented: bool
    shorts: tuple[ShortForm, ...] = ()

    @property
    def every_word(self) -> tuple[str, ...]:
        """The words, those of the phrases among them."""
        return (*self.words, *(word for phrase in self.phrases for word in phrase))

    @property
    def length(self) -> int:
        """How many words were typed outside quotation marks, an abbreviation as one."""
        return len(self.words) - sum(len(short.words) - 1 for short in self.shorts)

    def form(self, word: str) -> str:
        """A word as it is compared: with its accents, or without where none were typed."""
        return word if self.accented else bare(word)


def read(typed: str) -> Question:
    """The question that a person typed."""
    text = unicodedata.normalize("NFC", typed)
    phrases = tuple(words for quoted in _QUOTED.findall(text) if (words := words_of(quoted)))
    words = words_of(_QUOTED.sub(" ", text))
    asked = Question(words, phrases, accented=False)
    return msgspec.structs.replace(asked, accented=any(not word.isascii() for word in asked.every_word))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order."""
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=16_384)
def bare(word: str) -> str:
    """A word without its accents, as the index holds it; one with letters that are not Vietnamese stays as it is."""
    folded = fold(word)
    return word if "?" in folded else folded


def pairs_of(words: tuple[str, ...] | list[str]) -> list[str]:
    """Each two words that stand side by side, without accents, as the index holds them: "thu_hoi"."""
    plain = [bare(word) for word in words]
    return [f"{one}_{other}" for one, other in pairwise(plain)]
