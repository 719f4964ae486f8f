"""What follows the body: signature and recipients, then appendices, forms and attached documents.

Source of the layout: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7–9 and III.
"""

from collections.abc import Sequence

from vanban.model import Level
from vanban.structure.headings import ends_sentence, line_end, roman_number, strength
from vanban.structure.markers import Marker
from vanban.structure.outline import ABBREVIATIONS, eid_number
from vanban.structure.walk import APPENDIX_RANK, PARAGRAPH_RANK, Scope, Walk

_TITLE_LINES = 10
_LONGEST_TITLE = 1500


def take_closing(walk: Walk, marker: Marker) -> None:
    """The signature block: the body ends, its numbers count no more."""
    if walk.after_body or walk.scope.kind != "body" or not walk.open:
        return
    walk.close_to(0, marker.start)
    walk.after_body = True
    walk.attached_at = -1
    walk.open_unit("paragraph", "", marker.start, marker.after, "conclusions", PARAGRAPH_RANK, "p")


def listed(content: str, markers: Sequence[Marker]) -> frozenset[int]:
    """Where appendices and forms stand in a table of contents: one line each, and printed again further down."""
    heads = [marker for marker in markers if marker.style in ("appendix", "form")]
    last = {(marker.style, marker.number.lower()): marker.start for marker in heads}
    lines = [line_end(content, marker.after) + 1 for marker in heads]
    found: set[int] = set()
    for index, marker in enumerate(heads):
        following = index + 1 < len(heads) and heads[index + 1].start == lines[index]
        preceding = index > 0 and lines[index - 1] == marker.start
        if (following or preceding) and marker.number and last[marker.style, marker.number.lower()] > marker.start:
            found.add(marker.start)
    return frozenset(found)


def take_appendix(walk: Walk, marker: Marker) -> None:
    """An appendix or a form, unless the line is running prose or the body still goes on."""
    content = walk.content
    rest = content[marker.after : line_end(content, marker.after)].strip()
    if marker.start in walk.listed or (strength(content, marker.after) < 2 and not rest.startswith("(")):
        return
    if walk.scope.kind == "body" and not walk.after_body:
        printed = content[marker.start : marker.after].strip()
        alone = not rest.strip(" .:") or rest.isupper()
        if marker.style == "form" or not walk.open or not (printed.isupper() or alone):
            return
        if not ends_sentence(content, marker.start):
            return
    number = marker.number
    if marker.style == "appendix" and not number and walk.scope.kind == "appendix" and walk.open[0].num:
        return  # an appendix of a form or a contract inside a numbered appendix
    if marker.style == "appendix":
        number = (roman_number(number) or number) if number else ""
        _zone(walk, marker.start, marker.after, "appendix", number)
    else:
        _form(walk, marker)


def take_title(walk: Walk, marker: Marker) -> None:
    """A line in capitals such as "QUY CHẾ" after the body: perhaps the title of an attached document."""
    if (walk.after_body and walk.attached_at < 0) or walk.scope.kind == "appendix":
        walk.attached_at = marker.start


def take_rider(walk: Walk, marker: Marker) -> None:
    """A rider "(Kèm theo Quyết định số …)": the lines in capitals above it are an attached document's title."""
    titled = walk.attached_at >= 0 and marker.start - walk.attached_at < _LONGEST_TITLE
    if walk.after_body:
        start = walk.attached_at if titled else _title_above(walk, marker.start)
        if start < marker.start:
            _zone(walk, start, start, "appendix", "")
    elif titled and walk.scope.kind == "appendix" and walk.scope.article and walk.open[0].num == "":
        _zone(walk, walk.attached_at, walk.attached_at, "appendix", "")  # a second attached document


def attach(walk: Walk, marker: Marker) -> None:
    """An attached document that begins without a rider: at the title seen after the signature, or right here."""
    start = walk.attached_at if walk.attached_at >= 0 else marker.start
    _zone(walk, start, start, "appendix", "")


def _zone(walk: Walk, start: int, after: int, level: Level, number: str) -> None:
    walk.close_to(0, start)
    walk.after_body = False
    walk.attached_at = -1
    name = ABBREVIATIONS[level] + (f"_{eid_number(number)}" if number else "")
    unit = walk.open_unit(level, number, start, after, name, APPENDIX_RANK)
    walk.scope = Scope("appendix", f"{unit.eid}__", 1)


def _form(walk: Walk, marker: Marker) -> None:
    stack = walk.open
    number = marker.number.replace("/", "-")
    if not stack or stack[0].level != "appendix":
        _zone(walk, marker.start, marker.after, "form", number)
        return
    walk.close_to(1, marker.start)
    eid = f"{stack[0].eid}__form_{eid_number(number)}"
    unit = walk.open_unit("form", number, marker.start, marker.after, eid, APPENDIX_RANK)
    walk.scope = Scope("appendix", f"{unit.eid}__", 2)


def _title_above(walk: Walk, at: int) -> int:
    """Where the lines in capitals above `at` begin, at most ten, none of them of another unit."""
    content = walk.content
    floor = walk.open[-1].start
    start = at
    for _ in range(_TITLE_LINES):
        begin = content.rfind("\n", 0, start - 1) + 1 if start > 0 else 0
        line = content[begin:start].strip()
        if begin >= start or begin <= floor or (line and not line.isupper()):
            break
        start = begin
    return start
