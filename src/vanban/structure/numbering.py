"""Gaps and repeats in the numbering of a document's own units, as findings with the unit that shows them.

New wording that an amending act quotes begins and ends anywhere, so it is never at fault; neither are the lists of
appendices, which are full of tables.
"""

from vanban.model import Finding, Level
from vanban.structure.division import Division
from vanban.structure.lists import beyond, follows
from vanban.structure.outline import Unit

_HEADINGS: frozenset[Level] = frozenset(("part", "chapter", "section", "subsection", "article", "appendix"))
# Articles and chapters run through the document; sections begin anew in each chapter.
_RUNNING: frozenset[Level] = frozenset(("article", "chapter"))


def numbering_faults(division: Division) -> tuple[Finding, ...]:
    """A finding for each unit whose number does not follow the one before it, in the order of the text.

    `numbering-gap` where numbers are left out, `numbering-repeat` where a number comes again or goes back; details:
    `number` and `before` as printed, `eid`.
    """
    faults = [_fault(unit, before) for unit, before in division.suspects if not unit.quoted and not _appendix(unit)]
    last: dict[tuple[str, str], str] = {}
    for unit in division.units:
        if unit.family or unit.level not in _HEADINGS or unit.quoted or not unit.num or "." in unit.num:
            continue
        appendix = _appendix(unit)
        if appendix and (unit.level not in ("article", "chapter") or "form_" in appendix):
            continue
        key = (unit.above.eid if unit.above is not None and unit.level not in _RUNNING else appendix, unit.level)
        before = last.get(key, "")
        last[key] = unit.num
        if not before:
            if unit.level == "article" and unit.num != "1":
                faults.append(_fault(unit, before))
        elif not follows(_family(unit), before, unit.num) and not _restarts(unit, before):
            faults.append(_fault(unit, before))
    return tuple(sorted(faults, key=lambda fault: fault.start))


def heading_missing(fault: Finding) -> bool:
    """Whether a fault may come from a heading that was not seen: headings left out, or a list that begins again."""
    last = fault.details["eid"].rpartition("__")[2]
    return fault.code == "numbering-repeat" or last.startswith(("art_", "chp_", "sec_", "part_"))


def _family(unit: Unit) -> str:
    return unit.family or ("R" if unit.num[0].isupper() and unit.level != "article" else "n")


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
    return unit.level == "appendix" and unit.num.isdigit() != before.isdigit()


def _fault(unit: Unit, before: str) -> Finding:
    gap = not before or beyond(_family(unit), before, unit.num)
    details = {"number": unit.num, "before": before or "–", "eid": unit.eid}
    return Finding("numbering-gap" if gap else "numbering-repeat", "warning", unit.start, unit.after, details)
