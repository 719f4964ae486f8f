"""The words of a text as the index takes them, persons left out: with their accents, without, and in pairs."""

from itertools import pairwise
from typing import NamedTuple

from vanban.identification.persons import perhaps_names_somebody, without_persons
from vanban.orthography.blanking import UNKNOWN, blanked
from vanban.search.question import bare, words_of


class Worded(NamedTuple):
    """Words with blanks between them; `pairs` are each two that stand side by side, without accents ("thu_hoi")."""

    typed: str
    bare: str
    pairs: str


def worded(text: str) -> Worded:
    """The words of a text by which it is found."""
    cut = blanked(text)
    words = cut.words
    if _perhaps(words):
        text = without_persons(text)
        cut = blanked(text)
        words = cut.words
    if UNKNOWN in cut.bare:
        found = words_of(text)
        plain = [bare(word) for word in found]
        return Worded(" ".join(found), " ".join(plain), " ".join(map("_".join, pairwise(plain))))
    return Worded(words, cut.bare.decode("ascii"), _pairs(cut.bare.split()).decode("ascii"))


def searchable(words: str) -> str:
    """The words without the persons that they name, as they may be shown where something is looked up by them."""
    return without_persons(words) if _perhaps(blanked(words).words) else words


def _perhaps(words: str) -> bool:
    return perhaps_names_somebody(f" {words} ".replace("\n", " "))


def _pairs(words: list[bytes]) -> bytes:
    """First the pairs that begin at even places, then the others: each is one text joined with two signs by turns. That
    takes a tenth of the time of joining pair after pair, and in which order pairs stand says nothing.
    """
    return _by_turns(words) + b" " + _by_turns(words[1:])


def _by_turns(words: list[bytes]) -> bytes:
    joined = [b" "] * (2 * (len(words) // 2 * 2))
    joined[::2] = words[: len(words) // 2 * 2]
    joined[1::4] = [b"_"] * (len(words) // 2)
    return b"".join(joined)
