"""A text as the finders of this room read it: the words, folded beside them, and the day that periods count from."""

import datetime as dt

import msgspec

from vanban.model import Text, Work
from vanban.orthography import fold
from vanban.rules import Rules


class Wording(msgspec.Struct, frozen=True):
    """One text. `day` is the day of the document, `year` its year: a period printed without a year is of it."""

    content: str
    folded: str
    rules: Rules
    day: dt.date | None = None
    year: int | None = None


def read(text: Text, work: Work, rules: Rules) -> Wording:
    """The text of a work."""
    return Wording(text.content, fold(text.content), rules, work.date, work.date.year if work.date else work.year)


def trimmed(content: str, start: int, end: int, more: str = "") -> tuple[int, int]:
    """The span without the blanks, and the signs of `more`, at its ends."""
    cut = " \t\n\r\u00a0" + more
    while start < end and content[start] in cut:
        start += 1
    while end > start and content[end - 1] in cut:
        end -= 1
    return start, end
