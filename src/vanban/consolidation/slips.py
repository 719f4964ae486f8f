"""Words that an amending act seems to print wrongly: suspected by what the amended act and the acts write elsewhere.

A page of an act has slips ("địa đểm", "Bộ trường Bộ Tài chính", "Ủy ban nhân cấp huyện"), and what it prints goes into
every consolidated text. The words stay as printed, since nobody can say from here what was signed; they are told.

Three signs, each over what no other place writes so: a syllable that other places between the same neighbours write
with other marks or, where it stands nowhere else at all, with one letter more or less; a syllable that always follows
the two before it and is not there; a word such as "theo" twice. On 95 enacted acts that the signs were not made upon
they gave 27 places, of which 24 are slips.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from vanban.consolidation.difference import own_words
from vanban.model import Doubt, Expression, Parsed
from vanban.orthography import fold
from vanban.orthography.spelling import spellings

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
# How often the other places must write it so: between the same neighbours, and after the same two words.
_SOMETIMES, _ALWAYS = 3, 100
_NEVER_TWICE = frozenset(("các", "của", "hoặc", "những", "này", "phải", "theo", "và", "với"))
_BINDS_THEO = ("kèm", "tiếp")  # "các năm tiếp theo theo quy định" is no slip
# Two words of one meaning, both in official use; other second spellings are known by their shape.
_ALIKE = frozenset((frozenset(("hàng", "hằng")),))


_Pair = tuple[str, str]


class _Unit(NamedTuple):
    """New words of a unit: as printed, and in small letters."""

    eid: str
    printed: list[str]
    words: list[str]


class _Suspect(NamedTuple):
    """A place of a unit: what is printed, and what may be meant."""

    eid: str
    printed: str
    meant: str


def suspected(made: Expression, base: Parsed, acts: Iterable[Parsed]) -> tuple[Doubt, ...]:
    """The suspected slips in the words that `acts` wrote into `made`, as doubts without a source; none is taken.

    Not asked: words that a person gave or confirmed.
    """
    settled = {eid for each in made.applied if each.settled is not None for eid in each.units}
    writers = {unit.eid: unit.by.work for unit in made.provisions if unit.by is not None and unit.eid not in settled}
    if not writers:
        return ()
    own = own_words(made)
    units = [_unit(eid, own[eid]) for eid in writers]
    elsewhere = _Elsewhere(units, [_TOKEN.findall(text.text.content.lower()) for text in (base, *acts)])
    found = (each for unit in units for each in elsewhere.suspects(unit))
    return tuple(Doubt(each.eid, writers[each.eid], "", each.printed, each.meant, False) for each in found)


def _unit(eid: str, text: str) -> _Unit:
    printed = _TOKEN.findall(text)
    return _Unit(eid, printed, [word.lower() for word in printed])


class _Elsewhere:
    """How the texts write what new words write.

    New words stand once in the text of their act, so that what is counted once stands nowhere else.
    """

    def __init__(self, units: Sequence[_Unit], texts: Sequence[list[str]]) -> None:
        asked = {pair for unit in units for pair in pairwise(unit.words)}
        times = Counter(pair for text in texts for pair in pairwise(text) if pair in asked)
        self._lone = {pair for pair in asked if times[pair] <= 1}
        places = [(unit.words, at) for unit in units for at in self._places(unit.words)]
        around = {pair for words, at in places for pair in ((words[at - 1], words[at + 1]), (words[at], words[at + 1]))}
        before = {(words[at - 1], words[at]) for words, at in places}
        self._between: defaultdict[_Pair, Counter[str]] = defaultdict(Counter)
        self._after: defaultdict[_Pair, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for first, middle, last in zip(text, text[1:], text[2:], strict=False):
                if (first, last) in around:
                    self._between[first, last][middle] += 1
                if (first, middle) in before:
                    self._after[first, middle][last] += 1
        printed = {words[at] for words, at in places}
        self._times = Counter(word for text in texts for word in text if word in printed)

    def _places(self, words: Sequence[str]) -> Iterator[int]:
        """The words, of those with a word on each side, that stand so before their neighbour nowhere else."""
        inner = range(1, len(words) - 1)
        return (at for at in inner if words[at].isalpha() and (words[at], words[at + 1]) in self._lone)

    def suspects(self, unit: _Unit) -> Iterator[_Suspect]:
        """The places of a unit that bear a sign of a slip."""
        for at in self._places(unit.words):
            left, word, right = unit.printed[at - 1 : at + 2]
            words: tuple[str, ...]
            if meant := self._misspelt(unit.words, at):
                words = (left, _like(meant, word), right)
            elif _twice(unit.words[at - 1 : at + 2]):
                words = (left, word)
            elif meant := self._missing(unit.words, at):
                words = (left, word, meant, right)
            else:
                continue
            yield _Suspect(unit.eid, f"{left} {word} {right}", " ".join(words))

    def _misspelt(self, words: Sequence[str], at: int) -> str | None:
        """What all other places write between these neighbours, where the word differs from it by a slip of the pen."""
        left, word, right = words[at - 1 : at + 2]
        if (left, word) not in self._lone or not (left.isalpha() and right.isalpha()):
            return None
        meant = [
            other
            for other, times in self._between[left, right].items()
            if times >= _SOMETIMES and other != word and self._slipped(word, other)
        ]
        return meant[0] if len(meant) == 1 else None

    def _slipped(self, word: str, other: str) -> bool:
        if not other.isalpha() or len(word) < 2 or other in spellings(word) or frozenset((word, other)) in _ALIKE:
            return False
        one, two = fold(word), fold(other)
        return one == two or (self._times[word] <= 1 and _one_letter(one, two))

    def _missing(self, words: Sequence[str], at: int) -> str | None:
        """The word that always follows these two elsewhere, also before the next one, and that is left out here."""
        left, word, right = words[at - 1 : at + 2]
        follows = Counter(self._after[left, word])
        follows[right] -= 1
        always = [other for other, times in follows.items() if times > 0]
        if len(always) != 1 or follows[always[0]] < _ALWAYS or not (left.isalpha() and right.isalpha()):
            return None
        return always[0] if always[0].isalpha() and self._between[word, right][always[0]] >= _SOMETIMES else None


def _like(word: str, printed: str) -> str:
    """The word in capitals as the printed one."""
    return (
        word.upper() if len(printed) > 1 and printed.isupper() else word.capitalize() if printed[0].isupper() else word
    )


def _twice(words: Sequence[str]) -> bool:
    left, word, right = words
    return word == right and word in _NEVER_TWICE and left not in _BINDS_THEO


def _one_letter(one: str, two: str) -> bool:
    """Whether one of two words is the other with one letter left out."""
    short, long = sorted((one, two), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
