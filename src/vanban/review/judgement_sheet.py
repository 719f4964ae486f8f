"""Facts and the last judgement on each as rows of a sheet that people fill in, and the sheet taken back.

Nothing is lost: a row that names no fact of today, or whose fixed cells were changed, is reported with all its cells
and not taken; the judgements that are here are never touched, only added to.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from vanban import archive
from vanban.archive import Store
from vanban.archive.finding_facts import find_facts
from vanban.archive.subjects import OF_THE_WORK, fact_key
from vanban.consolidation.decisions import settled
from vanban.model import Judgement, Subject
from vanban.model.errors import UsageError
from vanban.review.document_verdicts import verdict_on
from vanban.review.proofs import proof_of
from vanban.review.verdicts import check_verdict, same_decision
from vanban.rules import Rules

Kind = Literal["task", "effect"]
FIXED = ("id", "document", "where", "what", "words", "lead", "join", "due")
OPEN = ("verdict", "office", "day", "proof", "note")
COLUMNS = (*FIXED, *OPEN)
Cells = Mapping[str, str]


class RowFault(msgspec.Struct, frozen=True):
    """A row that was not taken: its line in the file (the heading is 1), why (a row of `findings`), and its cells."""

    line: int
    code: str
    cells: dict[str, str]
    details: dict[str, str] = {}


class SheetTaken(msgspec.Struct, frozen=True):
    """What came of a sheet: judgements added, rows that say what is known, rows without a verdict, rows not taken."""

    added: int
    unchanged: int
    empty: int
    faults: tuple[RowFault, ...]


def sheet_rows(store: Store, kind: Kind, work: str | None = None) -> Iterator[dict[str, str]]:
    """A row for each fact of a kind, in the order of the documents, then the judgements whose fact is gone.

    The open cells hold the last judgement; those of a gone fact come back unchanged or are reported as unknown.
    """
    last = _last(archive.judgements(store, work, kind=kind))
    for subject, fixed in _facts(store, kind, work):
        yield {**fixed, **opened(last.pop(subject, None))}
    for subject, judgement in last.items():
        gone = {"id": fact_key(subject), "document": subject.work, "what": subject.target, "words": subject.quote}
        yield {**dict.fromkeys(FIXED, ""), **gone, **opened(judgement)}


def take_rows(store: Store, rows: Iterable[tuple[int, Cells]], by: str, at: dt.datetime, rules: Rules) -> SheetTaken:
    """Append what the rows say; `by` names the post or office that answers for it."""
    listed = list(rows)
    told = [(line, cells) for line, cells in listed if cells.get("verdict", "").strip()]
    facts = find_facts(store, frozenset(cells.get("id", "").strip() for _, cells in told))
    known: defaultdict[Subject, list[Judgement]] = defaultdict(list)
    for work in {subject.work for subject in facts.values()}:
        for judgement in archive.judgements(store, work):
            known[judgement.subject].append(judgement)
    gone = {fact_key(judgement.subject): judgement for judgement in archive.orphaned(store)} if told else {}
    new: dict[Subject, Judgement] = {}
    faults: list[RowFault] = []
    unchanged = 0
    for line, cells in told:
        key = cells.get("id", "").strip()
        subject = facts.get(key) or (gone[key].subject if key in gone else None)
        made = _read(cells, subject, by, at, changed_from=_fixed_words(subject))
        if isinstance(made, UsageError):
            faults.append(RowFault(line, made.code, dict(cells), made.details))
            continue
        try:
            verdict = verdict_on(made.subject, made.verdict, rules)
        except UsageError as error:
            faults.append(RowFault(line, error.code, dict(cells), error.details))
            continue
        made = msgspec.structs.replace(made, verdict=verdict, proof=proof_of(store, made.proof))
        last = known[made.subject][-1] if key in facts and known[made.subject] else gone.get(key)
        if last is not None and same_decision(made, last):
            unchanged += 1
        elif fault := _not_a_verdict(made, rules):
            faults.append(RowFault(line, fault.code, dict(cells), fault.details))
        elif key not in facts:
            faults.append(RowFault(line, "row-unknown", dict(cells), {"id": key}))
        elif made.subject in new:
            faults.append(RowFault(line, "row-twice", dict(cells), {"id": key}))
        else:
            new[made.subject] = made
    return SheetTaken(archive.judge(store, new.values(), rules), unchanged, len(listed) - len(told), tuple(faults))


def _facts(store: Store, kind: Kind, work: str | None) -> Iterator[tuple[Subject, dict[str, str]]]:
    if kind == "task":
        for stored in archive.tasks(store, work=work):
            limit = stored.task.deadline
            more = {
                "where": stored.task.within, "lead": "; ".join(stored.task.lead), "join": "; ".join(stored.task.join),
                "due": limit.text if limit else "",
            }  # fmt: skip
            yield stored.subject, {**_fixed_words(stored.subject), **more}
        return
    papers = archive.every_parsed(store) if work is None else filter(None, [archive.parsed(store, work)])
    for parsed in papers:
        for effect in parsed.effects:
            subject = archive.subject_of_effect(parsed, effect)
            more = {"where": effect.within, "lead": "", "join": "", "due": str(effect.start_on or "")}
            yield subject, {**_fixed_words(subject), **more}


def _fixed_words(subject: Subject | None) -> dict[str, str]:
    """The cells that say which fact is meant; they must come back as they went."""
    if subject is None:
        return {}
    if subject.kind == OF_THE_WORK:  # its id says all; the other cells are there to read
        return {"id": fact_key(subject), "document": subject.work}
    return {
        "id": fact_key(subject), "document": subject.work, "what": _line(subject.target), "words": _line(subject.quote),
    }  # fmt: skip


def _line(words: str) -> str:
    return " ".join(words.split())


def _last(judgements: Iterable[Judgement]) -> dict[Subject, Judgement]:
    return {judgement.subject: judgement for judgement in judgements}


def opened(judgement: Judgement | None) -> dict[str, str]:
    """The cells to decide in, as the last judgement filled them."""
    if judgement is None:
        return dict.fromkeys(OPEN, "")
    return {
        "verdict": judgement.verdict, "office": judgement.office, "proof": judgement.proof, "note": judgement.note,
        "day": judgement.day.isoformat() if judgement.day else "",
    }  # fmt: skip


def _read(
    cells: Cells, subject: Subject | None, by: str, at: dt.datetime, *, changed_from: Cells
) -> Judgement | UsageError:
    """The judgement of a row, or the fault that keeps it from being one."""
    if subject is None:
        return UsageError("row-unknown", id=cells.get("id", ""))
    changed = [name for name, words in changed_from.items() if name in cells and _line(cells[name]) != words]
    if changed:
        return UsageError("row-changed", id=cells.get("id", ""), cells=", ".join(changed))
    said = {name: cells.get(name, "").strip() for name in OPEN}
    try:
        day = dt.date.fromisoformat(said["day"]) if said["day"] else None
    except ValueError:
        return UsageError("bad-day", words=said["day"])
    return Judgement(subject, said["verdict"], by, at, said["note"], day, said["proof"], said["office"])


def _not_a_verdict(made: Judgement, rules: Rules) -> UsageError | None:
    """Why a new judgement is none; on an effect the decisions of `settle` ("at …", "write …") are verdicts too."""
    if made.subject.kind == OF_THE_WORK or (made.subject.kind == "effect" and settled(made, rules) is not None):
        return None
    try:
        check_verdict(made.subject.kind, made.verdict, office=made.office, day=made.day, proof=made.proof)
    except UsageError as error:
        return error
    return None
