"""text -> provisions: the stage itself."""

from vanban.model import Finding, Provision, Text, Work
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.structure.division import divide
from vanban.structure.headings import heading, strength
from vanban.structure.markers import Marker, scan
from vanban.structure.outline import Unit

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
    body = _body(content, markers)
    start = markers[body].start if body < len(markers) else len(content)
    preamble = next((marker.start for marker in markers if marker.style == "basis"), start)
    blocked = sorted([(table.start, table.end) for table in text.tables] + [(n.start, n.end) for n in text.notes])
    units = divide(content, folded, markers, body, preamble, blocked, rules)
    return _provisions(content, units), ()


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


def _provisions(content: str, units: list[Unit]) -> tuple[Provision, ...]:
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
