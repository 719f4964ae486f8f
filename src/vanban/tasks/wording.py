"""A text as the finders of this room read it: the words, folded beside them, and the day that periods count from."""

import datetime as dt

import msgspec

from vanban.model import Text, Work
from vanban.orthography import fold
from vanban.rules import Rules

_BLANKS = " \t\n\r\u00a0"


class Wording(msgspec.Struct, frozen=True):
    """One text. `day` is the document's, `force` the first of its force; a period without a year is of `year`."""

    content: str
    folded: str
    rules: Rules
    day: dt.date | None = None
    year: int | None = None
    force: dt.date | None = None


def read(text: Text, work: Work, rules: Rules, force: dt.date | None = None) -> Wording:
    """The text of a work that is in force from a day on, as far as it says so itself."""
    year = work.date.year if work.date else work.year
    return Wording(text.content, fold(text.content), rules, work.date, year, force)


def trimmed(content: str, start: int, end: int, more: str = "") -> tuple[int, int]:
    """The span without the blanks, and the signs of `more`, at its ends."""
    cut = _BLANKS + more
    if start < end and (content[start] in cut or content[end - 1] in cut):
        kept = content[start:end].lstrip(cut)
        start = end - len(kept)
        end = start + len(kept.rstrip(cut))
    return start, end
