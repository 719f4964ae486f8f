"""Words set in quotation marks inside one clause: where they begin and end, whatever marks the typist used."""

import re
from bisect import bisect_left

import msgspec

_MARK = re.compile('[“”„‟"«»]')
_OPENING = "“„«‟"
_CLOSING = "”»"


class Quote(msgspec.Struct, frozen=True, array_like=True):
    """Quoted words: `content[start:end]` without the marks; `closed` is False where no mark ends them."""

    start: int
    end: int
    closed: bool = True


def marks(content: str) -> tuple[int, ...]:
    """Where the quotation marks of a text stand: found once, so that the many clauses without any cost nothing."""
    return tuple(match.start() for match in _MARK.finditer(content))


def any_between(places: tuple[int, ...], start: int, end: int) -> bool:
    """Whether one of the marks at `places` (sorted) stands in `[start, end)`."""
    place = bisect_left(places, start)
    return place < len(places) and places[place] < end


def find(content: str, start: int, end: int) -> tuple[Quote, ...]:
    """The outermost quotations in `content[start:end]`; a quotation without its end runs to `end`.

    A mark opens or closes by its neighbours, because files mix them up (“A“, ”A”, "A"): what follows a space or stands
    at the beginning opens, what follows a letter closes. The proper marks “ ” nest.
    """
    found: list[Quote] = []
    depth, opened = 0, start
    for match in _MARK.finditer(content, start, end):
        at, mark = match.start(), match.group()
        if depth == 0:
            if mark in _CLOSING and not _looks_opening(content, at, start, end):
                continue
            depth, opened = 1, at + 1
        elif mark in _OPENING and _looks_opening(content, at, start, end):
            depth += 1
        elif mark in _CLOSING or not _looks_opening(content, at, start, end) or mark == '"':
            depth -= 1
            if depth == 0:
                found.append(Quote(opened, at))
    if depth:
        found.append(Quote(opened, end, closed=False))
    return tuple(found)


def _looks_opening(content: str, at: int, start: int, end: int) -> bool:
    before = content[at - 1] if at > start else " "
    after = content[at + 1] if at + 1 < end else " "
    return (before.isspace() or before in "(:[/“") and not after.isspace()
