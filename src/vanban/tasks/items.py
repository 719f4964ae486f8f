"""The lines of a body as items under items: by the marks at their beginning, as ordering documents use them.

Unnumbered duties ("- Chủ trì …") and points like "2.1-" or "(1)" are no provisions of a structure, but each is a duty.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

_MARK = re.compile(
    r"\s*(?:(?P<article>điều \d+\w?\s*[.:]?)|(?P<roman>[ivx]{1,5}\s*[.)/-])(?=\s)"
    r"|(?P<number>\d{1,2}(?:\.\d{1,2})*\s*[.)/-]{1,2}"
    r"|\d{1,2}(?:\.\d{1,2})+)(?=\s)|(?P<bracket>\(\d{1,2}\))|(?P<letter>[a-zđ]\d?\s*[)])|(?P<dash>[-–—•*])\s|(?P<plus>\+)\s?)\s*",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"[\w,)(%]$")
_LOOSE = ("dash", "plus", "para")


class Item(msgspec.Struct, frozen=True):
    """One item: its words without the mark, and the styles of the marks above it and its own, outermost first."""

    start: int
    end: int
    path: tuple[str, ...]


def read(content: str, start: int, end: int, holes: Sequence[tuple[int, int]]) -> Iterator[Item]:
    """The items of `content[start:end]`, in order, without the spans of `holes` (sorted: tables, quoted words)."""
    path: tuple[str, ...] = ()
    for begin, stop in _joined(content, start, end, holes):
        mark = _MARK.match(content, begin, stop)
        style = _style(mark) if mark else "para"
        path = _place(path, style)
        words = mark.end() if mark else begin
        if words < stop:
            yield Item(words, stop, path)


def _style(mark: re.Match[str]) -> str:
    kind = mark.lastgroup or "para"
    if kind == "number":
        return f"number{len(re.findall(r'[0-9]+', mark.group()))}{')' if ')' in mark.group() else ''}"
    return kind


def _place(path: tuple[str, ...], style: str) -> tuple[str, ...]:
    if style == "article":
        return ("article",)
    if style == "para":
        kept = tuple(one for one in path if one not in _LOOSE)
        return (*kept, "para") if kept else ("para",)
    if style in path:
        return path[: path.index(style) + 1]
    if style == "roman":
        return ("roman",)
    return (*path, style)


def _joined(content: str, start: int, end: int, holes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines, a line that a page broke put together again: it ends in the middle of a sentence."""
    held: tuple[int, int] | None = None
    at = start
    hole = 0
    while at < end:
        stop = content.find("\n", at, end)
        stop = end if stop < 0 else stop
        while hole < len(holes) and holes[hole][1] <= at:
            hole += 1
        inside = hole < len(holes) and holes[hole][0] < stop and holes[hole][1] > at
        if inside or not content[at:stop].strip():
            if inside and held:
                yield held
                held = None
        elif held and _goes_on(content, held, at, stop):
            held = (held[0], stop)
        else:
            if held:
                yield held
            held = (at, stop)
        at = stop + 1
    if held:
        yield held


def _goes_on(content: str, held: tuple[int, int], at: int, stop: int) -> bool:
    before = content[held[0] : held[1]].rstrip()
    after = content[at:stop].lstrip()
    if _MARK.match(content, at, stop) or not _OPEN_END.search(before):
        return False
    mark = _MARK.match(content, *held)
    if mark and mark.lastgroup in ("dash", "plus", "letter", "bracket"):
        return True  # points end with a sign; only a heading does not
    # a short line is a heading, unless the next one goes on in small letters or with a number
    return len(before) > 60 or after[0].islower() or (after[0].isdigit() and len(before) > 20)
