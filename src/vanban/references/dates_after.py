"""The date or year that stands right after a cited document."""

import datetime as dt
import re

_DAY = re.compile(
    r"\s*[,(]?\s*(?:(?:ky|ban hanh|duoc ban hanh|thong qua|duoc thong qua)\s+)?(?:ngay\s*)"
    r"([0-9]{1,2})\s*(?:thang|[-/.])\s*([0-9]{1,2})\s*(?:nam|[-/.])\s*([0-9]{4})(?![0-9])",
    re.ASCII,
)
_YEAR = r"\s*\(?\s*nam\s+((?:19|20)[0-9]{2})(?![0-9/])\)?|\s+((?:19|20)[0-9]{2})(?![0-9/.,]*[0-9])(?!\s*-)"
_DAY_OR_YEAR = re.compile(rf"{_DAY.pattern}|{_YEAR}", re.ASCII)
# The two letters that a date or a year may begin with: most documents are followed by others, which tells at once.
_BLANKS = " \t\n\r\v\f"
_BEGINNINGS = frozenset(
    {"ky", "ba", "du", "th", "ng", "na"}
    | {first + second for first in _BLANKS + ",(" for second in _BLANKS + ",(kbdtn" + "12"}
)


def date_after(folded: str, at: int) -> tuple[dt.date, int] | None:
    """The date printed right after `at` and where it ends; None for none or an impossible one."""
    match = _DAY.match(folded, at)
    day = _date(match) if match is not None else None
    return (day, match.end()) if match is not None and day is not None else None


def impossible_date(folded: str, at: int) -> int | None:
    """Where a date right after `at` ends that no calendar has ("ngày 31/02/2020"); None for none or a real one."""
    if folded[at : at + 2] not in _BEGINNINGS:
        return None
    match = _DAY.match(folded, at)
    return match.end() if match is not None and _date(match) is None else None


def date_or_year_after(folded: str, at: int, *, bare: bool) -> tuple[dt.date | None, int | None, int] | None:
    """The date or the year printed right after `at` ("năm 2013", with `bare` also "2013"), and where it ends.

    None for neither, or for an impossible date.
    """
    if folded[at : at + 2] not in _BEGINNINGS:
        return None
    match = _DAY_OR_YEAR.match(folded, at)
    if match is None:
        return None
    if match[1]:
        day = _date(match)
        return (day, None, match.end()) if day is not None else None
    if match[4]:
        return None, int(match[4]), match.end()
    return (None, int(match[5]), match.end()) if bare else None


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
