"""A day as a person types it."""

import datetime as dt
import re

from vanban.model.errors import UsageError

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def asked_day(words: str) -> dt.date:
    """The day of "2021-05-03", "3-5-2021" or "03/05/2021". Raises UsageError for what is no day."""
    iso, local = _ISO.fullmatch(words.strip()), _VIETNAMESE.fullmatch(words.strip())
    try:
        if iso:
            return dt.date(int(iso[1]), int(iso[2]), int(iso[3]))
        if local:
            return dt.date(int(local[3]), int(local[2]), int(local[1]))
    except ValueError:
        pass
    raise UsageError("bad-day", words=words)
