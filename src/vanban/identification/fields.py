"""Fields of regulation (lĩnh vực) of a document, each with its reason and grade; unknown is an empty answer.

Words of the title are `explicit`, a body with one field is `derived`, laws among the căn cứ are `candidate`.
"""

import re
from functools import cache

from vanban.model import Field, Grade
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.regulation_fields import RegulationField

_MOST = 4
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

    words, by_word = _words(rules)
    for match in words.finditer(fold(title)):
        for row in by_word[match[0]]:
            add(row, "explicit", title[match.start() : match.end()])
    for row in _issuers(rules).get(issuer, ()):
        add(row, "derived", issuer)
    if not found:
        laws, by_law = _laws(rules)
        for line in bases:
            for match in laws.finditer(fold(line)):
                for row in by_law[match["name"]]:
                    add(row, "candidate", line[match.start() : match.end()])
    return tuple(sorted(found.values(), key=lambda field: _RANK[field.grade]))[:_MOST]


_Index = tuple[re.Pattern[str], dict[str, tuple[RegulationField, ...]]]


@cache
def _words(rules: Rules) -> _Index:
    index = _index({(fold(word), row.id): row for row in rules.regulation_fields for word in row.words})
    return re.compile(r"(?<![a-z])(?:" + _either(index) + r")(?![a-z])"), index


@cache
def _laws(rules: Rules) -> _Index:
    index = _index({(fold(law), row.id): row for row in rules.regulation_fields for law in row.laws})
    return re.compile(r"(?<![a-z])luat (?P<name>" + _either(index) + r")(?= ngay\b| so\b| nam\b|[;,.]|$)"), index


@cache
def _issuers(rules: Rules) -> dict[str, tuple[RegulationField, ...]]:
    return _index({(issuer, row.id): row for row in rules.regulation_fields for issuer in row.issuers})


def _index(rows: dict[tuple[str, str], RegulationField]) -> dict[str, tuple[RegulationField, ...]]:
    found: dict[str, tuple[RegulationField, ...]] = {}
    for (key, _), row in rows.items():
        found[key] = (*found.get(key, ()), row)
    return found


def _either(index: dict[str, tuple[RegulationField, ...]]) -> str:
    return "|".join(re.escape(name) for name in sorted(index, key=len, reverse=True))
