"""Where in a normative act an order can stand at all: found once for the text, so that only those articles are read."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

import msgspec

from vanban.effects import dates
from vanban.model import Task
from vanban.orthography import anchors
from vanban.tasks import bodies, phrases
from vanban.tasks.wording import Wording

_GIVING = ("giao ", "de nghi ")
# "thi hành Nghị định này": without it, and without "giao", a clause of a normative act orders nothing.
_OWN = ("dinh nay", "quyet nay", "tu nay")
# How far behind a sentence the duty to carry out the very document may reach.
_AFTER = 520
_YEARS_AHEAD = 30  # a duty that ends later is an aim
_LONGEST_DAY = 50  # characters from the first word of a day to its year
_DAY_SIGNS = ("/", ".", "-")
_LONGEST_LIMIT = 90  # characters from the first word of a time limit to its year


class Hints(msgspec.Struct, frozen=True):
    """The articles in which an order can stand, and in them, sorted, the offsets of what an order cannot do without.

    `speaking`: of the words that let a clause speak; `given`: of bodies that something is given to ("giao", "đề nghị");
    `own`: of the duty to carry out the very document; `dated`: of time limits on a printed day that was still to come.
    `chapter`: from where on a chapter on carrying the act out stands.
    """

    articles: Sequence[tuple[int, int]]
    speaking: Sequence[int]
    given: Sequence[int]
    own: Sequence[int]
    dated: Sequence[int] = ()
    chapter: int = sys.maxsize

    def dates(self, start: int, end: int) -> bool:
        """Whether a clause sets a day of the calendar that was still to come: no standing power, an order."""
        return _any(self.dated, start, end)

    def leads_to_dates(self, start: int) -> bool:
        """Whether such a day stands between an offset and the end of its article."""
        if not self.dated:
            return False
        at = bisect_right(self.articles, start, key=lambda article: article[0]) - 1
        return at >= 0 and self.dates(start, self.articles[at][1])

    def speaks(self, start: int, end: int) -> bool:
        """Whether a clause may order: it says "giao" or "đề nghị", or speaks of the act's own carrying out."""
        return _any(self.speaking, start, end)

    def is_for_good(self, task: Task) -> bool:
        """Whether a duty of such a chapter is a standing power: nobody gives it, and it never ends or ever recurs."""
        limit = task.deadline
        ends = limit is not None and limit.end_before is not None and not limit.recurs
        ordered = _any(self.given, task.start, task.end) or _any(self.own, task.start, task.end)
        return task.start >= self.chapter and not ends and not ordered

    def may_order(self, start: int, end: int) -> bool:
        """Whether a sentence gives something to a body, or the duty to carry out the very document is in or near it."""
        return _any(self.given, start, end) or _any(self.own, start, end + _AFTER) or self.dates(start, end)


def find(words: Wording, articles: Sequence[tuple[int, int]]) -> Hints:
    """The hints of a text cut into its articles.

    An article with a heading over who carries the document out is read, and from such a heading without a number on
    (the name of a chapter) all are.
    """
    folded = words.folded
    last = articles[-1][1]
    headings: list[int] = []
    all_from = last
    for line in phrases.organising_line(words.rules).finditer(folded, max(0, articles[0][0] - 1), last):
        headings.append(line.end("mark"))
        if not line.group("mark").strip():
            all_from = headings[-1]
            break
    giving = anchors.find_ends(folded, _GIVING)
    given = bodies.beginning(words, giving)
    speaking = sorted([*giving, *(end - len("nay") for end in anchors.find_ends(folded, _OWN))])
    dated = _dated(words, articles)
    shapes = [row.within or row.pattern for row in phrases.used(words.rules, "own")]
    taken: list[tuple[int, int]] = []
    own: list[int] = []
    hinted, sure = sorted([*headings, *speaking, *dated]), sorted([*headings, *given, *dated])
    at = 0
    for start, end in articles:
        at = bisect_left(hinted, start, at)
        heads = end > all_from
        if not heads and (at == len(hinted) or hinted[at] >= end):
            continue
        here = sorted([match.start() for shape in shapes for match in shape.finditer(folded, start, end)])
        if here or heads or _any(sure, start, end):
            taken.append((start, end))
            own += here
    return Hints(taken, speaking, given, own, dated, all_from)


def _dated(words: Wording, articles: Sequence[tuple[int, int]]) -> list[int]:
    """Where a duty ends on or before a printed day after that of the document: "hoàn thành … trước ngày 01/01/2027"."""
    if words.day is None:
        return []
    forms = [
        phrase.pattern for phrase in phrases.deadlines(words.rules)
        if phrase.row.gives in ("before", "through") and "{day}" in phrase.row.pattern
    ]  # fmt: skip
    first, last = articles[0][0], articles[-1][1]
    found = set()
    for year in _years(words.day.year).finditer(words.folded, first, last):
        if not _ends_a_day(words.folded, year.start()):
            continue
        near = dates.find(words.folded, max(first, year.start() - _LONGEST_DAY), year.end())
        if not any(day.date is not None and day.date > words.day for day in near):
            continue
        for form in forms:
            for match in form.finditer(words.folded, max(first, year.start() - _LONGEST_LIMIT), year.end()):
                day = next(dates.find(words.folded, match.start(), match.end()), None)
                if day is not None and day.date is not None and day.date > words.day:
                    found.add(match.start())
    return sorted(found)


def _ends_a_day(folded: str, year: int) -> bool:
    """Whether a year stands where that of a day does: behind "năm", or behind two signs ("1/1/2027", no "5/2027")."""
    before = folded[max(0, year - 10) : year].rstrip()
    return before.endswith("nam") or (before[-1:] in _DAY_SIGNS and sum(map(before.count, _DAY_SIGNS)) > 1)


@cache
def _years(first: int) -> re.Pattern[str]:
    """The years from one on, as one pattern: their first figures are found by plain search."""
    return re.compile("|".join(str(first + more) for more in range(_YEARS_AHEAD)))


def _any(places: Sequence[int], start: int, end: int) -> bool:
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
