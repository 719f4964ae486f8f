"""Quoted new wording in an amending act: when it begins, and when it is over whatever its marks say."""

import re
from bisect import bisect_right
from functools import cache

from vanban.orthography import fold, roman_to_int
from vanban.rules import Rules
from vanban.structure.headings import heading_number, strength
from vanban.structure.lists import families, follows
from vanban.structure.markers import Marker
from vanban.structure.quotation import closing, quotation
from vanban.structure.walk import HEADING_RANKS, PARAGRAPH_RANK, Scope, Walk

_NUMBER = r"[ \t]*(?:\d+[a-z]?\d?[.)–-]|[a-z]\d?[.)]|dieu \d+[a-z]?\d?[.:]?)?"
_ANNOUNCES = re.compile(r"nhu sau ?:$")
_ENDS = (":", "”", '"', "”.", "”;", '".', '";', "”./.", "”,")
_NUMBERS = ("number", "letter")
_POINT = r"[a-zđ]\d?(?!\w)"
_POINTS = re.compile(rf"điểm {_POINT}(?:(?:, ?| và |, và )(?:điểm )?{_POINT})+", re.IGNORECASE)
_POINT_NUMBER = re.compile(rf"(?<!\w){_POINT}")
_LONGEST = 400_000
_LONGEST_LEAD = 1200


def open_quote(walk: Walk, marker: Marker) -> bool:
    """Enter the words that the marker's quotation mark opens; False where it opens no new wording."""
    stack = walk.open
    if walk.after_body or not stack or stack[-1].level == "appendix":
        return False
    if walk.tail != marker.start and not _announced(walk, marker.start):
        return False
    stop = bisect_right(walk.closings, marker.quote)
    limit = walk.closings[stop] if stop < len(walk.closings) else len(walk.content)
    quoted = quotation(walk.content, marker.quote, min(limit, marker.quote + _LONGEST))
    if quoted is None:
        return False
    own = not quoted.sound and marker.style in _NUMBERS and instructs(walk, marker)
    if own and not _named(_lead(walk, marker.start), marker):
        return False  # an instruction of the act itself, with a stray mark
    points = _listed_points(walk, marker) if marker.style == "letter" else frozenset()
    enter(walk, marker.start)
    scope = walk.scope
    scope.points = points
    scope.end = -1 if quoted.end is None else quoted.end
    scope.chances = frozenset(quoted.chances)
    scope.trusted = quoted.end is not None and quoted.sound
    if marker.style == "quote":
        walk.open_unit("paragraph", "", marker.start, marker.after, f"{scope.prefix}p_1", PARAGRAPH_RANK, "p")
    return True


@cache
def instruction(rules: Rules) -> re.Pattern[str]:
    """What begins an amending instruction, from its own number or after it."""
    openings = "|".join(row.pattern for row in rules.instruction_openings)
    return re.compile(rf"{_NUMBER}[ .:)\t]*(?:{openings})")


def enter(walk: Walk, at: int) -> None:
    """Begin quoted words at `at`: a scope below the innermost unit, which quotes them."""
    stack = walk.open
    walk.close_to(len(stack), at)
    if stack[-1].level == "paragraph" and len(stack) > walk.scope.base + 1:
        walk.close_to(len(stack) - 1, at)  # the words between two quotations of one unit
    owner = stack[-1]
    owner.quotations += 1
    walk.scope = Scope("quoted", f"{owner.eid}__qstr_{owner.quotations}__", len(stack), walk.scope)


def leave(walk: Walk, end: int) -> None:
    """End the quoted words at `end`. What follows them in the same unit is settled when the next unit opens."""
    scope = walk.scope
    if scope.outer is None:
        return
    walk.close_to(scope.base, end)
    walk.scope = scope.outer
    walk.tail = end


def settle(walk: Walk, marker: Marker) -> None:
    """Leave the quoted words that are over before this marker."""
    while walk.scope.kind == "quoted":
        scope = walk.scope
        if 0 <= scope.end <= marker.start:
            if _goes_on(walk, marker):
                continue
            leave(walk, scope.end)
        elif _breaks(walk, marker):
            leave(walk, marker.start)
        else:
            return


def _announced(walk: Walk, at: int) -> bool:
    """Whether the words before `at` announce new wording: a colon, an amending heading, or another quotation."""
    begin = max(0, at - 600)
    before = walk.content[begin:at].rstrip()
    if before.endswith(_ENDS):
        return True
    line = walk.folded[before.rfind("\n") + 1 + begin : at]
    return "sua doi" in line or "bo sung" in line or "thay the" in line


def _goes_on(walk: Walk, marker: Marker) -> bool:
    """Whether the closing mark was a slip: the next number continues the quoted list, nothing of the quoting unit."""
    scope = walk.scope
    if marker.quote >= 0 or marker.start != scope.end or marker.style in ("closing", "appendix", "form"):
        return False
    if instructs(walk, marker) or _fits_outside(walk, marker) or not _fits(walk, marker, scope, len(walk.open)):
        return False
    end = closing(walk.content, marker.start, marker.start + _LONGEST)
    if end is None:
        return False
    scope.end = end
    scope.trusted = False
    return True


