"""Review: the statutory lists, the impact of a new document, officers' own tables."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from vanban.api.archive import Archive
from vanban.model.errors import UsageError
from vanban.review.listed import ReviewLists
from vanban.review.lists import lists
from vanban.review.responsible import Scope
from vanban.review.window import period_window, year_window


def review_lists(
    archive: Archive,
    *,
    today: dt.date,
    year: int | None = None,
    period: str | None = None,
    scope: Scope | None = None,
    published: Iterable[Path] = (),
) -> ReviewLists:
    """The lists of a year (Điều 43) or of a period ("2024-2028", Điều 51) for the documents of a scope.

    `published` are earlier lists (`--json`): what stands there is not "missed". Raises UsageError unless exactly one of
    `year` and `period` is given.
    """
    if year is not None and period is None:
        window = year_window(year, today)
    elif period is not None and year is None:
        window = period_window(period, today)
    else:
        raise UsageError("year-or-period")
    return lists(archive.store, window, scope or Scope(), archive.rules, [_read(path) for path in published])


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise UsageError("no-such-file", path=str(path))
    return path.read_bytes()
