"""Citations that point at nothing: an act that is not here, a provision that the act never had, one that had ended."""

import msgspec

from vanban.model import Finding, Level, Role, Unit
from vanban.rules import Rules
from vanban.timeline.addressing import find, whole_units
from vanban.timeline.checks import finding
from vanban.timeline.event import Event
from vanban.timeline.ledger import Ledger
from vanban.timeline.moment import standing_ends
from vanban.timeline.naming import eid_of, path_name

# Clauses that act on a unit are checked as effects; a footnote of history tells of words that may be gone.
_CHECKED: tuple[Role, ...] = ("cites", "legal-basis")
# Levels that every text numbers; parts of a unit's words and the insides of appendices are often not printed as units.
_NUMBERED: frozenset[Level] = frozenset({"part", "chapter", "section", "subsection", "article", "clause", "point"})


class Citation(msgspec.Struct, frozen=True):
    """A pointer of the work `citing` at `[start, end)` of its text, and the work `cited` that it was resolved to.

    `name` is the target's symbol or title as printed; `candidates` says that several works fit.
    """

    citing: str
    start: int
    end: int
    role: Role
    name: str
    path: tuple[Unit, ...]
    cited: str | None
    candidates: bool = False


def check_citation(citation: Citation, ledger: Ledger, rules: Rules) -> Finding | None:
    """What is wrong with where a citation points, at its words; None where nothing is, or nothing can be said.

    `reference-unknown`: no such act is here (a hint only: the archive may lack it). `provision-unknown`: the act, whole
    as it is here, prints no such provision and nobody inserted it. `reference-ended`: it had ended when the citing
    document was made.
    """
    found = _fault(citation, ledger, rules)
    return None if found is None else msgspec.structs.replace(found, start=citation.start, end=citation.end)


def _fault(citation: Citation, ledger: Ledger, rules: Rules) -> Finding | None:
    work = citation.cited
    if citation.role not in _CHECKED or work == citation.citing:
        return None
    if work is None:
        named = citation.name and not citation.candidates
        return finding("reference-unknown", rules, name=citation.name) if named else None
    path = whole_units(citation.path)
    unit = path_name(path, rules)
    if path and _absent(work, path, ledger, rules):
        return finding("provision-unknown", rules, unit=unit, work=work)
    end = _ended(citation, work, path, ledger, rules)
    if end is None:
        return None
    return finding("reference-ended", rules, unit=unit, work=work, ended=str(end.day), acting=end.acting)


def _ended(citation: Citation, work: str, path: tuple[Unit, ...], ledger: Ledger, rules: Rules) -> Event | None:
    """The end that the cited unit had come to before the citing document was made; not one that a person must decide.

    An end by the citing document itself is what it writes about.
    """
    made = ledger.act(citation.citing).date
    if made is None or not ledger.act(work).present:
        return None
    eid = (find(path, ledger.tree(work)) or eid_of(path, rules)) if path else None
    for end in standing_ends(ledger.chain(work, eid), ledger.events(work), made):
        past = end.day is not None and end.day <= made and end.acting != citation.citing
        if past and end.reason.grade != "candidate":
            return end
    return None


def _absent(work: str, path: tuple[Unit, ...], ledger: Ledger, rules: Rules) -> bool:
    """Whether the work never had the unit: the first step that is missing decides, and must be a numbered level."""
    tree, act = ledger.tree(work), ledger.act(work)
    if tree is None or not act.complete or find(path, tree) is not None:
        return False
    for depth in range(1, len(path) + 1):
        above = path[:depth]
        if tree.find_all(above) or find(above, tree) is not None:
            continue
        if above[-1].level not in _NUMBERED or above[0].level in ("appendix", "form"):
            return False
        eid = eid_of(path, rules)
        made = (unit for unit, here in ledger.events(work).items() if any(event.kind == "insert" for event in here))
        return not any(unit is not None and (eid == unit or eid.startswith(f"{unit}__")) for unit in made)
    return False
