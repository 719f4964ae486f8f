"""The date or year that stands right after a cited document."""

import datetime as dt
import re

_DAY = re.compile(
    r"\s*[,(]?\s*(?:(?:ky|ban hanh|duoc ban hanh|thong qua|duoc thong qua)\s+)?(?:ngay\s*)"
    r"([0-9]{1,2})\s*(?:thang|[-/.])\s*([0-9]{1,2})\s*(?:nam|[-/.])\s*([0-9]{4})(?![0-9])",
    re.ASCII,
)
_YEAR = re.compile(
    r"\s*\(?\s*nam\s+((?:19|20)[0-9]{2})(?![0-9/])\)?|\s+((?:19|20)[0-9]{2})(?![0-9/.,]*[0-9])(?!\s*-)", re.ASCII
)


def date_after(folded: str, at: int) -> tuple[dt.date, int] | None:
    """The date printed right after `at` and where it ends; None for none or an impossible one."""
    match = _DAY.match(folded, at)
    if match is None:
        return None
    try:
        return dt.date(int(match[3]), int(match[2]), int(match[1])), match.end()
    except ValueError:
        return None


def impossible_date(folded: str, at: int) -> int | None:
    """Where a date right after `at` ends that no calendar has ("ngày 31/02/2020"); None for none or a real one."""
    match = _DAY.match(folded, at)
    return match.end() if match is not None and date_after(folded, at) is None else None


def year_after(folded: str, at: int) -> tuple[int, int] | None:
    """The year printed right after `at` ("năm 2013", "2013") and where it ends."""
    match = _YEAR.match(folded, at)
    return (int(match[1] or match[2]), match.end()) if match else None
