"""text -> provisions: the stage itself."""

from bisect import bisect_left
from itertools import pairwise

from vanban.model import Finding, Provision, Text, Work
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.structure.division import Division, divide
from vanban.structure.front import find_front
from vanban.structure.headings import heading
from vanban.structure.inline import first_clauses, glued, glued_items, merged, quoted_inline
from vanban.structure.markers import Marker, scan
from vanban.structure.numbering import heading_missing, numbering_faults
from vanban.structure.outline import Unit

_TITLED = frozenset(("part", "chapter", "section", "subsection", "article", "appendix", "form"))


def parse(text: Text, work: Work, rules: Rules) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    """The provisions in document order, tiling the text; quoted new wording hangs under the unit that quotes it.

    Before the first unit stand `preface` (header and title) and `preamble` (legal bases, enacting formula), after the
    last one `conclusions` (signature, recipients); the body of a document without units is the paragraph `p_1`.
    Words that follow a unit's quoted wording are a `paragraph` of that unit; other plain paragraphs belong to the unit
    that they follow. Tables and notes are never divided.
    """
    content = text.content
    if not content:
        return (), ()
    folded = fold(content)
    markers = scan(content, folded, rules)
    markers = merged(markers, first_clauses(content, folded, markers, rules))
    markers = merged(markers, quoted_inline(content, folded, rules))
    markers = merged(markers, glued_items(content, folded, markers, rules))
    blocked = _blocked(text, markers)

    def attempt(candidates: list[Marker]) -> tuple[Division, tuple[Finding, ...]]:
        front = find_front(content, folded, candidates, work.evidence)
        division = divide(content, folded, candidates, front, blocked, rules)
        return division, numbering_faults(division)

    division, faults = attempt(markers)
    more = glued(content, folded, rules) if any(heading_missing(fault) for fault in faults) else []
    if more:
        other, fewer = attempt(merged(markers, more))
        if len(fewer) < len(faults):
            division, faults = other, fewer
    return _provisions(content, division.units), faults


def _blocked(text: Text, markers: list[Marker]) -> list[tuple[int, int]]:
    """The stretches that are never divided, in order: notes, and tables, unless a table holds the document itself.

    Some files lay out whole pages in a table. A table of data may name articles at the head of a line ("Điều 46."),
    but not one after the other.
    """
    if not text.tables and not text.notes:
        return []
    articles = [marker for marker in markers if marker.style == "article" and marker.quote < 0]
    pairs = [(one.start, two.start) for one, two in pairwise(articles) if _follows(one, two)]
    tables = (
        (table.start, table.end)
        for table in text.tables
        if (at := bisect_left(pairs, (table.start, 0))) == len(pairs) or pairs[at][1] >= table.end
    )
    blocked: list[tuple[int, int]] = []
    for start, end in sorted([*tables, *((note.start, note.end) for note in text.notes)]):
        if blocked and start < blocked[-1][1]:  # a table inside a table
            blocked[-1] = (blocked[-1][0], max(end, blocked[-1][1]))
        else:
            blocked.append((start, end))
    return blocked


def _follows(one: Marker, two: Marker) -> bool:
    """Whether an article has the next number after another."""
    return one.number.isdigit() and two.number.isdigit() and int(two.number) == int(one.number) + 1


def _provisions(content: str, units: list[Unit]) -> tuple[Provision, ...]:
    found: list[Provision] = []
    add = found.append
    last = len(units) - 1
    for index, unit in enumerate(units):
        level = unit.level
        title = ""
        if level in _TITLED:
            divided = index < last and units[index + 1].start < unit.end
            stop = units[index + 1].start if divided else unit.end
            title, _ = heading(content, level, unit.after, stop, divided)
        above = unit.above
        parent = above.eid if above is not None else None
        add(Provision(unit.eid, level, unit.num, title, unit.start, unit.end, parent, unit.quoted))
    return tuple(found)
