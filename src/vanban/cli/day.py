"""A day as a person types it. The only place, with the pages, that knows what day it is."""

from datetime import date

from vanban.api.asked_day import asked_day


def parse_day(words: str | None) -> date:
    """The day of "2021-05-03", "3-5-2021" or "03/05/2021"; None is today. Raises UsageError for what is no day."""
    return date.today() if words is None else asked_day(words)
