"""The lines of a body as items under items: by the marks at their beginning, as ordering documents use them.

Unnumbered duties ("- Chủ trì …") and points like "2.1-" or "(1)" are no provisions of a structure, but each is a duty.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from vanban.tasks import phrases
from vanban.tasks.wording import Wording

_MARK = re.compile(
    r"\s*(?:(?P<article>điều \d+\w?\s*[.:]?)|(?P<roman>[ivx]{1,5}\s*[.)/-])(?=\s)"
    r"|(?P<number>\d{1,2}(?:\.\d{1,2})*\s*[.)/-]{1,2}|\d{1,2}(?:\.\d{1,2})+)(?=\s)"
    r"|(?P<ordinal>(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\b,?)|(?P<bracket>\(\d{1,2}\))"
    r"|(?P<letter>[a-zđ]\d?\s*[)])|(?P<dash>[-–—•*])\s|(?P<plus>\+)\s?)\s*",
    re.IGNORECASE,
)
_DIGITS = re.compile("[0-9]+")
_TAIL = 30  # characters in which the last words of a line stand
_LOOSE = ("dash", "plus", "para")


class Item(msgspec.Struct, frozen=True):
    """One item: its words without the mark, and the styles of the marks above it and its own, outermost first."""

    start: int
    end: int
    path: tuple[str, ...]


def read(words: Wording, spans: Sequence[tuple[int, int]], holes: Sequence[tuple[int, int]]) -> list[Item]:
    """The items of the text in `spans`, in order, without the spans of `holes` (tables, quoted words); both sorted."""
    items: list[Item] = []
    hole = 0
    for start, end in spans:
        while hole < len(holes) and holes[hole][1] <= start:
            hole += 1
        path: tuple[str, ...] = ()
        for begin, stop, mark in _joined(words, start, end, holes, hole):
            path = _place(path, _style(mark) if mark else "para")
            at = mark.end() if mark else begin
            if at < stop:
                items.append(Item(at, stop, path))
    return items


def _style(mark: re.Match[str]) -> str:
    kind = mark.lastgroup or "para"
    if kind == "number":
        printed = mark.group()
        return f"number{len(_DIGITS.findall(printed))}{')' if ')' in printed else ''}"
    return kind


def _place(path: tuple[str, ...], style: str) -> tuple[str, ...]:
    if style == "article":
        return ("article",)
    if style == "para":
        while path and path[-1] in _LOOSE:
            path = path[:-1]
        return (*path, "para")
    if style in path:
        return path[: path.index(style) + 1]
    if style == "roman":
        return ("roman",)
    return (*path, style)


# A line, or several put together, and the mark at its beginning: looked for once.
_Line = tuple[int, int, re.Match[str] | None]


def _joined(words: Wording, start: int, end: int, holes: Sequence[tuple[int, int]], hole: int) -> Iterator[_Line]:
    """The lines, a line that a page broke put together again: it ends in the middle of a sentence. `hole` is the first
    of the holes that may reach into them.
    """
    content = words.content
    held: _Line | None = None
    at = start
    while at < end:
        stop = content.find("\n", at, end)
        stop = end if stop < 0 else stop
        while hole < len(holes) and holes[hole][1] <= at:
            hole += 1
        if hole < len(holes) and holes[hole][0] < stop:
            if held:
                yield held
                held = None
            # all lines up to the end of the hole stand in it
            stop = content.find("\n", holes[hole][1] - 1, end)
            stop = end if stop < 0 else stop
        elif not (at == stop or content[at:stop].isspace()):
            mark = _MARK.match(content, at, stop)
            if held and mark is None and _goes_on(words, held, at, stop):
                held = (held[0], stop, _MARK.match(content, held[0], stop))
            else:
                if held:
                    yield held
                held = (at, stop, mark)
        at = stop + 1
    if held:
        yield held


def _goes_on(words: Wording, held: _Line, at: int, stop: int) -> bool:
    """Whether an unmarked line goes on with the one before it."""
    content = words.content
    begin, end, mark = held
    last = end - 1
    while last > begin and content[last].isspace():
        last -= 1
    if not (content[last].isalnum() or content[last] in "_,)(%"):
        return False
    if mark and mark.lastgroup in ("dash", "plus", "letter", "bracket"):
        return True  # points end with a sign; only a heading does not
    # a short line is a heading, unless the next one goes on in small letters or with a number
    length = last + 1 - begin
    if length > 60:
        return True
    first = content[at:stop].lstrip()[0]
    if first.islower() or (first.isdigit() and length > 20):
        return True
    tail = max(begin, last + 1 - _TAIL)
    return any(one.match(words.folded, content, tail, last + 1) for one in phrases.used(words.rules, "unfinished"))
