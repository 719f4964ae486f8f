"""What is wrong with the documents of an archive: within one, between citation and cited, between clauses over time."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from vanban import archive as room
from vanban.archive import Store, StoredReference, WorkRow
from vanban.exports.messages import Blanks, Language, label, sentence
from vanban.exports.relations import WorkBrief, brief, target_name, work_name
from vanban.model import Finding, Parsed, Severity, Target
from vanban.rules import Rules
from vanban.structure import Tree
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.checks import check_in
from vanban.timeline.citing import Citation, check_citation
from vanban.timeline.explanation import day_in_words
from vanban.timeline.ledger import Ledger

GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_ONCE_AN_ACT = frozenset({"reference-unknown"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# So many works share one ledger: they cite the same acts, whose events are worked out once; then it is let go.
_AT_ONCE = 400


class Fault(msgspec.Struct, frozen=True):
    """A finding of a document of the archive, its sentence, its words and their unit ("": the whole), what to do."""

    work: WorkBrief
    finding: Finding
    message: str
    quote: str = ""
    eid: str = ""
    advice: str = ""


class Checked(msgspec.Struct, frozen=True):
    """The answer of `vanban check`: the faults by code, and how many documents were asked about."""

    works: int
    counts: dict[str, int]
    faults: tuple[Fault, ...]


def citation_findings(
    citing: str, references: Iterable[StoredReference], ledger: Ledger, rules: Rules
) -> Iterator[tuple[int, Finding]]:
    """The findings about where the references of a work point, each with the reference's `seq`."""
    listed = list(references)
    # Within one paper a symbol means one document: where its day or body is told beside it, it was found.
    known = {each.target.symbol for each in listed if each.resolution.work is not None and each.target.symbol}
    for each in listed:
        target, answer = each.target, each.resolution
        if answer.work is None and target.symbol in known:
            continue
        found = check_citation(
            Citation(
                citing, each.start, each.end, each.role, _act_named(target, rules), target.provision,
                answer.work, bool(answer.candidates),
            ),
            ledger,
            rules,
        )  # fmt: skip
        if found is not None:
            yield each.seq, found


def _act_named(target: Target, rules: Rules) -> str:
    """The act that a target names, with its kind: "Luật Đất đai"; "" where it names none."""
    named = target.symbol or target.title
    return target_name(msgspec.structs.replace(target, provision=(), year=None), rules, "vi") if named else ""


def findings_of(store: Store, work: str, ledger: Ledger) -> tuple[Finding, ...]:
    """Every finding about one work: of its base text, of its force, of what it cites; each once.

    That the archive lacks a cited act is told once an act, where it is first cited.
    """
    references = tuple(room.references_from(store, work))
    found = [
        *(each.finding for each in room.findings(store, work)),
        *check_in(work, ledger),
        *(each for _, each in citation_findings(work, references, ledger, ledger.rules)),
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
    if finding.code == "citation-disagrees":
        parts = finding.details["what"].split(", ")
        details["what"] = ", ".join(label("mismatch", part, rules, language) for part in parts)
    return sentence(finding.code, details, rules, language, advice=advice)


def advice(finding: Finding, rules: Rules, language: Language) -> str:
    """What to do about a finding, from the table; "" where it has no advice."""
    row = next((row for row in rules.findings if row.id == finding.code), None)
    words = "" if row is None else row.advice_vi if language == "vi" else row.advice_en
    return words.format_map(Blanks(finding.details))


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
    facts = ArchivedFacts(store, rules)
    for at, work in enumerate(works):
        if at % _AT_ONCE == 0:
            ledger = Ledger(facts, rules)
        asked += 1
        found = findings_of(store, work.id, ledger)
        base = room.parsed(store, work.id) if any(each.end for each in found) else None
        faults += faults_of(work, found, base, store, rules, language)
    return in_order_of_gravity(asked, faults)


def faults_of(
    work: WorkRow, found: Iterable[Finding], base: Parsed | None, store: Store, rules: Rules, language: Language
) -> Iterator[Fault]:
    """Findings of a work as faults, each with the words and the unit of the text `base` that it points at."""
    tree = Tree(base.provisions) if base is not None else None
    for each in found:
        quote = base.text.content[each.start : each.end] if base is not None else ""
        unit = tree.at(each.start) if tree is not None and each.end else None
        remedy = advice(each, rules, language)
        yield Fault(brief(work), each, told(each, store, rules, language), quote, unit or "", remedy)


def only(found: Checked, code: str | None, severity: Severity = "info") -> Checked:
    """The faults of one kind, and those at least so grave."""
    kept = [
        fault for fault in found.faults
        if GRAVITY[fault.finding.severity] <= GRAVITY[severity] and code in (None, fault.finding.code)
    ]  # fmt: skip
    return in_order_of_gravity(found.works, kept)


def in_order_of_gravity(works: int, faults: Iterable[Fault]) -> Checked:
    """The answer: errors before warnings before hints, then by code, work and place."""
    rows = sorted(
        faults, key=lambda each: (GRAVITY[each.finding.severity], each.finding.code, each.work.id, each.finding.start)
    )
    return Checked(works, dict(Counter(fault.finding.code for fault in rows)), tuple(rows))
