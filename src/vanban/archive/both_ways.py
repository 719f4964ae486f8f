"""References and effects of one document, in both directions, each with the words that say so."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from vanban.archive.finding_works import work as find_work
from vanban.archive.pointers import effects_of, effects_on, references_from, references_to
from vanban.archive.rows import StoredEffect, StoredReference, WorkRow
from vanban.archive.store import Store
from vanban.archive.stored_texts import parsed as parsed_of
from vanban.model import Unit

_Other = Callable[[Any], str | None]


class Pointer(msgspec.Struct, frozen=True):
    """A reference with the words it stands in, and the work on its other side where that is known."""

    reference: StoredReference
    other: WorkRow | None
    quote: str


class References(msgspec.Struct, frozen=True):
    """What a work points at (`outgoing`), and what points at it (`incoming`)."""

    work: WorkRow
    outgoing: tuple[Pointer, ...]
    incoming: tuple[Pointer, ...]


class Deed(msgspec.Struct, frozen=True):
    """An effect with the words of its clause, and the work on its other side where that is known."""

    effect: StoredEffect
    other: WorkRow | None
    quote: str


class Effects(msgspec.Struct, frozen=True):
    """What a work does (`made`), and what is done to it (`received`; its own upon itself are in `made` alone)."""

    work: WorkRow
    made: tuple[Deed, ...]
    received: tuple[Deed, ...]


def references_both_ways(store: Store, work: WorkRow) -> References:
    """Every reference that leaves the work, and every one that arrives."""
    outgoing = _pointers(store, references_from(store, work.id), lambda reference: reference.resolution.work)
    incoming = _pointers(store, references_to(store, work.id), lambda reference: reference.work)
    return References(work, outgoing, incoming)


def effects_both_ways(store: Store, work: WorkRow) -> Effects:
    """Every effect that the work has, and every one upon it."""
    made = _deeds(store, effects_of(store, work.id), lambda effect: effect.on)
    upon = (effect for effect in effects_on(store, work.id) if effect.work != work.id)
    return Effects(work, made, _deeds(store, upon, lambda effect: effect.work))


def pointing_at_unit(store: Store, work: str, path: Sequence[Unit]) -> tuple[Pointer, ...]:
    """What other documents point at of a work: the provision that `path` names, or what stands below it."""
    found = (each for each in references_to(store, work, path) if each.work != work)
    return _pointers(store, found, lambda reference: reference.work)


def _pointers(store: Store, found: Iterable[StoredReference], other: _Other) -> tuple[Pointer, ...]:
    works, words = _works(store), _words(store)
    return tuple(Pointer(each, works(other(each) or ""), words(each.work)[each.start : each.end]) for each in found)


def _deeds(store: Store, found: Iterable[StoredEffect], other: _Other) -> tuple[Deed, ...]:
    works, words = _works(store), _words(store)
    return tuple(
        Deed(each, works(other(each) or ""), words(each.work)[each.effect.start : each.effect.end]) for each in found
    )


def _works(store: Store) -> Callable[[str], WorkRow | None]:
    """Look a work up once, however often it is named."""
    return lru_cache(maxsize=1024)(lambda work: find_work(store, work) if work else None)


def _words(store: Store) -> Callable[[str], str]:
    """The text of a work; references come sorted by work, so only the last ones are kept."""

    @lru_cache(maxsize=4)
    def words(work: str) -> str:
        parsed = parsed_of(store, work)
        return parsed.text.content if parsed else ""

    return words
