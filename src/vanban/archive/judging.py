"""Judgements of people: appended, exported, restored; those whose fact is gone are listed, never dropped."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from vanban.archive import schema
from vanban.archive.arranging import arrange
from vanban.archive.bulk import insert_rows
from vanban.archive.chunks import chunks
from vanban.archive.judged_identity import check_judged
from vanban.archive.keeping import next_id
from vanban.archive.resolving import resolve_open
from vanban.archive.store import Store
from vanban.archive.stored_texts import parsed
from vanban.archive.subjects import OF_THE_WORK, subjects
from vanban.model import Judgement, Subject
from vanban.model.errors import UsageError
from vanban.rules import Rules

_table = schema.judgements
_COLUMNS = (
    _table.c.work, _table.c.kind, _table.c.target, _table.c.quote, _table.c.verdict, _table.c.by, _table.c.at,
    _table.c.note, _table.c.day, _table.c.proof, _table.c.office,
)  # fmt: skip
# By what they say, not by when they were entered: restoring in another order gives the same list.
_ORDER = (_table.c.work, _table.c.at, _table.c.kind, _table.c.target, _table.c.quote, _table.c.verdict, _table.c.id)
_lines = msgspec.json.Decoder(Judgement)


def judge(store: Store, judgements: Iterable[Judgement], rules: Rules) -> int:
    """Append judgements; one that is here already, word for word, is passed over. Returns how many are new.

    A judgement on a work's identity (type, issuer, date) takes effect at once: the work gets its identifier. Its
    subject names the work by the identifier that the text's own words make. Raises UsageError for a value that
    does not fit.
    """
    added = 0
    for piece in chunks(judgements):
        for judgement in piece:
            check_judged(judgement)
        with store.writing() as connection:
            rows = dict.fromkeys(_row(judgement) for judgement in piece)
            known = {
                tuple(row)
                for row in connection.execute(select(*_COLUMNS).where(_table.c.work.in_({row[0] for row in rows})))
            }
            first = next_id(connection, _table)
            new = [row for row in rows if row not in known]
            insert_rows(connection, _table, [(number, *row) for number, row in enumerate(new, first)])
            identified = {row[0] for row in new if row[1] == "identity"}
            arrange(connection, _keys_of_identifiers(connection, identified))
        added += len(new)
    resolve_open(store, rules)
    return added


def _keys_of_identifiers(connection: Connection, works: set[str]) -> set[str]:
    """The match keys of the texts that print one of these identifiers, or stand under it."""
    texts = schema.texts
    told = texts.c.work.in_(works) | texts.c.printed.in_({work.partition("~")[0] for work in works})
    return {key for (key,) in connection.execute(select(texts.c.match_key).where(told))}


def judgements(store: Store, work: str | None = None, kind: str | None = None) -> Iterator[Judgement]:
    """Every judgement, or those on one work or one kind of fact, sorted by work and moment, streamed."""
    question = select(*_COLUMNS).order_by(*_ORDER)
    if work is not None:
        question = question.where(_table.c.work == work)
    if kind is not None:
        question = question.where(_table.c.kind == kind)
    with store.reading() as connection:
        for row in connection.execution_options(yield_per=1_000).execute(question):
            yield _value(row)


def export_judgements(store: Store) -> Iterator[bytes]:
    """Every judgement as one line of JSON, in a fixed order: a file to keep beside the originals."""
    for judgement in judgements(store):
        yield msgspec.json.encode(judgement) + b"\n"


def restore_judgements(store: Store, lines: Iterable[bytes], rules: Rules) -> int:
    """Append the judgements of an export; those that are here are passed over. Returns how many are new.

    Raises UsageError, before anything is stored, where a line is no judgement.
    """
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(_lines.decode(line))
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            raise UsageError("not-a-judgement", line=str(number), fault=str(error)) from error
    return judge(store, found, rules)


def verdicts(store: Store, work: str) -> dict[tuple[str, int], tuple[Judgement, ...]]:
    """The judgements on the facts of a work as it reads today: (kind, place in list) -> judgements, oldest first."""
    here = parsed(store, work)
    by_subject: dict[Subject, list[Judgement]] = {}
    for judgement in judgements(store, work):
        by_subject.setdefault(judgement.subject, []).append(judgement)
    if here is None or not by_subject:
        return {}
    return {(kind, seq): tuple(by_subject[subject]) for subject, kind, seq in subjects(here) if subject in by_subject}


def orphaned(store: Store) -> Iterator[Judgement]:
    """The judgements whose fact is no longer there exactly as it was judged, sorted by work."""
    for work, group in groupby(judgements(store), key=lambda each: each.subject.work):
        here = parsed(store, work)
        present = set() if here is None else {subject for subject, _, _ in subjects(here)}
        for judgement in group:
            subject = judgement.subject
            if subject.kind == "identity":
                if not _is_told_of(store, subject):
                    yield judgement
            elif subject.kind == OF_THE_WORK:
                if here is None:
                    yield judgement
            elif subject not in present:
                yield judgement


def _is_told_of(store: Store, subject: Subject) -> bool:
    """Whether some text still says of itself that it is the work judged."""
    texts = schema.texts
    printed, _, hash_begins = subject.work.partition("~")
    question = select(texts.c.id).where(texts.c.printed == printed, texts.c.sha256.startswith(hash_begins))
    with store.reading() as connection:
        return connection.execute(question.limit(1)).first() is not None


def _row(judgement: Judgement) -> tuple[str, ...]:
    subject = judgement.subject
    moment = msgspec.to_builtins(judgement.at)
    return (
        subject.work, subject.kind, subject.target, subject.quote, judgement.verdict, judgement.by, moment,
        judgement.note, judgement.day.isoformat() if judgement.day else "", judgement.proof, judgement.office,
    )  # fmt: skip


def _value(row: Any) -> Judgement:
    work, kind, target, quote, verdict, by, at, note, day, proof, office = row
    value = {
        "subject": {"work": work, "kind": kind, "target": target, "quote": quote},
        "verdict": verdict, "by": by, "at": at, "note": note, "day": day or None, "proof": proof, "office": office,
    }  # fmt: skip
    return msgspec.convert(value, Judgement)
