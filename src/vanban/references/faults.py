"""Faults of a document that its own references show: an impossible date, a unit that it does not have."""

import re
from collections.abc import Iterator

from vanban.model import Finding, Reference, Text
from vanban.references.dates_after import impossible_date
from vanban.references.inside import Inside

_PLAIN = re.compile(r"[0-9]{1,3}[a-zđ]?|[a-zđ][0-9]?")
_SMALL = frozenset({"article", "clause", "point"})


def faults(text: Text, folded: str, found: list[Reference], inside: Inside) -> Iterator[Finding]:
    """In order of the references: dates that no calendar has, and pointers into the document that point at nothing."""
    for item in found:
        target = item.target
        if target.symbol:
            if target.date is None and (end := impossible_date(folded, item.end)) is not None:
                words = " ".join(text.content[item.end : end].split())
                yield Finding("citation-date-impossible", "warning", item.start, end, {"date": words.strip(" ,")})
        elif target.eid is None and target.provision and _is_absent(item, text, inside):
            words = text.content[item.start : item.end]
            yield Finding("reference-target-absent", "info", item.start, item.end, {"words": words})


def _is_absent(item: Reference, text: Text, inside: Inside) -> bool:
    """Whether a pointer that was not found must be in the document: at an article, clause or point of its own."""
    target = item.target
    own = target.relative is not None and target.relative != "declared" and not target.title
    if not own or not text.complete or inside.quoted(item.within):
        return False
    return all(unit.level in _SMALL and _PLAIN.fullmatch(unit.num) for unit in target.provision)
