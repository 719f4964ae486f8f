"""Units with a word of their own: phần, chương, mục, tiểu mục, điều."""

from typing import cast

from vanban.model import Level
from vanban.structure.headings import ends_sentence, heading_number, strength
from vanban.structure.lists import follows
from vanban.structure.markers import Marker
from vanban.structure.outline import ABBREVIATIONS, eid_number
from vanban.structure.walk import HEADING_RANKS, Walk
from vanban.structure.zones import attach

_ARTICLE = HEADING_RANKS["article"]


def take_heading(walk: Walk, marker: Marker) -> None:
    """Open the part, chapter, section, subsection or article, unless the line is running prose."""
    look = strength(walk.content, marker.after)
    if look == 0:
        return
    if marker.style == "article":
        _article(walk, marker, look)
        return
    number = heading_number(marker.number)
    if number is None or (look == 1 and not ends_sentence(walk.content, marker.start)):
        return
    if walk.after_body:
        if marker.style != "chapter" or number not in ("I", "1"):
            return
        attach(walk, marker)
    level = cast(Level, marker.style)
    rank = HEADING_RANKS[level]
    _close_above(walk, rank, marker.start)
    stack = walk.open
    scope = walk.scope
    prefix = scope.prefix
    if len(stack) > scope.base and (level != "chapter" or walk.restart) and level != "part":
        prefix = f"{stack[-1].eid}__"
    eid = f"{prefix}{ABBREVIATIONS[level]}_{eid_number(number)}"
    walk.open_unit(level, number, marker.start, marker.after, eid, rank)


def _article(walk: Walk, marker: Marker, look: int) -> None:
    """Articles run through the document: the next number is one; another only where its print leaves no doubt."""
    number = marker.number.lower()
    scope = walk.scope
    fits = follows("n", scope.article, number) if scope.article else number == "1"
    if walk.after_body:
        if look == 2 and follows("n", walk.body_article, number):
            walk.after_body = False  # what looked like a signature was none
            fits = True
        elif number == "1":
            attach(walk, marker)
            scope, fits = walk.scope, True
        else:
            return
    if not fits:
        # Before the first unit stands the title, which ends no sentence: an extract may begin with any article.
        if look < 2 or (walk.open and not ends_sentence(walk.content, marker.start)):
            return
        if scope.kind == "appendix" and walk.content[marker.after : marker.after + 2].strip()[:1] not in (".", ":"):
            return  # a cell of a table that names an article
        if walk.content[marker.after : marker.after + 12].lstrip(" .:\t")[:1].islower():
            return
    _close_above(walk, _ARTICLE, marker.start)
    eid = f"{scope.prefix}art_{eid_number(number)}"
    walk.open_unit("article", number, marker.start, marker.after, eid, _ARTICLE)
    scope.article = number
    if scope.kind == "body":
        walk.body_article = number


def _close_above(walk: Walk, rank: int, at: int) -> None:
    stack = walk.open
    if walk.tail >= 0:
        walk.close_to(len(stack), at)
    base = walk.scope.base
    while len(stack) > base and stack[-1].rank >= rank:
        stack.pop().end = at
