"""Tie the names of an officer's table to the documents of an archive: by number, and by day and body as far as told.

Numbers repeat over provinces and years, so a number alone ties only where one document here has it and nothing that the
row says denies it. Never by likeness of titles.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from vanban import archive
from vanban.archive import Store, WorkRow
from vanban.identification.bodies import by_name
from vanban.identification.symbol import normalise
from vanban.review.officer_table import OfficerRow
from vanban.rules import Rules

State = Literal["tied", "ambiguous", "differs", "absent", "unnamed"]

_NUMBER = re.compile(
    r"\b(?P<symbol>\d+[A-Za-z]?\s*(?:/\s*(?:19|20)\d\d\s*)?/\s*[A-ZĐ][\w-]*(?:\s*[-/]\s*[A-ZĐ][\w-]*)*)"
)
_DAY = re.compile(r"\s*,?\s*(?:ngày\s+)?(\d{1,2})\s*(?:/|-|\s+tháng\s+)\s*(\d{1,2})\s*(?:/|-|\s+năm\s+)\s*(\d{4})")
_OF = re.compile(r"[\s,]*(?:của\s+)?(?P<words>(?:[^\W\d_]+\s+){1,12}[^\W\d_]+)")
# Before a number that only tells of another document: what is amended, or what a regulation came with.
_OTHER = re.compile(r"(?i)(?:kèm theo|một số điều|một số nội dung|sửa đổi, bổ sung|danh mục)\b[^.;()]{0,90}$")
_OPENING = re.compile(r"(?i)^\s*[^\d(]{0,40}?(?:số\s*:?\s*)?$")


class Named(msgspec.Struct, frozen=True):
    """A document that a row names: number, day and body as far as it says; and what it was tied to.

    "differs": the number is here, but the day or the body is another; `candidates` are then those.
    """

    symbol: str
    date: dt.date | None
    issuer: str
    state: State
    work: str | None = None
    candidates: tuple[str, ...] = ()


class TiedRow(msgspec.Struct, frozen=True):
    """A row with the documents that it names. `planned`: the row is about a document still to be made."""

    row: OfficerRow
    planned: bool
    named: tuple[Named, ...]

    @property
    def state(self) -> State:
        """The state of the row: that of the first document that it names."""
        return self.named[0].state if self.named else "unnamed"


class Tied(msgspec.Struct, frozen=True):
    """An officer's table tied to the archive, with how many rows are in which state."""

    rows: tuple[TiedRow, ...]
    counts: dict[str, int]
    kept: int = 0


def tie(rows: Iterable[OfficerRow], store: Store, rules: Rules) -> Tied:
    """Every row with what it names here."""
    tied = tuple(_row(row, store, rules) for row in rows)
    counts: dict[str, int] = {}
    for each in tied:
        counts[each.state] = counts.get(each.state, 0) + 1
    return Tied(tied, counts)


def _row(row: OfficerRow, store: Store, rules: Rules) -> TiedRow:
    first = _NUMBER.search(row.name)
    planned = first is None or _OPENING.match(row.name[: first.start()]) is None
    found = list(_numbers(row.name, planned))
    named = tuple(_named(row.name, match, store, rules) for match in found)
    return TiedRow(row, planned, named)


def _numbers(name: str, planned: bool) -> Iterator[re.Match[str]]:
    """The numbers that a name is about: its own, or of a planned document those that it replaces or repeals."""
    for match in _NUMBER.finditer(name):
        if not planned:
            yield match
            return
        if _OTHER.search(name[: match.start()]) is None:
            yield match


def _named(name: str, match: re.Match[str], store: Store, rules: Rules) -> Named:
    symbol = normalise(match["symbol"])
    after = match.end()
    day, date = _DAY.match(name, after), None
    if day is not None:
        after = day.end()
        try:
            date = dt.date(int(day[3]), int(day[2]), int(day[1]))
        except ValueError:
            date = None
    issuer = _issuer(name, after, rules)
    here = archive.find_works(store, symbol)
    here = tuple(work for work in here if normalise(work.symbol).lstrip("0") == symbol.lstrip("0"))
    fitting = [work for work in here if _fits(work, date, issuer)]
    if len(fitting) == 1:
        return Named(symbol, date, issuer, "tied", fitting[0].id)
    if fitting:
        return Named(symbol, date, issuer, "ambiguous", None, tuple(work.id for work in fitting))
    state: State = "differs" if here else "absent"
    return Named(symbol, date, issuer, state, None, tuple(work.id for work in here))


def _issuer(name: str, at: int, rules: Rules) -> str:
    """The body behind the day, by the longest run of words that names one; bodies of known provinces first."""
    match = _OF.match(name, at)
    words = match["words"].split() if match is not None else []
    for known in (True, False):
        for length in range(len(words), 1, -1):
            body = by_name(" ".join(words[:length]), rules, provinces_only=known)
            if body is not None and (known or match is None or "của" in match[0][: match.start("words") - at]):
                return body.id
    return ""


def _fits(work: WorkRow, date: dt.date | None, issuer: str) -> bool:
    if date is not None and work.date is not None and date != work.date:
        return False
    # The name of a place that no table knows may run on into the words behind it.
    return not issuer or not work.issuer or f"{issuer}-".startswith(f"{work.issuer}-")
