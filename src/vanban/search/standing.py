"""Where some words stand in a text, whatever their accents: what is marked in a snippet, and what restores accents."""

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick

from vanban.orthography.blanking import bare_words

# Start, end and bare word: `text[start:end]` is the word, in any case and with any accents. A plain tuple: there are
# hundreds of them in an answer.
Hit = tuple[int, int, str]


class Standing:
    """Some bare words, or pairs of words with one sign between them: looked for in texts all at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._automaton = BytesAhoCorasick([b" %b " % word.encode() for word in self._words])

    def in_text(self, text: str) -> list[Hit]:
        """Every place of every one of them in a text, in order."""
        # Where the blank before a word stands in what is laid out, the word begins in the text.
        laid = b" %b " % bare_words(text).replace(b"\n", b" ")
        found = self._automaton.find_matches_as_indexes(laid, overlapping=True)
        words = self._words
        return [(start, end - 2, words[number]) for number, start, end in found]
