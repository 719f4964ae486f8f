"""Numbered and lettered items: does a candidate continue an open list, begin one, or is it no unit at all?"""

import re
from functools import lru_cache

from vanban.model import Level
from vanban.structure.headings import ends_sentence, line_end
from vanban.structure.lists import RANKS, beyond, families, follows, is_first, level_of
from vanban.structure.markers import Marker
from vanban.structure.outline import ABBREVIATIONS, Unit, eid_number
from vanban.structure.walk import PARAGRAPH_RANK, Walk

_ARTICLE = 40
_DEEPEST = 3  # lists of one family inside each other
_ALONE = re.compile(r"[^\S\n]*(?:\n|\Z)")  # nothing follows on the line


def take_item(walk: Walk, marker: Marker) -> None:
    """Open the item where the sequence allows it: the next number of an open list first, the innermost list first."""
    kinds = families(marker.style, marker.number)
    stack = walk.open
    base = walk.scope.base
    for family, number in kinds:
        depth = len(stack)
        while depth > base:
            depth -= 1
            unit = stack[depth]
            if unit.family == family:
                if follows(family, unit.num, number):
                    walk.open_sibling(unit, number, marker.start, marker.after)
                    return
            elif not unit.family:
                break
    if not kinds:
        return
    content = walk.content
    after = marker.after
    family, number = kinds[0]
    if (family == "x" or (number == "1" and content[after - 1] == ")")) and _inserted_letter(walk, marker, kinds[0]):
        return
    if family == "d" and _noted(walk, marker):
        return
    kind = walk.scope.kind
    right_below = marker.number in ("1", "a") and stack and stack[-1].rank == _ARTICLE
    if (not right_below or kind == "appendix") and marker.quote < 0 and _ALONE.match(content, after):
        return  # a cell of a table; a number alone begins a list only right below its article, or quoted words
    if kind == "quoted" and len(stack) == base:  # quoted words begin with any number; "i)" is the letter, "(i)" is not
        family, number = kinds[-1 if "(" in content[marker.start : after] else 0]
        _open_item(walk, marker, family, number, base)
        return
    for family, number in kinds:
        if is_first(family, number):
            _begin(walk, marker, family, number)
            return
    if kind != "appendix" and (ends_sentence(content, marker.start) or _right_below_article(walk, marker)):
        _misfit(walk, marker, kinds)


def _right_below_article(walk: Walk, marker: Marker) -> bool:
    """Whether only the article's own heading stands before the item: in an extract a list need not begin with 1."""
    stack = walk.open
    return bool(stack) and stack[-1].rank == _ARTICLE and line_end(walk.content, stack[-1].start) + 1 == marker.start


def _inserted_letter(walk: Walk, marker: Marker, kind: tuple[str, str]) -> bool:
    """The number "a1)" after "a)" is an inserted point, unless the words of "a)" announce it: a tiết then."""
    family, number = kind
    if family == "n" and number == "1" and walk.content[marker.after - 1] == ")":
        number = "l"  # the letter l, read as the figure 1 by a scanner: only ever after k
    elif family != "x" or walk.colon_before(marker.start):
        return False
    stack = walk.open
    for depth in range(len(stack) - 1, walk.scope.base - 1, -1):
        unit = stack[depth]
        if unit.family == "l" and follows("l", unit.num, number):
            _open_item(walk, marker, "l", number, depth)
            return True
    return False


def _noted(walk: Walk, marker: Marker) -> bool:
    """A line "2.13 Nội dung" where a file prints the sign of note 13 after the number 2: the next clause."""
    stack = walk.open
    number = marker.number.partition(".")[0]
    for depth in range(len(stack) - 1, walk.scope.base - 1, -1):
        unit = stack[depth]
        if unit.family in ("n", "d") and marker.number.startswith(unit.num + "."):
            return False
        if unit.family == "n" and follows("n", unit.num, number):
            _open_item(walk, marker, "n", number, depth)
            return True
        if not unit.family:
            if unit.level == "article" and number == "1" and depth == len(stack) - 1:
                _open_item(walk, marker, "n", number, depth + 1)
                return True
            return False
    return False


