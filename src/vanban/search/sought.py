"""The words and pairs of a question looked for in texts, all at once: one automaton passes over the words of a text.

Most words of a text are not asked for. Cut into strings and looked up one by one they cost twice as much.
"""

from collections.abc import Iterable, Sequence
from itertools import islice, product

from ahocorasick_rs import AhoCorasick, Implementation

from vanban.orthography import spellings
from vanban.orthography.blanking import bare_words, small_words, words_in_lines
from vanban.orthography.fold import to_bytes

# One byte for each thing found; the last one for the end of a line.
_ENDS = 255
_LINE_END, _MOST = "\n", _ENDS
# Between the words of a pair stands a blank, perhaps with a sign or two ("phí, lệ phí", "kinh tế - xã hội").
_BETWEEN = (" ", "  ", "   ")


class Sought:
    """Different words in small letters, with or without accents, and pairs of them that stand in a text side by side.

    They are told by their numbers: the words in their order, then the pairs; 255 at most are looked for. A word stands
    for its other correct spellings, too. For a letter that is not Vietnamese any other such letter will do.
    """

    def __init__(self, words: Sequence[str], pairs: Iterable[tuple[str, str]], *, accented: bool) -> None:
        self._accented = accented
        printed = {word: [_as_text(to_bytes(each)) for each in (word, *spellings(word))] for word in words}
        numbered = list(enumerate(islice(words, _MOST)))
        self._numbers = {_LINE_END: _ENDS}
        for number, (one, other) in enumerate(islice(pairs, max(0, _MOST - len(words))), start=len(words)):
            forms = product(printed[one], _BETWEEN, printed[other])
            self._numbers |= {f" {first}{between}{last} ": number for first, between, last in forms}
        self._numbers |= {f" {form} ": number for number, word in numbered for form in printed[word][1:]}
        self._numbers |= {f" {printed[word][0]} ": number for number, word in numbered}
        # Built in a third of the time of the quickest kind, which would save less in the few texts of a question.
        self._automaton = AhoCorasick(list(self._numbers), implementation=Implementation.ContiguousNFA)

    def words_of(self, text: str) -> bytes:
        """The words of a text between blanks, as they are looked through: with or without accents."""
        return small_words(text) if self._accented else bare_words(text)

    def in_lines(self, text: str) -> list[tuple[bytes, int]]:
        """What is found in each line of a text, in order: a byte, its number, for each. And how many words it has."""
        laid = b" %b " % self.words_of(text).replace(b"\n", b" \n ")
        found = self._automaton.find_matches_as_strings(_as_text(laid), overlapping=True)
        numbers = bytes(map(self._numbers.__getitem__, found))
        return list(zip(numbers.split(bytes((_ENDS,))), words_in_lines(laid), strict=True))


def _as_text(words: bytes) -> str:
    """Bytes of `orthography.blanking`, one letter for each: what the automaton takes."""
    return words.decode("latin-1")
