"""A person's decision about one fact, entered by the name of the fact."""

import datetime as dt

import msgspec

from vanban import archive as room
from vanban.archive import Store
from vanban.archive.finding_facts import find_facts
from vanban.archive.subjects import OF_THE_WORK, subjects
from vanban.model import Judgement, Subject
from vanban.model.errors import UsageError
from vanban.review.document_verdicts import verdict_on
from vanban.review.proofs import proof_of
from vanban.review.verdicts import check_verdict
from vanban.rules import Rules


class Verdict(msgspec.Struct, frozen=True):
    """What was decided of the fact `fact` ("task:88-kh-ubnd:0f3c9a1b2d4e") of `work`, by whom; see `Judgement`."""

    work: str
    fact: str
    verdict: str
    by: str
    note: str = ""
    day: dt.date | None = None
    proof: str = ""
    office: str = ""


class Judged(msgspec.Struct, frozen=True):
    """The judgements of an archive, the newest first; `orphaned` are those whose fact is not there any more."""

    judgements: tuple[Judgement, ...]
    orphaned: tuple[Judgement, ...]


def judged(store: Store) -> Judged:
    """Every judgement of the archive."""
    every = sorted(room.judgements(store), key=lambda each: each.at, reverse=True)
    return Judged(tuple(every), tuple(room.orphaned(store)))


def judge_fact(store: Store, told: Verdict, at: dt.datetime, rules: Rules) -> Judgement:
    """Append the judgement. Raises UsageError where the fact is not (or no longer) there, or the verdict is none."""
    here = room.parsed(store, told.work)
    facts = (subject for subject, _, _ in subjects(here)) if here is not None else iter(())
    subject = next((each for each in facts if room.fact_key(each) == told.fact), None)
    if subject is None:
        raise UsageError("no-such-fact", work=told.work)
    return _append(store, subject, told, at, rules)


def judge_named(store: Store, told: Verdict, at: dt.datetime, rules: Rules) -> Judgement:
    """As `judge_fact`, for a fact that names its work itself (`Verdict.work` is not asked)."""
    subject = find_facts(store, frozenset({told.fact})).get(told.fact)
    if subject is None:
        raise UsageError("no-such-fact", work=told.fact)
    return _append(store, subject, told, at, rules)


def _append(store: Store, subject: Subject, told: Verdict, at: dt.datetime, rules: Rules) -> Judgement:
    verdict = verdict_on(subject, told.verdict, rules)
    if subject.kind != OF_THE_WORK:
        check_verdict(subject.kind, verdict, office=told.office, day=told.day, proof=told.proof)
    made = Judgement(subject, verdict, told.by, at, told.note, told.day, proof_of(store, told.proof), told.office)
    room.judge(store, [made], rules)
    return made
