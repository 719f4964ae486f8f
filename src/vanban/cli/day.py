"""A day as a person types it. The only place, with the pages, that knows what day it is."""

import re
from datetime import date

from vanban.model.errors import UsageError

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def parse_day(words: str | None) -> date:
    """The day of "2021-05-03", "3-5-2021" or "03/05/2021"; None is today. Raises UsageError for what is no day."""
    if words is None:
        return date.today()
    iso, local = _ISO.fullmatch(words.strip()), _VIETNAMESE.fullmatch(words.strip())
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if local:
            return date(int(local[3]), int(local[2]), int(local[1]))
    except ValueError:
        pass
    raise UsageError("bad-day", words=words)
