"""What a document rests on or cites that had ended, or has ended since: known even of acts that are not here."""

import datetime as dt
from collections.abc import Iterable, Iterator

from vanban.archive import StoredReference, WorkRow
from vanban.model import Finding, Target
from vanban.references.local_numbers import is_local
from vanban.rules import Rules
from vanban.timeline.archived import spoken_of
from vanban.timeline.checks import finding
from vanban.timeline.event import Event
from vanban.timeline.ledger import Ledger
from vanban.timeline.moment import standing_ends


def ended_targets(
    work: WorkRow, references: Iterable[StoredReference], on: dt.date, ledger: Ledger, rules: Rules, *, standing: bool
) -> Iterator[Finding]:
    """The findings about acts as a whole that `work` points at and that a clause here ends, each act once.

    `basis-ended` and `reference-ended`: an act that is not here had ended when the work was made (of those that are
    here `check_citation` tells). `basis-ended-since`: a legal basis has ended by the day `on`, while the work is
    `standing` (Nghị định 79/2025/NĐ-CP, Điều 39 khoản 2).
    """
    told: set[str] = set()
    for each in references:
        target = each.target
        if target.provision or each.role not in ("legal-basis", "cites") or each.resolution.candidates:
            continue
        here = each.resolution.work
        # A local number recurs in every province: without its document nobody knows whose it is.
        away = here is None and target.symbol and not is_local(target.symbol, rules)
        act = here or (spoken_of(target) if away else None)
        end = _ended(act, work, on, ledger) if act is not None and act not in told else None
        if act is None or end is None:
            continue
        blanks = {"work": here or _name(target, rules), "ended": str(end.day), "acting": end.acting}
        before = work.date is not None and end.day is not None and end.day <= work.date
        code = ""
        if before and away:
            code = "basis-ended" if each.role == "legal-basis" else "act-ended"
        elif not before and standing and each.role == "legal-basis":
            code = "basis-ended-since"
        if code:
            told.add(act)
            found = finding(code, rules, **blanks)
            yield Finding(found.code, found.severity, each.start, each.end, found.details)


def _name(target: Target, rules: Rules) -> str:
    """An act that is not here, as the citation prints it."""
    kind = next((row.name for row in rules.document_types if row.id == target.type), "")
    return f"{kind} {target.symbol}".strip()


def _ended(act: str, work: WorkRow, on: dt.date, ledger: Ledger) -> Event | None:
    """The end of an act as a whole by the day, by another document than the one that points at it."""
    for end in standing_ends((None,), ledger.events(act), on):
        sure = end.day is not None and end.day <= on and end.reason.grade != "candidate"
        if sure and end.acting != work.id:
            return end
    return None
