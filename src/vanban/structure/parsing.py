"""text -> provisions: the stage itself."""

from vanban.model import Finding, Provision, Text, Work
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.structure.division import Division
from vanban.structure.headings import heading, strength
from vanban.structure.markers import Marker, scan

_TITLED = frozenset(("part", "chapter", "section", "subsection", "article", "appendix", "form"))
_LISTS = frozenset(("number", "letter", "decimal"))


def parse(text: Text, work: Work, rules: Rules) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    """The provisions in document order, tiling the text; quoted new wording hangs under the unit that quotes it.

    Before the first unit stand `preface` (header and title) and `preamble` (legal bases, enacting formula), after the
    last one `conclusions` (signature, recipients). Words that follow a unit's quoted wording are a `paragraph` of
    that unit; other plain paragraphs belong to the unit that they follow. Tables and notes are never divided.
    """
    content = text.content
    if not content:
        return (), ()
    folded = fold(content)
    markers = scan(content, folded, rules)
    division = Division(content, folded, markers)
    first = _body(content, markers)
    start = markers[first].start if first < len(markers) else len(content)
    _front(division, markers, start)
    blocked = sorted([(table.start, table.end) for table in text.tables] + [(n.start, n.end) for n in text.notes])
    division.walk(first, blocked)
    return _provisions(division), tuple(division.findings)


def _body(content: str, markers: list[Marker]) -> int:
    """The index of the first marker of the body: the first heading, or in documents without articles the first item."""
    item = heading_at = -1
    closed = False
    for index, marker in enumerate(markers):
        if marker.quote >= 0:
            continue
        if marker.style in ("article", "chapter", "part", "section"):
            if strength(content, marker.after) and not (closed and item >= 0):
                heading_at = index
                break
        elif item < 0 and marker.style in _LISTS and marker.number in ("1", "I", "A", "a"):
            item = index
        elif marker.style == "closing" and item >= 0:
            closed = True
    if heading_at >= 0:
        return heading_at
    return item if item >= 0 else len(markers)


def _front(division: Division, markers: list[Marker], body: int) -> None:
    """Preface and preamble: all that stands before the body."""
    outline = division.outline
    basis = next((m.start for m in markers if m.style == "basis" and m.start < body), body)
    if basis > 0:
        outline.add("preface", "paragraph", "", 0, 0, False)
        outline.close_to(0, basis)
    if basis < body:
        outline.add("preamble", "paragraph", "", basis, basis, False)
        outline.close_to(0, body)


def _provisions(division: Division) -> tuple[Provision, ...]:
    units = division.outline.units
    content = division.content
    found: list[Provision] = []
    add = found.append
    last = len(units) - 1
    for index, unit in enumerate(units):
        title = ""
        if unit.level in _TITLED:
            divided = index < last and units[index + 1].start < unit.end
            stop = units[index + 1].start if divided else unit.end
            title, _ = heading(content, unit.level, unit.after, stop, divided)
        above = unit.above
        add(
            Provision(
                unit.eid,
                unit.level,
                "" if unit.level == "indent" else unit.num,
                title,
                unit.start,
                unit.end,
                None if above is None else above.eid,
                unit.quoted,
            )
        )
    return tuple(found)
