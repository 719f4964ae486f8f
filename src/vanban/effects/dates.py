"""Days as legislators write them: "ngày 01 tháng 7 năm 2016", "01/7/2016", "ngày mồng 1 tháng Giêng năm 1997"."""

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

_MONTH_WORDS = {"gieng": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
                "muoi mot": 11, "muoi hai": 12, "chap": 12}  # fmt: skip

# On folded text. One source for the rows of the tables that contain a day (`{day}`), and for the search below.
WORDS = (
    r"(?:ngay\s+)?(?:mong\s+|mung\s+)?\d{1,2}\s*(?:,\s*)?thang\s+"
    r"(?:\d{1,2}|gieng|chap|muoi mot|muoi hai|muoi|hai|ba|tu|nam|sau|bay|tam|chin)\s*(?:,\s*)?nam\s+\d{4}(?!\d)"
)
DIGITS = r"(?:ngay\s+)?(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?![\d/])"
DAY = f"(?:{WORDS}|{DIGITS})"

_DAY = re.compile(DAY)
_PARTS = re.compile(r"(\d{1,2})\D+?(\d{1,2}|[a-z]+(?: [a-z]+)?)\s*(?:,\s*)?(?:nam\s+|[/.-]\s?)(\d{4})$")


class Day(msgspec.Struct, frozen=True):
    """A printed day: `content[start:end]`, and the date; None where no calendar has such a day ("31/02/2020")."""

    start: int
    end: int
    date: dt.date | None


def read(words: str) -> dt.date | None:
    """The date of a folded phrase that `DAY` matches; None where it does not exist."""
    match = _PARTS.search(words.replace("thang ", "", 1) if "thang" in words else words)
    if match is None:
        return None
    day, month, year = match.groups()
    number = int(month) if month.isdigit() else _MONTH_WORDS.get(month, 0)
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None


def find(folded: str, start: int, end: int) -> Iterator[Day]:
    """Every day printed in `folded[start:end]`, in order."""
    for match in _DAY.finditer(folded, start, end):
        yield Day(match.start(), match.end(), read(match.group()))
