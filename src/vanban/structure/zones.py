"""What follows the body: signature and recipients, then appendices, forms and attached documents.

Source of the layout: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7–9 and III.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from vanban.model import Level
from vanban.structure.headings import ends_sentence, line_end, roman_number, strength
from vanban.structure.markers import Marker
from vanban.structure.outline import ABBREVIATIONS, eid_number
from vanban.structure.walk import APPENDIX_RANK, PARAGRAPH_RANK, Scope, Walk

_TITLE_LINES = 10
_LONGEST_ENTRY, _ENTRY_LINES = 400, 4  # of a table of contents: a title may take lines, and a number stand on its own
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
    """Where appendices and forms stand in a table of contents: a few lines each, two at least printed again below it.

    A form is printed again in the same appendix: each appendix has a form 01 of its own. One line above the head of
    the same number is a table of contents, too ("Mẫu 01a. Mẫu giấy xác nhận⏎Mẫu 01a").
    """
    heads = [marker for marker in markers if marker.style in ("appendix", "form")]
    if len(heads) < 2:
        return frozenset()
    found = {
        above.start
        for above, below in pairwise(heads)
        if above.number and _key(above) == _key(below) and line_end(content, above.after) + 1 == below.start
    }
    for first, end in _runs(content, heads):
        next_appendix = next((at for at in range(end, len(heads)) if heads[at].style == "appendix"), len(heads))
        below = {_key(head) for head in heads[end:next_appendix] if head.style == "form"}
        below |= {_key(head) for head in heads[end:] if head.style == "appendix"}
        again = [head.start for head in heads[first:end] if head.number and _key(head) in below]
        if len(again) > 1:
            found.update(again)
    return frozenset(found)


def _runs(content: str, heads: Sequence[Marker]) -> Iterator[tuple[int, int]]:
    """The runs of heads close below one another, none twice: first and end among the heads."""
    first, seen = 0, set[tuple[str, str]]()
    for at, head in enumerate(heads):
        if at > first and (_key(head) in seen or not _close(content, heads[at - 1], head)):
            yield first, at
            first, seen = at, set()
        seen.add(_key(head))
    yield first, len(heads)


def _close(content: str, above: Marker, below: Marker) -> bool:
    apart = below.start - above.after
    return apart <= _LONGEST_ENTRY and content.count("\n", above.after, below.start) <= _ENTRY_LINES


def _key(head: Marker) -> tuple[str, str]:
    return head.style, head.number.lower()


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


def take_amendment(walk: Walk, marker: Marker) -> None:
    """The title of an attached amendment of a technical standard: no other line reads like it, and it has no rider.

    It has no tables of numbered lines as appendices have: its numbers are read as strictly as those of a body.
    """
    if walk.after_body or walk.scope.prefix.startswith(ABBREVIATIONS["appendix"]):
        _zone(walk, marker.start, marker.start, "appendix", "")
        walk.scope = Scope("body", walk.scope.prefix, 1)


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
