"""What a draft says: its own numbering, its commencement, its grounds, and, held against an archive, its citations."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from vanban import archive
from vanban.archive import Store
from vanban.identification.naming import NAMED_BY_TYPE
from vanban.model import Parsed, Reference
from vanban.review.draft_form import Slip, family_of
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.citing import Citation, check_citation
from vanban.timeline.facts import Act
from vanban.timeline.ledger import Ledger

# Faults that the stages find in any document and that matter before a signature.
_FOUND = frozenset({
    "numbering-gap", "numbering-repeat", "type-disagreement", "issuer-disagreement", "family-disagreement",
    "date-impossible", "year-disagreement", "citation-disagrees", "citation-date-impossible",
    "reference-target-absent", "effect-not-understood", "effect-target-unnamed", "commencement-before-date",
})  # fmt: skip


def content_slips(parsed: Parsed) -> Iterator[Slip]:
    """The faults that need no archive."""
    for finding in parsed.findings:
        if finding.code in _FOUND:
            yield Slip(finding.code, finding.start, finding.end, dict(finding.details))
    if family_of(parsed) == "normative":
        yield from _start(parsed)
    elif family_of(parsed) == "administrative":
        yield from _bare_citations(parsed)


def _start(parsed: Parsed) -> Iterator[Slip]:
    codes = {finding.code: finding for finding in parsed.findings}
    if "commencement-not-computable" in codes:
        found = codes["commencement-not-computable"]
        quote = parsed.text.content[found.start : found.end].strip()
        yield Slip("start-vague", found.start, found.end, {"quote": quote})
    elif "commencement-missing" in codes:
        yield Slip("start-missing")


def _bare_citations(parsed: Parsed) -> Iterator[Slip]:
    """Numbered documents cited without their day: among the grounds, and where they are cited first."""
    seen: set[str] = set()
    for reference in sorted(parsed.references, key=lambda each: each.start):
        target = reference.target
        if not target.symbol or target.type in NAMED_BY_TYPE or target.symbol in seen:
            continue
        seen.add(target.symbol)
        if target.date is None and reference.role in ("legal-basis", "cites", "amends"):
            rule = "basis-bare" if reference.role == "legal-basis" else "first-citation"
            yield Slip(rule, reference.start, reference.end, {"name": target.symbol})


class _DraftFacts(ArchivedFacts):
    """The facts of an archive, and the draft, which is not in it, as made on the day asked about."""

    def __init__(self, store: Store, rules: Rules, draft: Act) -> None:
        super().__init__(store, rules)
        self._draft = draft

    def act(self, work: str) -> Act | None:
        return self._draft if work == self._draft.work else super().act(work)


def citation_slips(parsed: Parsed, store: Store, on: dt.date, rules: Rules) -> Iterator[Slip]:
    """Citations of what is not in the archive, of provisions that never were, of what has ended by the day `on`."""
    work = parsed.work
    citing = msgspec.structs.replace(work, date=work.date or on)
    outside = [each for each in parsed.references if each.role in ("cites", "legal-basis") and _outside(each)]
    answers = archive.resolve_now(store, outside, citing, rules)
    draft = Act(work.id, work.family, work.type, work.type_name, work.symbol, work.title, work.issuer.id, citing.date)
    ledger = Ledger(_DraftFacts(store, rules, draft), rules)
    for reference, answer in zip(outside, answers, strict=True):
        target = reference.target
        citation = Citation(
            work.id, reference.start, reference.end, reference.role, target.symbol or target.title,
            target.provision, answer.work, bool(answer.candidates),
        )  # fmt: skip
        found = check_citation(citation, ledger, rules)
        if found is not None:
            yield Slip(found.code, found.start, found.end, dict(found.details))


def _outside(reference: Reference) -> bool:
    return bool(reference.target.symbol or reference.target.title) and reference.target.eid is None
