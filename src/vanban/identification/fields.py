"""Fields of regulation (lĩnh vực) of a document, each with its reason and grade; unknown is an empty answer.

Words of the title are `explicit`, a body with one field is `derived`, laws among the căn cứ are `candidate`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from vanban.model import Field, Grade
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.regulation_fields import RegulationField

_MOST = 4
_FEW = 3  # first words that are sought one by one: all laws begin with the same
_WORD = re.compile(r"[a-z]+")
_RANK: dict[Grade, int] = {"explicit": 0, "derived": 1, "candidate": 2}


def fields_of(title: str, issuer: str, bases: tuple[str, ...], rules: Rules) -> tuple[Field, ...]:
    """The fields that the title, the issuer and the căn cứ tell, surest first, at most four.

    A field that only a căn cứ tells counts where neither title nor issuer tells any: most căn cứ name laws about the
    competence of the issuer, not about the matter.
    """
    found: dict[str, Field] = {}

    def add(row: RegulationField, grade: Grade, basis: str) -> None:
        if row.id not in found or _RANK[grade] < _RANK[found[row.id].grade]:
            found[row.id] = Field(row.id, row.name, grade, basis)

    folded = fold(title)
    for index in (_words(rules), _laws(rules)):
        for start, end, row in _phrases(folded, index):
            add(row, "explicit", title[start:end])
    for row in _issuers(rules).get(issuer, ()):
        add(row, "derived", issuer)
    if not found:
        for line in bases:
            for start, end, row in _phrases(fold(line), _laws(rules)):
                add(row, "candidate", line[start:end])
    return tuple(sorted(found.values(), key=lambda field: _RANK[field.grade]))[:_MOST]


# The first word -> the first two words (or the only one) -> the phrases that they open: a title is looked up word by
# word, and most words open nothing.
_Index = dict[str, dict[str, tuple[tuple[str, RegulationField], ...]]]


def _phrases(folded: str, index: _Index) -> Iterator[tuple[int, int, RegulationField]]:
    """Every phrase of the index that stands in a folded text between word boundaries."""
    if len(index) <= _FEW:
        openers = sorted([(at, word) for word in index for at in _places(folded, word)])
    else:
        openers = [(word.start(), word[0]) for word in _WORD.finditer(folded) if word[0] in index]
    for start, word in openers:
        opened, following = index[word], _WORD.search(folded, start + len(word))
        for opening in (word, f"{word} {following[0]}" if following else ""):
            for phrase, row in opened.get(opening, ()):
                end = start + len(phrase)
                if folded.startswith(phrase, start) and not folded[end : end + 1].isalnum():
                    yield start, end, row


def _places(folded: str, word: str) -> list[int]:
    """Where a word stands in a folded text as one by itself."""
    found, at = [], folded.find(word)
    while at >= 0:
        end = at + len(word)
        if not (folded[at - 1 : at].isalpha() or folded[end : end + 1].isalpha()):
            found.append(at)
        at = folded.find(word, end)
    return found


@cache
def _words(rules: Rules) -> _Index:
    return _index((fold(word), row) for row in rules.regulation_fields for word in row.words)


@cache
def _laws(rules: Rules) -> _Index:
    return _index((fold(f"luật {law}"), row) for row in rules.regulation_fields for law in row.laws)


@cache
def _issuers(rules: Rules) -> dict[str, tuple[RegulationField, ...]]:
    found: dict[str, tuple[RegulationField, ...]] = {}
    for row in rules.regulation_fields:
        for issuer in row.issuers:
            found[issuer] = (*found.get(issuer, ()), row)
    return found


def _index(pairs: Iterable[tuple[str, RegulationField]]) -> _Index:
    found: _Index = {}
    for phrase, row in pairs:
        words = _WORD.findall(phrase)[:2]
        opened, opening = found.setdefault(words[0], {}), " ".join(words)
        opened[opening] = (*opened.get(opening, ()), (phrase, row))
    return found
