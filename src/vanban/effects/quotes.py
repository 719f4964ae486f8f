"""Words set in quotation marks inside one clause: where they begin and end, whatever marks the typist used."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from vanban.orthography import anchors

_UNFOLDED = "‟"
_OPENING = "“„«‟"
_CLOSING = "”»"


class Quote(msgspec.Struct, frozen=True, array_like=True):
    """Quoted words: `content[start:end]` without the marks; `closed` is False where no mark ends them."""

    start: int
    end: int
    closed: bool = True


def marks(content: str, folded: str) -> tuple[int, ...]:
    """Where the quotation marks of a text stand, found once; all but one of them fold to the same sign."""
    found = anchors.find(folded, ('"',))
    if _UNFOLDED in content:
        found = sorted([*found, *(at for at, sign in enumerate(content) if sign == _UNFOLDED)])
    return tuple(found)


def past_stray(content: str, at: int) -> int:
    """Past a mark that a typist set before the printed number of an own unit: “a) Bổ sung khoản 8 như sau: “8. …”."""
    return at + 1 if content[at : at + 1] in {*_OPENING, '"'} else at


def find(content: str, places: Sequence[int], start: int, end: int) -> tuple[Quote, ...]:
    """The outermost quotations in `content[start:end]`, by the marks at `places`; one without its end runs to `end`.

    A mark opens or closes by its neighbours, because files mix them up (“A“, ”A”, "A"): what follows a space or stands
    at the beginning opens, what follows a letter closes. The proper marks “ ” nest.
    """
    found: list[Quote] = []
    depth, opened = 0, start
    for at in places[bisect_left(places, start) : bisect_left(places, end)]:
        mark = content[at]
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
