"""Where some words stand in a text, whatever their accents: what is marked in a snippet, and what restores accents."""

from collections.abc import Iterable
from functools import lru_cache

from vanban.orthography.blanking import bare_words

# Start, end and bare word: `text[start:end]` is the word, in any case and with any accents. A plain tuple: there are
# hundreds of them in an answer.
Hit = tuple[int, int, str]


def standing(text: str, words: Iterable[str]) -> list[Hit]:
    """Every place in a text of the bare words, or of some words with one sign between them, in the order of the text.

    Each is looked for by itself: most words of a text are not asked for, and a search in C passes them by.
    """
    laid = _laid(text)
    found: list[Hit] = []
    for word in words:
        wanted, length = b" %b " % word.encode(), len(word)
        at = laid.find(wanted)
        while at >= 0:
            found.append((at, at + length, word))
            at = laid.find(wanted, at + length + 1)
    found.sort()
    return found


# What restores accents asks for pair after pair of the same text.
@lru_cache(maxsize=1)
def _laid(text: str) -> bytes:
    """A blank, the bare words and a blank: where the blank before a word is found, the word begins in the text."""
    return b" %b " % bare_words(text).replace(b"\n", b" ")