def _begin(walk: Walk, marker: Marker, family: str, number: str) -> None:
    """A first number: below the innermost unit where its words end with a colon, else below what ranks above it."""
    stack = walk.open
    base = walk.scope.base
    if family == "d":
        _begin_decimal(walk, marker, number)
        return
    depth = len(stack)
    if depth == base and base == 0 and family in "-+":
        return  # dashes before the body are legal bases or recipients
    if (
        depth
        and stack[-1].family != family
        and walk.colon_before(marker.start)
        and (depth - base < _DEEPEST or [unit.family for unit in stack[base:]].count(family) < _DEEPEST)
    ):
        _open_item(walk, marker, family, number, depth)
        return
    rank = RANKS[family]
    while depth > base:
        unit = stack[depth - 1]
        if unit.rank <= rank and unit.family != family and unit.rank != PARAGRAPH_RANK:
            break
        depth -= 1
    for place in range(depth - 1, base - 1, -1):
        unit = stack[place]
        if not unit.family:
            break
        if unit.family == family:
            depth = place
    again = depth < len(stack) and stack[depth].family == family
    if again and family not in "-+":
        if not ends_sentence(walk.content, marker.start, True):
            return  # a list that begins again in the middle of a sentence: a table
        _suspect(walk, marker, family, number, depth, stack[depth].num)
    else:
        _open_item(walk, marker, family, number, depth)


def _begin_decimal(walk: Walk, marker: Marker, number: str) -> None:
    """1.1 stands below the open 1 and nowhere else: what only looks like it is a quantity."""
    stack = walk.open
    for depth in range(len(stack) - 1, walk.scope.base - 1, -1):
        unit = stack[depth]
        if unit.family in ("n", "d", "l") and number.startswith(unit.num + "."):
            _open_item(walk, marker, "d", number, depth + 1)
            return


def _misfit(walk: Walk, marker: Marker, kinds: tuple[tuple[str, str], ...]) -> None:
    """A number that neither continues nor begins a list: a gap, a repeat, or a list whose head was lost."""
    stack = walk.open
    base = walk.scope.base
    for family, number in kinds:
        best = -1
        for depth in range(len(stack) - 1, base - 1, -1):
            unit = stack[depth]
            if not unit.family:
                break
            if unit.family == family and family != "d":
                if beyond(family, unit.num, number):
                    best = depth
                    break
                best = depth if best < 0 else best
        if best >= 0:
            _suspect(walk, marker, family, number, best, stack[best].num)
            return
    family, number = kinds[0]
    if family not in ("n", "l") or not stack:
        return
    rank = RANKS[family]
    depth = len(stack)
    while depth > base and stack[depth - 1].rank > rank:
        depth -= 1
    _suspect(walk, marker, family, number, depth, "")


def _open_item(walk: Walk, marker: Marker, family: str, number: str, depth: int) -> Unit:
    start = marker.start
    stack = walk.open
    if walk.tail >= 0:
        walk.close_to(depth, start)
    else:
        while len(stack) > depth:
            stack.pop().end = start
    scope = walk.scope
    if len(stack) > scope.base:
        above = stack[-1]
        level, name = _placed(family, number, above.level)
        prefix = above.eid + "__"
    else:
        level, name = _placed(family, number, None)
        prefix = scope.prefix
    stem = prefix + name
    if level == "indent":
        eid = stem + str(walk.ordinal(prefix))
        number = ""  # dashes have none
    else:
        eid = stem + (number if number.isascii() else eid_number(number))
    return walk.open_unit(level, number, start, marker.after, eid, RANKS[family], family, stem)


@lru_cache(maxsize=8192)
def _placed(family: str, number: str, above: Level | None) -> tuple[Level, str]:
    """The level of an item below a unit of level `above`, and how the last part of its eid begins."""
    level = level_of(family, number, above)
    return level, f"{ABBREVIATIONS[level]}_"


def _suspect(walk: Walk, marker: Marker, family: str, number: str, depth: int, before: str) -> None:
    """Open an item that is out of sequence, and remember it with the number before it."""
    walk.suspects.append((_open_item(walk, marker, family, number, depth), before))
