"""A time limit in the words of a duty, as half-open days where the words and the document's day give them.

"Trước ngày X" stops before X, "chậm nhất ngày X" and "đến hết ngày X" with it.
"""

import datetime as dt
import re

from vanban.effects import dates
from vanban.model import Deadline
from vanban.tasks import periods, phrases
from vanban.tasks.wording import Wording

_DAY = re.compile(dates.DAY)
_DAYS = re.compile(
    rf"(?:tu )?(?:ngay )?(?P<first>{dates.DAY})(?:\s*(?:[-–]|den(?: het)?)\s*(?:ngay )?(?P<last>{dates.DAY}))?[ .]*"
)
# Every form holds a figure with its unit, a date, a period or a turn; most duties name no time at all.
_TELLS_TIME = re.compile(
    r"\d[\s,]*(?:\([^)]*\)\s*)?(?:ngay|thang|gio|tuan)|\d\s?[/.-]\s?\d{1,2}(?!\d)|(?:ngay|thang)\s+\d|nam\s+\d{4}|"
    r"quy\s+[iv\d]|(?:hang|moi)\s+(?:ngay|tuan|thang|quy|nam)|dinh ky\s+(?:hang|quy|sau)",
    re.ASCII,
)
_YEARS = re.compile(r"\d{4}(?![\d/])")


def find(words: Wording, start: int, end: int) -> Deadline | None:
    """The time limit of a duty: the first one with a day, else the first that comes back or is only words."""
    if _TELLS_TIME.search(words.folded, start, end) is None:
        return None
    spare: Deadline | None = None
    taken: list[tuple[int, Deadline]] = []
    for phrase in phrases.deadlines(words.rules):
        found = phrase.search(words.folded, words.content, start, end)
        if found is None:
            continue
        deadline = _deadline(words, phrase, found, end)
        if deadline.end_before is not None:
            taken.append((found.start(), deadline))
        elif spare is None:
            spare = deadline
    return min(taken, key=lambda each: each[0])[1] if taken else spare


def whole(words: Wording, start: int, end: int) -> Deadline | None:
    """The time limit that a cell or a labelled value holds; the words stand even where no form is known."""
    printed = " ".join(words.content[start:end].split())
    if not printed:
        return None
    found = find(words, start, end)
    if found is None:
        found = _bare(words, start, end)
    if found is not None:
        return Deadline(printed, found.start_on, found.end_before, found.recurs)
    return Deadline(printed, recurs="continuous" if words.folded[start:end].startswith("thuong xuyen") else None)


def _bare(words: Wording, start: int, end: int) -> Deadline | None:
    """A cell that is only a day, a period, or from one to another: "31/12/2026", "Quý II - Quý IV/2026", "2026"."""
    cell = words.folded[start:end]
    if day := _DAYS.fullmatch(cell):
        first, last = (dates.read(printed) if printed else None for printed in (day["first"], day["last"]))
        limit = last if day["last"] else first
        if limit is None or (day["last"] and (first is None or first > limit)):
            return None
        return Deadline("", first if day["last"] else None, limit + dt.timedelta(days=1))
    cell = f"trong {'nam ' if _YEARS.match(cell) else ''}{cell}"
    for phrase in phrases.deadlines(words.rules):
        if phrase.row.gives == "within" and (found := phrase.pattern.match(cell)):
            days = _period(words, found, cell, len(cell))
            rest = cell[days.end :].strip(" .") if days else ""
            if days and days.starts and (not rest or rest.startswith("(")):
                return Deadline("", days.starts, days.ends)
    return None


def _deadline(words: Wording, phrase: phrases.Phrase, found: re.Match[str], end: int) -> Deadline:
    printed = " ".join(words.content[found.start() : found.end()].split())
    gives = phrase.row.gives
    if gives == "recurs":
        return Deadline(printed, None, None, phrase.row.recurs, *_turn(found))
    if gives in ("after-signing", "after-force"):
        return Deadline(printed, end_before=_counted(words.day if gives == "after-signing" else words.force, found))
    if gives in ("before", "through", "within"):
        day = _DAY.search(found.group())
        if day is not None:
            limit = dates.read(day.group())
            past = gives != "before"
            return Deadline(printed, end_before=limit + dt.timedelta(days=1) if limit and past else limit)
        if days := _period(words, found, words.folded, found.end() if gives == "before" else end):
            printed = " ".join(words.content[found.start() : days.end].split())
            if gives == "within":
                return Deadline(printed, days.starts, days.ends)
            return Deadline(printed, end_before=days.starts if gives == "before" else days.ends)
    return Deadline(printed)


def _turn(found: re.Match[str]) -> tuple[int | None, int | None]:
    """The last day of each turn, and its month in a year or a quarter: "trước ngày 20 tháng 12 hằng năm" is 19, 12."""
    named = found.groupdict()
    if not named.get("day"):
        return None, None
    before = (named.get("before") or found.group()).startswith("truoc")
    day, month = int(named["day"]) - before, named.get("month")
    of = None if month is None else int(month) if month.isdigit() else 3
    if not 0 <= day <= 31 or (of is not None and not 1 <= of <= 12):
        return None, None
    return (day, of) if day else (31, None if of is None else (of + 10) % 12 + 1)  # before the first: the month before


def _counted(since: dt.date | None, found: re.Match[str]) -> dt.date | None:
    """The day after the last one, counting from the day after `since`."""
    if since is None:
        return None
    named = found.groupdict()
    if named.get("days"):
        return since + dt.timedelta(days=int(named["days"]) + 1)
    months = since.month - 1 + int(named["months"])
    year, month = since.year + months // 12, months % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(since.day, last)) + dt.timedelta(days=1)


def _period(words: Wording, found: re.Match[str], folded: str, end: int) -> periods.Span | None:
    """The days of the period that a match names, with those that follow it up to `end`."""
    first = periods.named(found)
    if first is None or not 1900 < (first.year or words.year or 0) < 2200:
        return None
    return periods.span(first, folded, found.end(), end, words.year)
