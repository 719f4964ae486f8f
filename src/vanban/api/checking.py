"""What is wrong with the documents of an archive: within one, between citation and cited, between clauses over time."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from vanban import archive as room
from vanban.archive import Store, StoredReference, WorkRow
from vanban.exports.messages import Language, sentence
from vanban.exports.relations import WorkBrief, brief, work_name
from vanban.model import Finding, Severity
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.checks import check_in
from vanban.timeline.citing import Citation, check_citation
from vanban.timeline.explanation import day_in_words
from vanban.timeline.ledger import Ledger

GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_ONCE_AN_ACT = frozenset({"reference-unknown"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Fault(msgspec.Struct, frozen=True):
    """A finding of a document of the archive, its sentence, and the words that it is about ("" for the whole)."""

    work: WorkBrief
    finding: Finding
    message: str
    quote: str = ""


class Checked(msgspec.Struct, frozen=True):
    """The answer of `vanban check`: the faults by code, and how many documents were asked about."""

    works: int
    counts: dict[str, int]
    faults: tuple[Fault, ...]


def citation_findings(
    citing: str, references: Iterable[StoredReference], ledger: Ledger, rules: Rules
) -> Iterator[tuple[int, Finding]]:
    """The findings about where the references of a work point, each with the reference's `seq`."""
    for each in references:
        target, answer = each.target, each.resolution
        found = check_citation(
            Citation(
                citing, each.start, each.end, each.role, target.symbol or target.title, target.provision,
                answer.work, bool(answer.candidates),
            ),
            ledger,
            rules,
        )  # fmt: skip
        if found is not None:
            yield each.seq, found


def findings_of(store: Store, work: str, rules: Rules) -> tuple[Finding, ...]:
    """Every finding about one work: of its base text, of its force, of what it cites; each once.

    That the archive lacks a cited act is told once an act, where it is first cited.
    """
    ledger = Ledger(ArchivedFacts(store, rules), rules)
    references = tuple(room.references_from(store, work))
    found = [
        *(each.finding for each in room.findings(store, work)),
        *check_in(work, ledger),
        *(each for _, each in citation_findings(work, references, ledger, rules)),
        *(each.finding for each in room.disagreements(store, work)),
    ]
    unique: dict[tuple[object, ...], Finding] = {}
    for each in found:
        place = () if each.code in _ONCE_AN_ACT else (each.start, each.end)
        unique.setdefault((each.code, *place, *sorted(each.details.items())), each)
    return tuple(unique.values())


def told(finding: Finding, store: Store, rules: Rules, language: Language, *, advice: bool = False) -> str:
    """The sentence of a finding in which documents are named as people cite them, not by identifier."""
    details = {blank: _said(value, store, language) for blank, value in finding.details.items()}
    return sentence(finding.code, details, rules, language, advice=advice)


def _said(value: str, store: Store, language: Language) -> str:
    """A detail for a person: documents by name, days as the language writes them."""
    if _DAY.fullmatch(value):
        return day_in_words(dt.date.fromisoformat(value), language)
    return ", ".join(
        work_name(room.work(store, part)) or part if part.startswith("/akn/") else part for part in value.split(", ")
    )


def check(store: Store, works: Iterable[WorkRow], rules: Rules, language: Language) -> Checked:
    """The faults of the given works, warnings before hints, then by code, work and place."""
    faults: list[Fault] = []
    asked = 0
    for work in works:
        asked += 1
        found = findings_of(store, work.id, rules)
        base = room.parsed(store, work.id) if any(each.end for each in found) else None
        content = base.text.content if base is not None else ""
        faults += [
            Fault(brief(work), each, told(each, store, rules, language), content[each.start : each.end])
            for each in found
        ]
    return in_order_of_gravity(asked, faults)


def in_order_of_gravity(works: int, faults: Iterable[Fault]) -> Checked:
    """The answer: errors before warnings before hints, then by code, work and place."""
    rows = sorted(
        faults, key=lambda each: (GRAVITY[each.finding.severity], each.finding.code, each.work.id, each.finding.start)
    )
    return Checked(works, dict(Counter(fault.finding.code for fault in rows)), tuple(rows))
