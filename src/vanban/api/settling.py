"""Instructions that could not be applied, as a file that a person fills in, and the file taken back as judgements."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec
import yaml

from vanban import archive as room
from vanban.api.consolidated import official
from vanban.archive import Store, WorkRow
from vanban.consolidation.decisions import verdict
from vanban.exports.messages import Language, label
from vanban.exports.relations import work_name
from vanban.model import Judgement, Parsed, Refusal, Subject
from vanban.model.errors import UsageError
from vanban.rules import Rules
from vanban.timeline.naming import parse_provision, provision_name


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One instruction and what a person decides of it.

    `choice` "": undecided; "at": as it stands, at `unit`; "write": `unit` gets the words `text`; "reject": not at all.
    `unit` is an eid or a name ("khoản 2 Điều 5"); `why` and `by` (a post or an account) are required with a choice.
    """

    case: str
    act: str = ""
    clause: str = ""
    quote: str = ""
    refused: str = ""
    candidates: tuple[str, ...] = ()
    choice: Literal["", "at", "write", "reject"] = ""
    unit: str = ""
    text: str = ""
    why: str = ""
    by: str = ""


class Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: the document, and one case for each instruction that is not in its text."""

    document: str
    cases: tuple[Case, ...]

    @property
    def yaml(self) -> str:
        """The file as YAML, to be filled in with any editor."""
        return yaml.safe_dump(msgspec.to_builtins(self), allow_unicode=True, sort_keys=False, width=120)


class Taken(msgspec.Struct, frozen=True):
    """What came of a file: decisions newly kept, cases left open, keys of cases that fit nothing any more."""

    kept: int
    undecided: int
    orphaned: tuple[str, ...]


def cases(store: Store, work: WorkRow, day: dt.date, rules: Rules, language: Language) -> Cases:
    """The instructions promulgated by `day` that could not be applied to a document, to be decided by a person."""
    made = official(store, work, day, rules)
    found = []
    for refusal in made.expression.refused:
        acting = room.parsed(store, refusal.work)
        if acting is not None and refusal.settled is None:
            found.append(_case(store, refusal, acting, rules, language))
    return Cases(work.id, tuple({each.case: each for each in found}.values()))


def _case(store: Store, refusal: Refusal, acting: Parsed, rules: Rules, language: Language) -> Case:
    effect = refusal.effect
    return Case(
        case=room.fact_key(room.subject_of_effect(acting, effect)),
        act=work_name(room.work(store, refusal.work)),
        clause=provision_name(effect.within, rules, language),
        quote=acting.text.content[effect.start : effect.end],
        refused=label("refused", refusal.reason, rules, language),
        candidates=refusal.candidates,
    )


def take(store: Store, words: str, at: dt.datetime, rules: Rules) -> Taken:
    """Keep the decisions of a filled-in file. Raises UsageError, before anything is kept, where a case is not right."""
    try:
        file = msgspec.convert(yaml.safe_load(words), Cases)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise UsageError("not-a-fix-up", fault=" ".join(str(error).split())) from error
    work = room.work(store, file.document)
    if work is None:
        raise UsageError("no-such-work", words=file.document)
    subjects = dict(_subjects(store, work))
    decided = [case for case in file.cases if case.choice]
    judgements = [_judgement(case, subjects[case.case], at, rules) for case in decided if case.case in subjects]
    orphaned = tuple(case.case for case in decided if case.case not in subjects)
    return Taken(room.judge(store, judgements, rules), len(file.cases) - len(decided), orphaned)


def _subjects(store: Store, work: WorkRow) -> Iterator[tuple[str, Subject]]:
    """The effects upon a document by their keys, as the acting texts read today."""
    for acting_id in {stored.work for stored in room.effects_on(store, work.id)}:
        acting = room.parsed(store, acting_id)
        if acting is None:
            continue
        for effect in acting.effects:
            subject = room.subject_of_effect(acting, effect)
            yield room.fact_key(subject), subject


def _judgement(case: Case, subject: Subject, at: dt.datetime, rules: Rules) -> Judgement:
    if not case.why.strip() or not case.by.strip():
        raise UsageError("fix-up-without-reason", case=case.case)
    if case.choice in ("at", "write") and not case.unit.strip():
        raise UsageError("fix-up-without-unit", case=case.case)
    if case.choice == "write" and not case.text.strip():
        raise UsageError("fix-up-without-unit", case=case.case)
    path = parse_provision(case.unit, rules) if case.unit.strip() else ()
    choice = case.choice or "reject"
    return Judgement(subject, verdict(choice, path, case.text, rules), case.by.strip(), at, case.why.strip())
