"""Dates as documents print them: "ngày 02 tháng 7 năm 2025", "ngày 2/7/2025", blanks for what is not yet filled in."""

import datetime as dt
import re

import msgspec

# Folded text. A blank (dots, spaces) may stand for the day or the month before signing.
_WORDS = r"ngay\s*(?P<d>\d{1,2}|[.?_ \s]*?)\s*thang\s*(?P<m>\d{1,2}|[.?_ \s]*?)\s*(?:nam|thang)\s*(?P<y>\d{4})"
_FIGURES = (
    r"(?:ngay\s*|(?<![\d./\-]))(?P<d2>0?[1-9]|[12]\d|3[01])\s*(?P<by>[/.\-])\s*(?P<m2>0?[1-9]|1[0-2])\s*(?P=by)\s*"
    r"(?P<y2>(?:19|20)\d{2})(?!\s*[/\-]|\d)"
)
DATE = re.compile(f"{_WORDS}|{_FIGURES}")
_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
ENGLISH_DATE = re.compile(rf"\b(?P<month>{'|'.join(_ENGLISH)})\s+(?P<day>\d{{1,2}})\s*,?\s+(?P<year>\d{{4}})")


class PrintedDate(msgspec.Struct, frozen=True, array_like=True):
    """A date at `start:end` of what was searched. `date` is None where a part is blank or no such day exists."""

    start: int
    end: int
    date: dt.date | None
    year: int
    blank: bool


def find_date(folded: str, start: int = 0, end: int | None = None) -> PrintedDate | None:
    """The first date in a folded text; None where there is none."""
    match = DATE.search(folded, start, len(folded) if end is None else end)
    if match is None:
        return None
    parts = match.groupdict()
    day, month = parts["d"] or parts["d2"] or "", parts["m"] or parts["m2"] or ""
    year = int(parts["y"] or parts["y2"])
    blank = not (day.isdigit() and month.isdigit())
    return PrintedDate(match.start(), match.end(), None if blank else _day(year, int(month), int(day)), year, blank)


def find_english_date(folded: str, start: int = 0) -> PrintedDate | None:
    """The first English date ("July 2, 2025") in a folded text; None where there is none."""
    match = ENGLISH_DATE.search(folded, start)
    if match is None:
        return None
    year, month = int(match["year"]), _ENGLISH.index(match["month"]) + 1
    return PrintedDate(match.start(), match.end(), _day(year, month, int(match["day"])), year, False)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
