"""When a duty that comes back is due next: the period that a day lies in, as half-open days."""

import datetime as dt

from vanban.model import Deadline

_MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}


def occurrence(limit: Deadline, on: dt.date) -> tuple[dt.date, dt.date] | None:
    """The turn `[start, end)` that is running on the day `on`; None where the limit does not come back by the calendar.

    A turn ends with the printed day of the period ("trước ngày 15 hằng tháng" stops before the 15th), else with the
    period itself: the day, the week from Monday, the month, quarter, half-year or year.
    """
    if limit.recurs == "daily":
        return on, on + dt.timedelta(days=1)
    if limit.recurs == "weekly":
        start = on - dt.timedelta(days=on.weekday())
        return start, start + dt.timedelta(days=7)
    length = _MONTHS.get(limit.recurs or "")
    if length is None:
        return None
    index = _number(on) // length * length
    end = _end(limit, index, length)
    if on >= end:
        index += length
        end = _end(limit, index, length)
    return _end(limit, index - length, length), end


def _number(day: dt.date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _first(index: int) -> dt.date:
    return dt.date(index // 12, index % 12 + 1, 1)


def _end(limit: Deadline, index: int, length: int) -> dt.date:
    """The day after the last one of the turn in the period that begins with month `index`."""
    if limit.by_day is None and limit.by_month is None:
        return _first(index + length)
    month = index + (min(limit.by_month, length) if limit.by_month else length) - 1
    after = _first(month + 1)
    if limit.by_day is None:
        return after
    return min(_first(month) + dt.timedelta(days=limit.by_day), after)
