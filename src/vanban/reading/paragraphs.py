"""Lines -> paragraphs: one paragraph a line, no blank lines, no blanks at the edges, wrapped lines joined."""

import itertools
import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import msgspec

from vanban.model import Place
from vanban.orthography import anchors, fold
from vanban.reading.draft import Draft, Edit, apply
from vanban.reading.wrapping import BROKEN_WORD, Break, regime, soft_breaks
from vanban.rules import Rules

_LINE = re.compile(r"[^\n]+")
_RUN = re.compile(r"[ \t\u00a0\u3000]{2,}")
_BLANKS = " \t\u00a0\u3000"


def line_places(content: str) -> tuple[Place, ...]:
    """The places of a text by the lines of its source: `paragraph` is the line, counted from 0."""
    places = []
    start = 0
    for number, line in enumerate(content.split("\n")):
        if line:
            places.append(Place(start, None, number))
        start += len(line) + 1
    return tuple(places)


class Stripped(NamedTuple):
    """The lines of a text that hold anything, without the blanks at their edges, and the text that they make."""

    lines: list[str]
    content: str


def stripped(content: str) -> Stripped:
    """The lines of a text, stripped. Put together once: what is folded later is the same string, known by its hash."""
    lines = [words for line in content.split("\n") if (words := line.strip(_BLANKS))]
    return Stripped(lines, "\n".join(lines))


def _tidy(draft: Draft, content: str) -> Draft:
    """The draft without blank lines, runs of blanks and blanks at the edges of lines (layout, so not told).

    `content` is its own with the lines stripped.
    """
    # Every blank but the tab folds to a space.
    runs = "\t" in content or bool(anchors.spans(fold(content), ("  ",)))
    if draft.places or draft.tables or draft.notes or draft.repairs or draft.findings:
        if content == draft.content and not runs:
            return draft
        return apply(draft, _edits(draft.content, _spans(draft.content), set()))
    if runs:
        content = _RUN.sub(" ", content)
    return Draft(content, complete=draft.complete, unread=draft.unread)


def join_wrapped(draft: Draft, marks: Mapping[int, Break], rules: Rules, known: Stripped | None = None) -> Draft:
    """The draft tidied, its paragraphs joined where it is a wrapped text.

    `marks` says what markup knows of the line break at an offset. Blank lines end a paragraph. `known` is what
    `stripped` makes of its content, where the caller has it.
    """
    content = draft.content
    if known is None:
        known = stripped(content)
    how = regime(known.lines, sum(mark == "soft" for mark in marks.values()))
    if how is None:
        return _tidy(draft, known.content)
    if not draft.places:
        draft = msgspec.structs.replace(draft, places=line_places(content))
    spans = _spans(content)
    lines = [content[start:end] for start, end in spans]
    told: list[Break] = []
    for (_, end), (start, _) in pairwise(spans):
        gap = content[end:start]
        told.append("blank" if gap.count("\n") > 1 else marks.get(end + gap.index("\n")))
    soft = soft_breaks(lines, told, how, rules)
    return apply(draft, _edits(content, spans, {index for index, is_soft in enumerate(soft) if is_soft}))


def _spans(content: str) -> list[tuple[int, int]]:
    """The stripped lines that hold anything."""
    found = []
    for match in _LINE.finditer(content):
        line = match.group()
        words = line.strip(_BLANKS)
        if words:
            start = match.start() + len(line) - len(line.lstrip(_BLANKS))
            found.append((start, start + len(words)))
    return found


def _edits(content: str, spans: list[tuple[int, int]], joined: set[int]) -> list[Edit]:
    """What stands between the spans becomes one line break, or one blank where the lines belong together; runs of
    blanks inside them become one.
    """
    if not spans:
        return [Edit(0, len(content), "")] if content else []
    edits = [Edit(0, spans[0][0], "")] if spans[0][0] else []
    for index, ((_, end), (start, _)) in enumerate(itertools.pairwise(spans)):
        gap, new = content[end:start], "\n"
        if index in joined:
            new = "" if BROKEN_WORD.search(content, end - 2, end) else " "
        if gap != new:
            kind = "" if new == "\n" else "lines-joined"
            edits.append(Edit(end, start, new, kind, "\n" if kind else None))
    if spans[-1][1] < len(content):
        edits.append(Edit(spans[-1][1], len(content), ""))
    runs = [Edit(m.start(), m.end(), " ") for s in spans for m in _RUN.finditer(content, *s)]
    return sorted((*edits, *runs), key=lambda edit: edit.start) if runs else edits
