"""What a judgement is about, in terms that survive a re-reading: the work, the kind of fact, its target, the words."""

import hashlib
from collections.abc import Iterator

from vanban.model import Effect, Parsed, Reference, Subject, Target, Task

# What of a work's identity people may judge; the subject's `target` names it, the verdict is the value.
IDENTITY_PARTS = ("type", "issuer", "date")
# A decision about a document as a whole (how to handle it after review) is about no words of it; what may be decided.
OF_THE_WORK = "review"
REVIEW_PARTS = ("handling", "reason", "drafting", "deadline", "field", "kind", "lapse")


def target_words(target: Target) -> str:
    """A target in one line: `nghi-dinh 34/2016/NĐ-CP 2016-05-14 article 5 clause 2`; unknown parts left out."""
    day = target.date.isoformat() if target.date else str(target.year or "")
    path = " ".join(f"{unit.level} {unit.num}" for unit in target.provision)
    parts = (target.type, target.symbol, target.title, day, target.issuer, path, target.relative or "")
    return " ".join(part for part in parts if part)


def subject_of_reference(parsed: Parsed, reference: Reference) -> Subject:
    """The subject of a judgement on a reference: does it point there?"""
    quote = parsed.text.content[reference.start : reference.end]
    return Subject(parsed.work.id, "reference", f"{reference.role} {target_words(reference.target)}", quote)


def subject_of_effect(parsed: Parsed, effect: Effect) -> Subject:
    """The subject of a judgement on an effect: does the clause do that?"""
    quote = parsed.text.content[effect.start : effect.end]
    return Subject(parsed.work.id, "effect", f"{effect.verb} {target_words(effect.target)}", quote)


def subject_of_task(parsed: Parsed, task: Task) -> Subject:
    """The subject of a judgement on a task: is it a duty, is it done?"""
    return Subject(parsed.work.id, "task", task.duty, parsed.text.content[task.start : task.end])


def subject_of_identity(work: str, part: str) -> Subject:
    """The subject of a judgement on what a work is: `part` is "type", "issuer" or "date"."""
    return Subject(work, "identity", part, "")


def subject_of_review(work: str, part: str) -> Subject:
    """The subject of a judgement on the review of a work: one of `REVIEW_PARTS`."""
    return Subject(work, OF_THE_WORK, part, "")


def fact_key(subject: Subject) -> str:
    """A short name for a fact, to be typed and put into tables: "task:34-2016-nd-cp:0f3c9a1b2d4e".

    Kind, last part of the work's identifier, and a digest of the whole subject: it survives a re-reading as the
    subject does.
    """
    whole = "\0".join((subject.work, subject.kind, subject.target, subject.quote))
    return f"{subject.kind}:{subject.work.rpartition('/')[2]}:{hashlib.sha256(whole.encode()).hexdigest()[:12]}"


def subjects(parsed: Parsed) -> Iterator[tuple[Subject, str, int]]:
    """Every fact of a text that can be judged: its subject, its kind, and its place in the list of that kind."""
    for seq, reference in enumerate(parsed.references):
        yield subject_of_reference(parsed, reference), "reference", seq
    for seq, effect in enumerate(parsed.effects):
        yield subject_of_effect(parsed, effect), "effect", seq
    for seq, task in enumerate(parsed.tasks):
        yield subject_of_task(parsed, task), "task", seq
