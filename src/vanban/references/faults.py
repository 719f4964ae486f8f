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
        if target.symbol and target.date is None and (end := impossible_date(folded, item.end)) is not None:
            words = " ".join(text.content[item.end : end].split())
            yield Finding("citation-date-impossible", "warning", item.start, end, {"date": words.strip(" ,")})
        own = target.relative is not None and not target.symbol and not target.title and target.eid is None
        if own and target.provision and text.complete and not inside.quoted(item.within):
            small = all(unit.level in _SMALL and _PLAIN.fullmatch(unit.num) for unit in target.provision)
            if small and target.relative != "declared":
                words = text.content[item.start : item.end]
                yield Finding("reference-target-absent", "info", item.start, item.end, {"words": words})
