"""What a document points at and what points at it, with what is wrong with where its references lead."""

import msgspec

from vanban.api.checking import citation_findings
from vanban.archive import Store, WorkRow
from vanban.archive.both_ways import Pointer, references_both_ways
from vanban.model import Finding
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.ledger import Ledger


class Pointing(msgspec.Struct, frozen=True):
    """The references from a work (`outgoing`) and to it (`incoming`).

    `faults`: the findings about where an outgoing reference leads (nothing there, ended by then), by its `seq`.
    """

    work: WorkRow
    outgoing: tuple[Pointer, ...]
    incoming: tuple[Pointer, ...]
    faults: dict[int, Finding]


def pointing(store: Store, work: WorkRow, rules: Rules) -> Pointing:
    """Both directions of a work."""
    found = references_both_ways(store, work)
    ledger = Ledger(ArchivedFacts(store, rules), rules)
    references = (pointer.reference for pointer in found.outgoing)
    faults = dict(citation_findings(work.id, references, ledger, rules))
    return Pointing(work, found.outgoing, found.incoming, faults)
