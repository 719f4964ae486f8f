"""References and effects over the archive, in both directions, streamed; only base texts speak."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, case, or_, select, tuple_

from vanban.archive import schema
from vanban.archive.rows import StoredEffect, StoredReference
from vanban.archive.store import Store
from vanban.model import Effect, Resolution, Target, Unit
from vanban.references.keys import symbol_key

_texts, _targets, _references, _effects = schema.texts, schema.targets, schema.references, schema.effects
_AT_ONCE = 1_000
_target = msgspec.msgpack.Decoder(Target)
_effect = msgspec.msgpack.Decoder(Effect)
_names = msgspec.json.Decoder(tuple[str, ...])
_units = msgspec.json.Decoder(tuple[tuple[str, str], ...])
_ANSWER = (_targets.c.state, _targets.c.work, _targets.c.grade, _targets.c.candidates, _targets.c.mismatches)


def references_from(store: Store, work: str) -> Iterator[StoredReference]:
    """What a work points at outside itself, in the order of its text."""
    return _stream_references(store, _all_references().where(_texts.c.work == work))


def references_to(store: Store, work: str, provision: Sequence[Unit] = ()) -> Iterator[StoredReference]:
    """What points at a work, or at one of its provisions and what stands below it; sorted by citing work."""
    question = _all_references().where(_targets.c.work == work, pointing_at(work))
    if provision:
        path = msgspec.json.encode([[unit.level, unit.num] for unit in provision]).decode().removesuffix("]")
        # "…,[" or "…]" must follow, so that clause 1 does not catch clause 12.
        question = question.where(
            or_(_references.c.provision == f"{path}]", _references.c.provision.startswith(f"{path},", autoescape=True))
        )
    return _stream_references(store, question)


def references_to_symbol(store: Store, symbol: str) -> Iterator[StoredReference]:
    """What points at an act of that symbol that is not here; sorted by citing work."""
    asked = schema.target_keys
    among = select(asked.c.text, asked.c.n).where(asked.c.key == f"s:{symbol_key(symbol)}")
    named = tuple_(_targets.c.text, _targets.c.n).in_(among)
    return _stream_references(store, _all_references().where(named, _targets.c.work.is_(None)))


def every_reference(store: Store) -> Iterator[StoredReference]:
    """Every reference that leaves its document, sorted by citing work."""
    return _stream_references(store, _all_references())


def disputed_references(store: Store, work: str | None = None) -> Iterator[tuple[StoredReference, str]]:
    """The references that the cited work denies, each with the hash of the source that it stands in."""
    question = _all_references().add_columns(_texts.c.sha256).where(_targets.c.mismatches != "[]")
    if work is not None:
        question = question.where(_texts.c.work == work)
    with store.reading() as connection:
        for *row, sha256 in connection.execution_options(yield_per=_AT_ONCE).execute(question):
            yield _reference(row), sha256


def _all_references() -> Select[Any]:
    columns = (
        _texts.c.work.label("citing"), _references.c.seq, _references.c.start, _references.c.stop, _references.c.eid,
        _references.c.role, _references.c.provision, _targets.c.target,
    )  # fmt: skip
    same = and_(_targets.c.text == _references.c.text, _targets.c.n == _references.c.target)
    return (
        select(*columns, *_ANSWER)
        .select_from(_references)
        .join(_targets, same)
        .join(_texts, _texts.c.id == _references.c.text)
        .where(_texts.c.base)
        .order_by(_texts.c.work, _references.c.seq)
    )


def _stream_references(store: Store, question: Select[Any]) -> Iterator[StoredReference]:
    with store.reading() as connection:
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(question):
            yield _reference(row)


def _reference(row: Sequence[Any]) -> StoredReference:
    citing, seq, start, stop, eid, role, provision, target, state, *answer = row
    units = tuple(Unit(level, num) for level, num in _units.decode(provision))  # type: ignore[arg-type]
    return StoredReference(
        citing, seq, start, stop, eid, role,
        msgspec.structs.replace(_target.decode(target), provision=units),
        "waiting" if state == "new" else state,
        _resolution(*answer),
    )  # fmt: skip


def effects_of(store: Store, work: str) -> Iterator[StoredEffect]:
    """What a work does to others and to itself, in the order of its text."""
    return _stream_effects(store, _all_effects().where(_texts.c.work == work))


def effects_on(store: Store, work: str) -> Iterator[StoredEffect]:
    """What falls upon a work, its own effects on itself among them; sorted by acting work."""
    on_it = and_(_targets.c.work == work, pointing_at(work))
    return _stream_effects(store, _all_effects().where(or_(on_it, and_(_effects.c.own, _texts.c.work == work))))


def pointing_at(work: str) -> ColumnElement[bool]:
    """The targets that ask under a key of the work: what points at it is among them (an index's work, without one)."""
    asked, filed = schema.target_keys, schema.work_keys
    among = select(asked.c.text, asked.c.n).join(filed, filed.c.key == asked.c.key).where(filed.c.work == work)
    return tuple_(_targets.c.text, _targets.c.n).in_(among)


def effects_on_symbol(store: Store, symbol: str) -> Iterator[StoredEffect]:
    """What is said to fall upon an act of that symbol, here or not: for acts whose text nobody has added."""
    asked = schema.target_keys
    among = select(asked.c.text, asked.c.n).where(asked.c.key == f"s:{symbol_key(symbol)}")
    return _stream_effects(store, _all_effects().where(tuple_(_effects.c.text, _effects.c.target).in_(among)))


def every_effect(store: Store) -> Iterator[StoredEffect]:
    """Every effect in the archive, sorted by acting work: one pass for questions about all works."""
    return _stream_effects(store, _all_effects())


def _all_effects() -> Select[Any]:
    same = and_(_targets.c.text == _effects.c.text, _targets.c.n == _effects.c.target)
    on = case((_effects.c.own, _texts.c.work), else_=_targets.c.work)
    return (
        select(_texts.c.work.label("acting"), _effects.c.seq, _effects.c.effect, _effects.c.own, on, *_ANSWER[1:])
        .select_from(_effects)
        .join(_texts, _texts.c.id == _effects.c.text)
        .join(_targets, same, isouter=True)
        .where(_texts.c.base)
        .order_by(_texts.c.work, _effects.c.seq)
    )


def _stream_effects(store: Store, question: Select[Any]) -> Iterator[StoredEffect]:
    with store.reading() as connection:
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(question):
            acting, seq, effect, own, on, *answer = row
            resolution = Resolution(work=acting, grade="relative") if own else _resolution(*answer)
            yield StoredEffect(acting, seq, _effect.decode(effect), on, resolution)


def _resolution(work: str | None, grade: Any, candidates: str | None, mismatches: str | None) -> Resolution:
    return Resolution(work, grade, _names.decode(candidates or "[]"), _names.decode(mismatches or "[]"))
