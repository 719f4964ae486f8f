"""Where each word of a text stands: cut once for all that looks at a text while an answer is put together."""

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from vanban.orthography.blanking import blanked


class Standing(NamedTuple):
    """The words of a text without accents, "" between two signs, and where each ends in the text."""

    words: list[str]
    ends: list[int]

    def span(self, place: int) -> tuple[int, int]:
        """Where the word at this place begins and ends: `text[start:end]`."""
        return self.ends[place] - len(self.words[place]), self.ends[place]


# As many texts as an answer shows.
@lru_cache(maxsize=16)
def standing(text: str) -> Standing:
    """The words of a text with their places."""
    words = blanked(text).bare.decode("ascii").replace("\n", " ").split(" ")
    # Before the word at place n stand the words before it, and n blanks.
    return Standing(words, [end + place for place, end in enumerate(accumulate(map(len, words)))])
