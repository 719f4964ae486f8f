"""The words of a document on a day as the object of `vanban text --json`."""

import datetime as dt

import msgspec

from vanban.consolidation.official import OfficialText
from vanban.exports.messages import Language, label
from vanban.exports.official_notes import note_lines
from vanban.model import Doubt, Effect, ExpressedProvision, Expression, Refusal, Unit
from vanban.rules import Rules


class AppliedJson(msgspec.Struct, frozen=True):
    """An effect that the text shows: the acting work, its first day there, the units written."""

    work: str
    since: dt.date | None
    units: tuple[str, ...]
    effect: Effect


class RefusedTarget(msgspec.Struct, frozen=True):
    """What a refused effect would have acted upon."""

    symbol: str
    provision: tuple[Unit, ...]


class RefusedJson(msgspec.Struct, frozen=True):
    """An effect that was not applied: why (a code, and its sentence), and the units that it may mean."""

    work: str
    since: dt.date | None
    effect: Effect
    target: RefusedTarget
    reason: str
    message: str
    candidates: tuple[str, ...]


class NoteJson(msgspec.Struct, frozen=True):
    """A note of the official form: its mark stands before `text[at]`, in the unit `eid`; its paragraphs."""

    at: int
    eid: str
    lines: tuple[str, ...]


class TextJson(msgspec.Struct, frozen=True):
    """The object: `eid` is the unit asked for, whose words are `text[start:end]` of its provision; null: the whole.

    `notes` are those of the official form, in the order of their marks; () where it was not asked for. `absent` are the
    symbols of acts that are told to have amended the work but are not in the archive, `doubts` the places where the
    texts of an amending act part, or where its words seem to be a slip (`source` "").
    """

    work: str
    on: dt.date
    official: bool
    eid: str | None
    text: str
    provisions: tuple[ExpressedProvision, ...]
    applied: tuple[AppliedJson, ...]
    refused: tuple[RefusedJson, ...]
    notes: tuple[NoteJson, ...] = ()
    absent: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def official(made: OfficialText, on: dt.date, rules: Rules, language: Language = "vi") -> TextJson:
    """The contract's object for an official text, with its notes."""
    works = {act.work.id: act.work for act in (made.base, *made.acts)}
    notes = tuple(NoteJson(note.at, note.eid, note_lines(note, works, rules)) for note in made.notes)
    bare = expression(made.expression, on, rules, language, official=True)
    return msgspec.structs.replace(bare, notes=notes)


def expression(
    made: Expression,
    on: dt.date,
    rules: Rules,
    language: Language = "vi",
    *,
    official: bool = False,
    eid: str | None = None,
) -> TextJson:
    """The contract's object for one expression."""
    return TextJson(
        made.work,
        on,
        official,
        eid,
        made.text,
        made.provisions,
        tuple(AppliedJson(each.work, each.since, each.units, each.effect) for each in made.applied),
        tuple(_refused(each, rules, language) for each in made.refused),
        absent=made.absent,
        doubts=made.doubts,
    )


def _refused(refusal: Refusal, rules: Rules, language: Language) -> RefusedJson:
    target = refusal.effect.target
    return RefusedJson(
        refusal.work,
        refusal.since,
        refusal.effect,
        RefusedTarget(target.symbol, target.provision),
        refusal.reason,
        label("refused", refusal.reason, rules, language),
        refusal.candidates,
    )
