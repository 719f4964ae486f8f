"""The order of documents in lists: field, legal force from high to low, day of issue (NĐ 79/2025/NĐ-CP, Điều 52)."""

import datetime as dt
import re
from functools import cache

from vanban.identification import symbol as symbols
from vanban.review.registered import Registered
from vanban.rules import Rules
from vanban.rules.review_rows import ReviewOrder
from vanban.timeline.facts import Act
from vanban.timeline.regimes import rank_of

Key = tuple[int, int, dt.date, str]
_LAST = 1_000


def field_of(document: Registered) -> tuple[str, str]:
    """The id and the name of the field that a document is listed under: the surest; ("", "") where none is told.

    A field that only a căn cứ suggests is a candidate, and heads no list.
    """
    first = next((field for field in document.fields if field.grade != "candidate"), None)
    return ("", "") if first is None else (first.id, first.name)


def order_key(document: Registered, rules: Rules) -> Key:
    """What documents are sorted by; those without a field, a rank or a day come last among their like."""
    field = _fields(rules).get(field_of(document)[0], _LAST)
    return (
        field,
        _place(document, rules),
        document.date or _end_of_year(document, rules),
        document.symbol or document.work,
    )


def _end_of_year(document: Registered, rules: Rules) -> dt.date:
    """Behind the documents of the year that a symbol prints ("61/2015/NĐ-CP"), where no day is told."""
    year = symbols.parse(document.symbol, rules).year
    return dt.date(year, 12, 31) if year is not None else dt.date.max


@cache
def _fields(rules: Rules) -> dict[str, int]:
    return {row.id: at for at, row in enumerate(rules.regulation_fields)}


@cache
def _places(rules: Rules) -> tuple[tuple[re.Pattern[str], ReviewOrder], ...]:
    return tuple((re.compile(row.issuers), row) for row in rules.review_order)


def _place(document: Registered, rules: Rules) -> int:
    rank = rank_of(Act(document.work, "state", document.type, issuer=document.issuer), rules)
    if rank is not None and document.family == "state":
        return rank
    for pattern, row in _places(rules):
        if (not row.types or document.type in row.types) and pattern.match(document.issuer):
            return row.place
    return _LAST
