"""A day or a period as a person types it: "2026-09-30", "9/2026", "quý III/2026", "2026"."""

import datetime as dt
import re

from vanban.api.asked_day import day_to_ask
from vanban.cli.day import parse_day
from vanban.model.errors import UsageError
from vanban.orthography import fold

_QUARTER = re.compile(r"(?:quy|q)\s*(?P<quarter>iv|i{1,3}|[1-4])\s*[/-]\s*(?:nam )?(?P<year>\d{4})")
_MONTH = re.compile(r"(?:(?:thang )?(?P<month>\d{1,2})\s*/\s*(?P<year>\d{4})|(?P<iso>\d{4})-(?P<of>\d{1,2}))")
_YEAR = re.compile(r"(?:nam )?(\d{4})")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def parse_last_day(words: str) -> dt.date:
    """The last day of what was typed. Raises UsageError for what is neither a day nor a period."""
    folded = fold(words).strip()
    try:
        if found := _QUARTER.fullmatch(folded):
            quarter = _ROMAN.get(found["quarter"]) or int(found["quarter"])
            return day_to_ask(_before(int(found["year"]), 3 * quarter))
        if found := _MONTH.fullmatch(folded):
            return day_to_ask(_before(int(found["year"] or found["iso"]), int(found["month"] or found["of"])))
        if found := _YEAR.fullmatch(folded):
            return day_to_ask(_before(int(found[1]), 12))
    except (ValueError, OverflowError) as error:
        raise UsageError("bad-day", words=words) from error
    return parse_day(words)


def _before(year: int, month: int) -> dt.date:
    """The last day of a month."""
    if not 1 <= month <= 12:
        raise ValueError(month)
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