def _breaks(walk: Walk, marker: Marker) -> bool:
    """Whether the quoted words must have ended before this marker."""
    scope = walk.scope
    if marker.quote >= 0:
        return marker.style != "quote" and not scope.trusted and not _quoted_again(walk, marker)
    if marker.style == "closing":
        return scope.end < 0
    if marker.style in ("appendix", "form", "supplied", "attached", "amended", "basis"):
        return False
    if not _fits_outside(walk, marker):
        return False
    inside = _fits(walk, marker, scope, len(walk.open))
    if inside and marker.style == "letter" and marker.number in scope.points:
        return False  # the instruction has announced it: its mark was used up by a quotation inside
    if marker.style == "article" and not inside and scope.article:
        return True
    if instructs(walk, marker) and not inside:
        return True
    if scope.trusted:
        return False
    return instructs(walk, marker) or marker.start in scope.chances or (scope.end < 0 and not inside)


def _quoted_again(walk: Walk, marker: Marker) -> bool:
    """Whether a mark opens what a listed point quotes in its turn: “a) Sửa đổi … như sau: “1. …”."""
    if len(walk.open) == walk.scope.base or walk.open[-1].num not in walk.scope.points:
        return False
    lead = _lead(walk, marker.start)
    return _ANNOUNCES.search(lead) is not None and walk.instruction.match(lead.lstrip('“"')) is not None


def instructs(walk: Walk, marker: Marker) -> bool:
    """Whether the words after the marker's number begin an amending instruction ("Sửa đổi, bổ sung …")."""
    return walk.instruction.match(walk.folded, marker.after, marker.after + 300) is not None


def _fits_outside(walk: Walk, marker: Marker) -> bool:
    """Whether the marker continues a numbering around the quoted words."""
    top = walk.scope.base
    scope = walk.scope.outer
    while scope is not None:
        if _fits(walk, marker, scope, top):
            return True
        top = scope.base
        scope = scope.outer
    return False


def _fits(walk: Walk, marker: Marker, scope: Scope, top: int) -> bool:
    """Whether the marker is the lawful next number of something open in `scope`, whose units end at depth `top`."""
    if marker.style == "article":
        return follows("n", scope.article, marker.number.lower()) and strength(walk.content, marker.after) > 0
    units = walk.open[scope.base : top]
    if marker.style in HEADING_RANKS:
        number = heading_number(marker.number)
        if number is None:
            return False
        family = "R" if roman_to_int(number) else "n"
        return any(unit.level == marker.style and follows(family, unit.num, number) for unit in units)
    for family, number in families(marker.style, marker.number):
        if family in "-+":
            continue
        for unit in units:
            if unit.family == family and follows(family, unit.num, number):
                return True
    return False


def maybe_unmarked(walk: Walk, marker: Marker) -> None:
    """Enter new wording that has no quotation marks: "Sửa đổi khoản 2 Điều 5 như sau:" and "2. …" on the next line.

    Only where the instruction names the very number and the line is no instruction itself. Asked where the words before
    the marker end with a colon, outside of quoted words.
    """
    at = marker.start
    if walk.after_body or not walk.open:
        return
    place = walk.folded.rfind("sau", walk.open[-1].start, at)
    if place < 0 or walk.folded[place + 3 : at].strip() != ":":
        return  # told before the dear steps: the lead does not end with "như sau:"
    lead = _lead(walk, at)
    if (
        _ANNOUNCES.search(lead)
        and walk.instruction.match(lead)
        and not instructs(walk, marker)
        and _named(lead, marker)
    ):
        enter(walk, at)
        walk.scope.trusted = False


def _lead(walk: Walk, at: int) -> str:
    """The words of the innermost unit before `at`, folded and on one line; "" where they are too long to instruct."""
    begin = walk.open[-1].start
    return " ".join(walk.folded[begin:at].split()) if at - begin < _LONGEST_LEAD else ""


def _listed_points(walk: Walk, marker: Marker) -> frozenset[str]:
    """The points that the words before a quoted point list with it: a, b, c for "Sửa đổi điểm a, b, c khoản 2 …"."""
    begin = max(walk.open[-1].start, marker.start - _LONGEST_LEAD)
    for match in _POINTS.finditer(" ".join(walk.content[begin : marker.start].split())):
        points = _POINT_NUMBER.findall(match[0].lower())
        if marker.number in points:
            return frozenset(points)
    return frozenset()


def _named(lead: str, marker: Marker) -> bool:
    """Whether an instruction names the number that follows it: "Sửa đổi khoản 2 …" before "2. …"."""
    number = re.escape(fold(marker.number))
    if marker.style == "article":
        return re.search(rf"dieu[^\n]*\b{number}\b", lead) is not None
    if marker.style in _NUMBERS:
        return re.search(rf"(?:khoan|diem|muc)[^\n]*\b{number}\b", lead) is not None
    return False
