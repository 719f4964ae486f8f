"""Inspection of a normative document (kiểm tra văn bản): a record of questions, each with its article and its answer.

Nghị định 79/2025/NĐ-CP, Điều 6, 7. What the tables hold no source for is answered "unknown", never passed.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from vanban import archive
from vanban.archive import Store, StoredReference, WorkRow
from vanban.model import Finding
from vanban.review.as_it_stood import FactsAsOf
from vanban.rules import Rules
from vanban.rules.inspection_question import InspectionQuestion, Question
from vanban.timeline.checks import finding, least_notice, start_findings
from vanban.timeline.citing import Citation, check_citation
from vanban.timeline.facts import Act
from vanban.timeline.ledger import Ledger
from vanban.timeline.regimes import reach, regime_of
from vanban.timeline.status import Status, status_in

Verdict = Literal["kept", "broken", "unknown"]


@cache
def _asked(rules: Rules) -> dict[Question, InspectionQuestion]:
    return {row.question: row for row in rules.inspection_questions}


class Item(msgspec.Struct, frozen=True):
    """One question of a record: its answer, the article that asks it, and what the answer rests on.

    `work` is the other document spoken of, `start:end` the words of the inspected text; `finding` says what is wrong.
    """

    question: Question
    verdict: Verdict
    basis: str
    work: str = ""
    start: int = 0
    end: int = 0
    finding: Finding | None = None


class Record(msgspec.Struct, frozen=True):
    """The record of one document. `verdict` is the worst of its items."""

    work: str
    made: dt.date | None
    items: tuple[Item, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst answer: "broken", then "unknown", then "kept"."""
        verdicts = {item.verdict for item in self.items}
        return "broken" if "broken" in verdicts else "unknown" if "unknown" in verdicts else "kept"


def inspect(work: WorkRow, store: Store, rules: Rules) -> Record | None:
    """The record of a document of the archive; None for one that the law on normative documents does not govern."""
    if work.date is None:
        return None
    ledger = Ledger(FactsAsOf(store, rules, work.date), rules)
    act = ledger.act(work.id)
    if act.family != "state" or not act.normative:
        return None
    references = tuple(archive.references_from(store, work.id))
    items = (
        _authority(act, work.issuer_name, rules),
        Item("matter", "unknown", _asked(rules)["matter"].basis or "", finding=finding("matter-without-source", rules)),
        *_bases(act, references, ledger),
        *_start(act, rules),
        *_citations(act, references, ledger, rules),
    )
    return Record(work.id, work.date, items)


def _authority(act: Act, issuer: str, rules: Rules) -> Item:
    """Whether the closed list of that day names the body (`issuer` its name) for that type."""
    day = act.date
    rows = [
        row for row in rules.issuing_authorities
        if day is not None and row.since <= day and (row.until is None or day < row.until)
    ]  # fmt: skip
    made = str(act.date)
    if not rows or not act.issuer:
        return Item("authority", "unknown", "", finding=finding("list-of-day-unknown", rules, made=made))
    naming = [row for row in rows if act.type in row.types and re.fullmatch(row.issuers, act.issuer)]
    if naming:
        return Item("authority", "kept", naming[0].basis or "")
    read = rows[0].read
    code = "not-authorised" if read else "outside-list-not-read"
    wrong = finding(code, rules, type=act.type_name, issuer=issuer or act.issuer, made=made)
    return Item("authority", "broken" if read else "unknown", rows[0].basis or "", finding=wrong)


def _bases(act: Act, references: tuple[StoredReference, ...], ledger: Ledger) -> Iterator[Item]:
    """Each legal basis: in force when the document was issued, or passed by then and in force no later than it."""
    asked = _asked(ledger.rules)["basis"].basis or ""
    seen: set[str] = set()
    for each in references:
        if each.role != "legal-basis":
            continue
        cited = each.resolution.work
        name = cited or each.target.symbol or each.target.title
        if name in seen:
            continue
        seen.add(name)
        if cited is None or act.date is None:
            told = finding("basis-not-here", ledger.rules, name=name)
            yield Item("basis", "unknown", asked, "", each.start, each.end, told)
            continue
        status = status_in(cited, None, act.date, ledger)
        verdict, code = _weighed(status, act, ledger)
        wrong = finding("basis-force-unknown", ledger.rules, work=cited) if verdict == "unknown" else None
        if code:
            ended = str(status.end_before or "")
            wrong = finding(code, ledger.rules, work=cited, ended=ended, start=str(status.start_on or ""))
        yield Item("basis", verdict, asked, cited, each.start, each.end, wrong)


def _weighed(status: Status, act: Act, ledger: Ledger) -> tuple[Verdict, str]:
    if status.status in ("in-force", "ended-in-part", "suspended-in-part"):
        return "kept", ""
    if status.status == "ended":
        return "broken", "basis-ended"
    if status.status == "suspended":
        return "broken", "basis-suspended"
    if status.status == "not-yet":
        passed = ledger.act(status.work).date
        in_time = status.start_on is not None and act.start is not None and status.start_on <= act.start
        if passed is not None and act.date is not None and passed <= act.date and in_time:
            return "kept", ""
        return ("broken", "basis-too-late") if act.start is not None else ("unknown", "")
    return "unknown", ""


def _start(act: Act, rules: Rules) -> Iterator[Item]:
    """Whether its start keeps the days of the regime, and whether it reaches back, and may."""
    regime = regime_of(act, act.date, rules)
    basis = (regime.notice_basis or regime.basis or "") if regime is not None else ""
    if act.start is None or act.date is None:
        yield Item("start", "unknown", basis, finding=finding("start-not-stated", rules))
        return
    span = act.start_span
    start, end = (span.start, span.end) if span is not None else (0, 0)
    backwards = act.start < act.date
    question = _asked(rules)["retroactivity"]
    if not backwards:
        faults = start_findings(act, rules)
        # A simplified procedure may start on the day of signing; the text does not always say which was followed.
        # Where no regime says how many days must lie between, nothing was weighed: that is told, not passed.
        least = least_notice(act, rules)
        if least is None:
            faults = [finding("notice-without-source", rules, made=str(act.date))]
        yield Item("start", "unknown" if faults else "kept", basis, "", start, end, faults[0] if faults else None)
    if regime is None or (question.since is not None and act.date < question.since):
        yield Item("retroactivity", "unknown" if backwards else "kept", basis, "", start, end)
        return
    if not backwards:
        yield Item("retroactivity", "kept", question.basis or "", "", start, end)
        return
    wrong = finding("start-before-made", rules, work=act.work, start=str(act.start), made=str(act.date))
    # Central and provincial documents may, when really necessary: a person weighs that. Others may not at all.
    forbidden = reach(act.issuer, act.symbol, rules) == "below"
    yield Item("retroactivity", "broken" if forbidden else "unknown", question.basis or "", "", start, end, wrong)


def _citations(act: Act, references: tuple[StoredReference, ...], ledger: Ledger, rules: Rules) -> Iterator[Item]:
    """Provisions that it rests on and that had ended, or never were, when it was issued; sound ones are not told."""
    for each in references:
        if each.role != "cites" or each.resolution.work is None:
            continue
        target = each.target
        citation = Citation(
            act.work, each.start, each.end, each.role, target.symbol or target.title, target.provision,
            each.resolution.work, bool(each.resolution.candidates),
        )  # fmt: skip
        wrong = check_citation(citation, ledger, rules)
        if wrong is not None:
            yield Item(
                "citation",
                "broken",
                _asked(rules)["citation"].basis or "",
                each.resolution.work,
                each.start,
                each.end,
                wrong,
            )
