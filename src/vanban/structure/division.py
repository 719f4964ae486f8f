"""The walk over the candidates: which of them are units, at which level, below which unit.

Decisions rest on the sequence: a candidate that is the lawful next number of an open list continues it, a first number
opens a list, everything else is judged by its print. Three zones follow each other: the body, what closes it
(signature, recipients), and appendices, forms and attached documents, each with a numbering of its own.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vanban.rules import Rules
from vanban.structure.front import Front
from vanban.structure.items import take_item
from vanban.structure.markers import Marker
from vanban.structure.outline import Unit
from vanban.structure.quoting import instruction, instructs, leave, maybe_unmarked, open_quote, settle
from vanban.structure.sections import take_heading
from vanban.structure.walk import BODY_RANK, HEADING_RANKS, PARAGRAPH_RANK, Walk
from vanban.structure.zones import listed, take_amendment, take_appendix, take_closing, take_rider, take_title

_PERHAPS_COLON = frozenset(": \t\n\u00a0")
_ITEMS = frozenset(("number", "decimal", "bracket", "letter", "dash"))
_NO_MORE = (sys.maxsize, sys.maxsize)


class Division(NamedTuple):
    """The units in document order; the list items out of sequence, each with the number before it ("" for none)."""

    units: list[Unit]
    suspects: list[tuple[Unit, str]]


def divide(
    content: str,
    folded: str,
    markers: Sequence[Marker],
    front: Front,
    blocked: Sequence[tuple[int, int]],
    rules: Rules,
) -> Division:
    """The units of a text in document order, tiling it, and the items that are out of sequence.

    `front` says where preface and preamble end. Markers inside the sorted `blocked` stretches (tables, notes) are no
    units.
    """
    worded = [marker for marker in markers if marker.style not in _ITEMS]
    closings = [marker.start for marker in worded if marker.style == "closing"]
    chapters = [marker.number for marker in worded if marker.style == "chapter" and marker.quote < 0]
    restart = len(set(chapters)) < len(chapters) and any(marker.style == "part" for marker in worded)
    walk = Walk(content, folded, closings, restart, instruction(rules))
    walk.listed = listed(content, worded)
    for eid, start, end in (("preface", 0, front.preamble), ("preamble", front.preamble, front.body)):
        if start < end:
            walk.open_unit("paragraph", "", start, start, eid, PARAGRAPH_RANK, "p")
            walk.close_to(0, end)
    if not front.divided and front.body < len(content):
        walk.open_unit("paragraph", "", front.body, front.body, "p_1", BODY_RANK, "b")
    opened = len(walk.units)
    candidates = markers[front.first :]
    for marker in _outside(candidates, blocked) if blocked else candidates:
        if marker.quote >= 0 or marker.style not in _ITEMS or walk.scope.kind == "quoted":
            _take(walk, marker)
        elif not walk.after_body:  # the common case
            start = marker.start
            if start > 1 and content[start - 2] in _PERHAPS_COLON and walk.colon_before(start):
                maybe_unmarked(walk, marker)
            take_item(walk, marker)
    while walk.scope.kind == "quoted":
        leave(walk, walk.scope.end if walk.scope.end >= 0 else len(content))
    walk.close_to(0, len(content))
    if front.divided:
        _cover(walk, opened, front.body)
    return Division(walk.units, walk.suspects)


def _outside(markers: Sequence[Marker], blocked: Sequence[tuple[int, int]]) -> Iterator[Marker]:
    """The markers that stand in none of the stretches; both are in order."""
    stretches = iter(blocked)
    start, end = next(stretches)
    for marker in markers:
        while marker.start >= end:
            start, end = next(stretches, _NO_MORE)
        if marker.start < start:
            yield marker


def _cover(walk: Walk, opened: int, body: int) -> None:
    """Give the words between the expected beginning of the body and its first unit to what stands before them.

    What looked like the first unit can turn out to be none: a number alone, a line of a table.
    """
    units = walk.units
    first = units[opened].start if opened < len(units) else len(walk.content)
    if first == body:
        return
    if opened == len(units):
        walk.open_unit("paragraph", "", body, body, "p_1", BODY_RANK, "b").end = first
    elif opened:
        units[opened - 1].end = first
    else:
        preface = Unit("preface", "paragraph", "", 0, 0, None, False, PARAGRAPH_RANK, "p", "")
        preface.end = first
        units.insert(0, preface)


def _take(walk: Walk, marker: Marker) -> None:
    style = marker.style
    if walk.scope.kind == "quoted":
        settle(walk, marker)
    if marker.quote >= 0:
        nested_phrase = style == "quote" and walk.scope.kind == "quoted" and walk.scope.trusted
        opened = not nested_phrase and open_quote(walk, marker)
        if not opened and walk.scope.kind != "quoted" and not instructs(walk, marker):
            return
    elif style == "article" and walk.scope.kind != "quoted" and walk.colon_before(marker.start):
        maybe_unmarked(walk, marker)
    if style in _ITEMS:
        if not walk.after_body:
            take_item(walk, marker)
    elif style in HEADING_RANKS:
        take_heading(walk, marker)
    elif walk.scope.kind == "quoted":
        return
    elif style == "closing":
        take_closing(walk, marker)
    elif style in ("appendix", "form"):
        take_appendix(walk, marker)
    elif style == "supplied":
        take_rider(walk, marker)
    elif style == "attached":
        take_title(walk, marker)
    elif style == "amended":
        take_amendment(walk, marker)
