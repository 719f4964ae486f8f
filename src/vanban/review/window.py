"""The stretch of days that a statutory list is about: one year (Điều 43), or a period of years as at its last day."""

import datetime as dt
import re
from typing import Literal

import msgspec

from vanban.model.errors import UsageError
from vanban.review.list_words import list_words
from vanban.rules import Rules

_PERIOD = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_FIRST_YEAR, _LAST_YEAR = 1945, 9998


class Window(msgspec.Struct, frozen=True):
    """The days `[first, until)`; `provisional` where the last of them has not come yet on the day of asking.

    "year": Nghị định 79/2025/NĐ-CP, Điều 43 khoản 3 (what ended or was suspended on its days). "period": Điều 49, 51
    (how things stand on its last day, 31-12).
    """

    kind: Literal["year", "period"]
    first: dt.date
    until: dt.date
    provisional: bool

    @property
    def last(self) -> dt.date:
        """The last day; of a period the "thời điểm hệ thống hóa"."""
        return self.until - dt.timedelta(days=1)

    def said(self, rules: Rules) -> str:
        """The window in the words of a heading: "năm 2025", "trong kỳ hệ thống hóa 2024-2028"."""
        return list_words(self.kind, rules, first=self.first.year, last=self.last.year)

    def holds(self, day: dt.date) -> bool:
        """Whether a day lies in the window."""
        return self.first <= day < self.until


def year_window(year: int, today: dt.date) -> Window:
    """The days of one year. Raises UsageError for what is no year."""
    return _window("year", year, year, today)


def period_window(words: str, today: dt.date) -> Window:
    """The days of "2024-2028". Raises UsageError for what is no period of years."""
    match = _PERIOD.fullmatch(words.strip())
    if match is None:
        raise UsageError("bad-period", words=words)
    return _window("period", int(match[1]), int(match[2]), today)


def _window(kind: Literal["year", "period"], first: int, last: int, today: dt.date) -> Window:
    if not _FIRST_YEAR <= first <= last <= _LAST_YEAR:
        raise UsageError("bad-period", words=str(first) if first == last else f"{first}-{last}")
    until = dt.date(last + 1, 1, 1)
    return Window(kind, dt.date(first, 1, 1), until, today < until)
