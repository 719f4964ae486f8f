"""A new document as it would stand in an archive: what it acts upon and what it cites, whether or not it is added."""

import datetime as dt

import msgspec

from vanban import archive
from vanban.archive import Store
from vanban.archive.catalogue import Prefetched
from vanban.model import Effect, Parsed, Reference
from vanban.references import keys_of, resolve
from vanban.rules import Rules
from vanban.timeline.archived import spoken_of


class Cited(msgspec.Struct, frozen=True):
    """One pointer of the new document to a work that is here."""

    work: str
    reference: Reference


class Done(msgspec.Struct, frozen=True):
    """One effect of the new document upon a work, with the words of its clause."""

    work: str
    effect: Effect
    quote: str


class Newcomer(msgspec.Struct, frozen=True):
    """A document that arrives. `work` is its identifier (of a file: what it would be), `start` its first day in force.

    Of an act that is not here the work is the name that the timeline gives it ("?34/2016/NĐ-CP").
    """

    work: str
    family: str
    type: str
    type_name: str
    symbol: str
    issuer: str
    issuer_name: str
    date: dt.date | None
    start: dt.date | None
    title: str
    fields: tuple[str, ...]
    done: tuple[Done, ...]
    cited: tuple[Cited, ...]


def newcomer(parsed: Parsed, store: Store, rules: Rules) -> Newcomer:
    """The document, its pointers resolved against the archive as it stands."""
    work = parsed.work
    pointers = [each for each in parsed.references if each.target.symbol or each.target.title]
    acted = [Reference(e.start, e.end, e.within, "amends", e.target) for e in parsed.effects]
    keys = {key for pointer in (*pointers, *acted) for key in keys_of(pointer, rules)}
    with store.reading() as connection:
        catalogue = Prefetched(connection, keys)

    def found(pointer: Reference) -> str | None:
        return resolve(pointer, work, catalogue, rules).work if pointer.target.symbol or pointer.target.title else None

    done = []
    for effect, pointer in zip(parsed.effects, acted, strict=True):
        target = found(pointer) or (spoken_of(effect.target) if effect.target.symbol else None)
        if target is not None and target != work.id:
            done.append(Done(target, effect, parsed.text.content[effect.start : effect.end]))
    cited = [Cited(target, each) for each in pointers if (target := found(each)) is not None and target != work.id]
    return Newcomer(
        work.id, work.family, work.type, work.type_name, work.symbol, work.issuer.id, work.issuer.name, work.date,
        parsed.force.start_on, work.title, tuple(field.id for field in work.fields if field.grade != "candidate"),
        tuple(done), tuple(cited),
    )  # fmt: skip


def newcomer_here(work: str, store: Store, rules: Rules) -> Newcomer | None:
    """The same of a document that is in the archive; None where it is not."""
    parsed = archive.parsed(store, work)
    return None if parsed is None else newcomer(parsed, store, rules)
