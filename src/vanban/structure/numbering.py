"""Gaps and repeats in the numbering of a document's own units, as findings with the unit that shows them.

New wording that an amending act quotes begins and ends anywhere, so it is never at fault; neither are the lists of
appendices, which are full of tables.
"""

from vanban.model import Finding, Level
from vanban.orthography import roman_to_int
from vanban.structure.lists import beyond, follows
from vanban.structure.outline import Unit

_CHECKED: frozenset[Level] = frozenset(
    ("part", "chapter", "section", "subsection", "article", "clause", "point", "appendix")
)
# Where a number begins anew: articles run through the document, chapters through it or its parts, the others by unit.
_RUNNING: frozenset[Level] = frozenset(("article", "chapter"))


def numbering_faults(units: list[Unit]) -> tuple[Finding, ...]:
    """A finding for each unit whose number does not follow the one before it.

    `numbering-gap` where numbers are left out, `numbering-repeat` where a number comes again or goes back; details:
    `number` and `before` as printed.
    """
    last: dict[tuple[str, str, str], str] = {}
    faults: list[Finding] = []
    for unit in units:
        level = unit.level
        if unit.quoted or level not in _CHECKED or not unit.num:
            continue
        appendix = _appendix(unit)
        if appendix and level not in ("article", "chapter", "appendix"):
            continue
        above = unit.above.eid if unit.above is not None and level not in _RUNNING else appendix
        key = (above, level, unit.family)
        before = last.get(key)
        last[key] = unit.num
        family = unit.family or ("R" if roman_to_int(unit.num) else "n")
        if before is None:
            if level in ("article", "clause", "point") and unit.num not in ("1", "a", "I", "A") and family in "nl":
                faults.append(_fault("numbering-gap", unit, "–"))
        elif not follows(family, before, unit.num):
            if level in ("chapter", "appendix") and _restarts(unit, before):
                continue
            code = "numbering-gap" if beyond(family, before, unit.num) else "numbering-repeat"
            faults.append(_fault(code, unit, before))
    return tuple(faults)


def _appendix(unit: Unit) -> str:
    above = unit.above
    while above is not None:
        if above.level in ("appendix", "form"):
            return above.eid
        above = above.above
    return ""


def _restarts(unit: Unit, before: str) -> bool:
    """Chapters begin again in each part; appendices printed in two ways (I, 1) are two series."""
    if unit.level == "chapter":
        return unit.num in ("I", "1") and unit.above is not None and unit.above.level == "part"
    return unit.num.isdigit() != before.isdigit()


def _fault(code: str, unit: Unit, before: str) -> Finding:
    return Finding(code, "warning", unit.start, unit.after, {"number": unit.num, "before": before, "eid": unit.eid})
