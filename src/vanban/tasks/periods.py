"""A period named in a time limit as half-open days: a month, a quarter, a year, or from one of them to another."""

import datetime as dt
import re
from typing import NamedTuple

from vanban.effects import dates

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LENGTHS = {"thang": 1, "quy": 3, "nam": 12}
# What goes on with a period: "Quý I, II/2026", "tháng 5-6/2026", "quý I và quý II", "từ … đến hết năm 2027".
_MORE = re.compile(
    r"\s*(?P<sign>[-–,;&]|va\b|den(?: het)?\b|hoac\b)\s*"
    rf"(?:(?P<whole>{dates.DAY})|(?P<unit>thang|quy|nam)?\s*(?P<number>\d{{4}}|0?\d{{1,2}}|i{{1,3}}|iv)(?![\w])"
    r"(?:\s*(?:/|-|,?\s*nam)\s*(?P<year>\d{4}))?(?![\d/]))"
)


class Period(NamedTuple):
    """A period as named. `year` is None where none is printed; `number` is that of the month or quarter."""

    unit: str
    number: int
    year: int | None


class Span(NamedTuple):
    """Half-open days (None, None: the words name several periods that no rule puts together), and the words' end."""

    starts: dt.date | None
    ends: dt.date | None
    end: int


def named(found: re.Match[str]) -> Period | None:
    """The period in the groups `month`, `quarter`, `year` of a match; None where it has none of them."""
    groups = found.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    for group, unit in (("month", "thang"), ("quarter", "quy")):
        if groups.get(group):
            return Period(unit, _number(groups[group]), year)
    return Period("nam", 1, year) if year is not None else None


def span(first: Period, folded: str, at: int, stop: int, usual: int | None) -> Span:
    """The days from `first` to the last of the periods that follow it at `at`; a year printed last is that of all.

    `usual` is the year of a document: that of a period which nothing else dates.
    """
    last, end, known = first, at, first.year is not None
    while more := _MORE.match(folded, end, stop):
        following = _following(more, last)
        if following is None:
            if more["sign"] in (",", ";", "va", "&") and more["unit"] is None and more["whole"] is None:
                break  # "trong quý III, 5 xã …": a number that names no period
            return Span(None, None, more.end())
        last, end = following, more.end()
    year = last.year or usual
    if year is None:
        return Span(None, None, end)
    opened = first if known else Period(first.unit, first.number, year)
    starts, ends = _days(opened, opened.year or year)[0], _days(last, last.year or year)[1]
    return Span(starts, ends, end) if starts < ends else Span(None, None, end)


def _following(more: re.Match[str], last: Period) -> Period | None:
    """The period that goes on after another; it must be of the same kind, and after a comma be surely one."""
    unit = more["unit"] or last.unit
    if more["whole"] is not None or unit != last.unit:
        return None
    number, year = more["number"], int(more["year"]) if more["year"] else None
    if unit == "nam":
        return Period("nam", 1, int(number)) if len(number) == 4 and year is None else None
    surely = more["unit"] is not None or year is not None or more["sign"] in ("-", "–", "den", "den het")
    value = _number(number)
    fits = 1 <= value <= 12 // _LENGTHS[unit] and (unit == "quy" or number.isdigit())
    if not fits or not (surely or number in _QUARTERS):
        return None
    return Period(unit, value, year or (last.year if last.year is not None else None))


def _number(printed: str) -> int:
    return _QUARTERS.get(printed) or int(printed)


def _days(period: Period, year: int) -> tuple[dt.date, dt.date]:
    """The first day of a period, and the day after its last one."""
    length = _LENGTHS[period.unit]
    month = 1 if period.unit == "nam" else (period.number - 1) * length + 1
    after = month - 1 + length
    return dt.date(year, month, 1), dt.date(year + after // 12, after % 12 + 1, 1)
