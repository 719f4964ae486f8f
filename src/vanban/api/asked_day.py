"""A day as a person or a program asks for it."""

import datetime as dt
import re

from vanban.model.errors import UsageError

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
# Days that an answer can be given for: years of counting back and ahead from each of them are days still.
FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2199, 12, 31)


def asked_day(words: str) -> dt.date:
    """The day of "2021-05-03", "3-5-2021" or "03/05/2021". Raises UsageError for what is no day, or none to ask for."""
    iso, local = _ISO.fullmatch(words.strip()), _VIETNAMESE.fullmatch(words.strip())
    try:
        if iso:
            return day_to_ask(dt.date(int(iso[1]), int(iso[2]), int(iso[3])))
        if local:
            return day_to_ask(dt.date(int(local[3]), int(local[2]), int(local[1])))
    except ValueError:
        pass
    raise UsageError("bad-day", words=words)


def day_to_ask(day: dt.date | str) -> dt.date:
    """A day, or the words of one, as `FIRST_DAY` to `LAST_DAY` allow. Raises UsageError for any other."""
    if isinstance(day, str):
        return asked_day(day)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UsageError("day-out-of-reach", words=day.isoformat(), first=str(FIRST_DAY.year), last=str(LAST_DAY.year))
    return day
