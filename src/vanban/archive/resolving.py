"""Resolving over the archive: every target that is new, or whose possible answers changed, in bounded memory.

What is still to do stands in the database (`targets.state` "new", `stirred` keys), so a run that was killed is finished
by the next, and the order of adding does not matter: a work that arrives reopens what shares its keys.
"""

import datetime as dt

import msgspec
from sqlalchemy import Connection, delete, literal_column, select, tuple_, update

from vanban.archive import schema
from vanban.archive.bulk import Row, update_rows
from vanban.archive.catalogue import Prefetched
from vanban.archive.changed import note_acted_upon
from vanban.archive.chunks import SIZE
from vanban.archive.store import Store
from vanban.model import Issuer, Reference, Resolution, Target, Work
from vanban.references import keys_of, resolve
from vanban.rules import Rules

# Targets resolved in one transaction: bounds the memory, and the time that another writer waits.
_AT_ONCE = 10_000
# Said in so many letters, not as a parameter: only then the database knows that its index of new targets will do.
_NEW = schema.targets.c.state == literal_column("'new'")
_targets = msgspec.msgpack.Decoder(Target)
_encoder = msgspec.json.Encoder()
_ANSWER = ("state", "work", "grade", "candidates", "mismatches")


def resolve_open(store: Store, rules: Rules) -> int:
    """Resolve every open target; returns how many were looked at. Doing it twice changes nothing.

    Cheap where there is nothing to do: whoever opens an archive to ask it may call this first.
    """
    if is_settled(store):
        return 0
    _reopen_stirred(store)
    total = 0
    while True:
        with store.writing() as connection:
            done = _resolve_some(connection, rules)
        total += done
        if done < _AT_ONCE:
            return total


def is_settled(store: Store) -> bool:
    """Whether nothing waits for resolving: False only after a run that was stopped, or while one is going on."""
    with store.reading() as connection:
        return not any(
            connection.execute(question.limit(1)).first()
            for question in (select(schema.stirred.c.key), select(schema.targets.c.text).where(_NEW))
        )


def _reopen_stirred(store: Store) -> None:
    """Open the targets that ask under a key whose works changed."""
    keys, targets, asked = schema.stirred, schema.targets, schema.target_keys
    while True:
        with store.writing() as connection:
            piece = [key for (key,) in connection.execute(select(keys.c.key).order_by(keys.c.key).limit(SIZE))]
            if not piece:
                return
            waiting = select(asked.c.text, asked.c.n).where(asked.c.key.in_(piece))
            connection.execute(
                update(targets)
                .where(tuple_(targets.c.text, targets.c.n).in_(waiting), targets.c.state != "new")
                .values(state="new")
            )
            connection.execute(delete(keys).where(keys.c.key.in_(piece)))


def _resolve_some(connection: Connection, rules: Rules) -> int:
    targets, texts, works = schema.targets, schema.texts, schema.works
    question = (
        select(
            targets.c.text, targets.c.n, targets.c.target, works.c.id, works.c.date, works.c.issuer, works.c.force_start
        )
        .join(texts, texts.c.id == targets.c.text)
        .join(works, works.c.id == texts.c.work)
        .where(_NEW)
        .order_by(targets.c.text, targets.c.n)
        .limit(_AT_ONCE)
    )
    rows = connection.execute(question).all()
    # A law is cited by thousands in the same words: decode and key each wording once.
    pointers = {blob: Reference(0, 0, "", "cites", _targets.decode(blob)) for blob in {row.target for row in rows}}
    keys = {key for pointer in pointers.values() for key in keys_of(pointer, rules)}
    catalogue = Prefetched(connection, keys)
    answers: list[Row] = []
    for text, n, blob, work, date, issuer, start in rows:
        in_force = dt.date.fromisoformat(start) if start else None
        answer = resolve(pointers[blob], _citing(work, date, issuer), catalogue, rules, in_force)
        answers.append((*_columns(answer), text, n))
    # Before and after: what a clause fell on until now has changed as well as what it falls on from now on.
    acting = {row.text for row in rows}
    note_acted_upon(connection, acting)
    update_rows(connection, targets, _ANSWER, ("text", "n"), answers)
    note_acted_upon(connection, acting)
    return len(rows)


def _citing(work: str, date: str | None, issuer: str) -> Work:
    """The citing work, as far as resolving asks: who, and on which day."""
    day = dt.date.fromisoformat(date) if date else None
    return Work(work, "other", "", "", "", "", "", None, Issuer(issuer, ""), day, "", "")


def _columns(answer: Resolution) -> tuple[str, str | None, str | None, str, str]:
    """The answer in the order of `_ANSWER`."""
    state = "resolved" if answer.work else "ambiguous" if answer.candidates else "waiting"
    candidates = _encoder.encode(answer.candidates).decode() if answer.candidates else "[]"
    mismatches = _encoder.encode(answer.mismatches).decode() if answer.mismatches else "[]"
    return state, answer.work, answer.grade, candidates, mismatches
