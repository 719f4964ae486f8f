"""References and effects of one document as JSON values and as lines for a person."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from vanban.archive import WorkRow
from vanban.archive.both_ways import Deed, Effects, Pointer
from vanban.exports.messages import Language, label
from vanban.exports.one_line import one_line
from vanban.model import Effect, Finding, Role, Target
from vanban.rules import Rules
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import path_name, provision_name

_QUOTE = 100
_MARKS = {"resolved": "✓", "ambiguous": "?", "waiting": "–"}


class WorkBrief(msgspec.Struct, frozen=True):
    """A document named in an answer."""

    id: str
    type: str
    symbol: str
    title: str


class RemovedJson(msgspec.Struct, frozen=True):
    """The answer of `vanban remove`: the document that was taken out."""

    removed: WorkBrief


class ReferenceLine(msgspec.Struct, frozen=True, rename={"within": "in"}):
    """One reference. `work` is the document on the other side (None: not here), `state` how far it was resolved."""

    start: int
    end: int
    within: str
    role: Role
    target: Target
    state: str
    grade: str | None
    candidates: tuple[str, ...]
    mismatches: tuple[str, ...]
    work: WorkBrief | None
    quote: str
    findings: tuple[Finding, ...] = ()


class ReferencesJson(msgspec.Struct, frozen=True, rename={"outgoing": "from", "incoming": "to"}):
    """The answer of `vanban references`: what the document points at (`from` it), and what points at it (`to` it)."""

    work: WorkBrief
    outgoing: tuple[ReferenceLine, ...]
    incoming: tuple[ReferenceLine, ...]


class EffectLine(msgspec.Struct, frozen=True):
    """One effect; `acting` and `on` are the documents on its two sides (`on` None: not here), `quote` the clause."""

    acting: str
    on: str | None
    effect: Effect
    candidates: tuple[str, ...]
    quote: str


class EffectsJson(msgspec.Struct, frozen=True):
    """The answer of `vanban effects`: what the document does (`made`) and what is done to it (`received`)."""

    work: WorkBrief
    made: tuple[EffectLine, ...]
    received: tuple[EffectLine, ...]


def brief(work: WorkRow) -> WorkBrief:
    """A document by what names it."""
    return WorkBrief(work.id, work.type, work.symbol, work.title)


def references_json(
    work: WorkRow, outgoing: Iterable[Pointer], incoming: Iterable[Pointer], faults: Mapping[int, Finding]
) -> ReferencesJson:
    """Both directions as one value. `faults`: what is wrong with where an outgoing reference points, by its `seq`."""
    lines = tuple(reference_line(pointer, faults.get(pointer.reference.seq)) for pointer in outgoing)
    return ReferencesJson(brief(work), lines, tuple(map(reference_line, incoming)))


def effects_json(found: Effects) -> EffectsJson:
    """Both directions as one value."""
    return EffectsJson(brief(found.work), tuple(map(_deed, found.made)), tuple(map(_deed, found.received)))


def reference_line(pointer: Pointer, dead: Finding | None = None) -> ReferenceLine:
    """One reference with the document on its other side."""
    ref, answer = pointer.reference, pointer.reference.resolution
    other = brief(pointer.other) if pointer.other else None
    return ReferenceLine(
        ref.start, ref.end, ref.within, ref.role, ref.target, ref.state, answer.grade, answer.candidates,
        answer.mismatches, other, pointer.quote, () if dead is None else (dead,),
    )  # fmt: skip


def _deed(deed: Deed) -> EffectLine:
    each = deed.effect
    return EffectLine(each.work, each.on, each.effect, each.resolution.candidates, deed.quote)


def work_name(work: WorkRow | None) -> str:
    """A document in a few words: "Nghị định 34/2016/NĐ-CP", or its type and title where it has no symbol."""
    if work is None:
        return ""
    # The title of a law says its type already ("Luật Bến nước").
    named = work.symbol or work.title
    return named if named.startswith(work.type_name) else f"{work.type_name} {named}"


def target_name(target: Target, rules: Rules, language: Language) -> str:
    """A target as a lawyer names it: "khoản 2 Điều 5 Nghị định 34/2016/NĐ-CP"."""
    kind = next((row.name for row in rules.document_types if row.id == target.type), "")
    year = f" ({target.year})" if target.year and not target.symbol else ""
    named = target.symbol or target.title
    if named and kind and not named.casefold().startswith(kind.casefold()):
        named = f"{kind} {named}"
    return " ".join(part for part in (path_name(target.provision, rules, language), named + year) if part)


def reference_rows(
    pointers: Iterable[Pointer], rules: Rules, language: Language, dead: Mapping[int, str] | None = None
) -> Iterator[tuple[str, ...]]:
    """Rows for a person: where it stands, its role, its target, whether the archive has it, the words.

    With `dead`, what is wrong with where a reference points, by its `seq`: ✗ and the sentence.
    """
    for pointer in pointers:
        ref = pointer.reference
        fault = (dead or {}).get(ref.seq, "")
        mark = "✗" if fault and ref.state == "resolved" else _MARKS[ref.state]
        where = provision_name(ref.within, rules, language)
        yield (
            where,
            label("role", ref.role, rules, language),
            target_name(ref.target, rules, language),
            mark,
            one_line(pointer.quote, _QUOTE),
            work_name(pointer.other),
            *(() if dead is None else (fault,)),
        )


def effect_rows(deeds: Iterable[Deed], rules: Rules, language: Language) -> Iterator[tuple[str, ...]]:
    """Rows for a person: the acting clause, the verb, the target, from when, the words."""
    for deed in deeds:
        effect = deed.effect.effect
        since = day_in_words(effect.start_on, language) if effect.start_on else ""
        where = provision_name(effect.within, rules, language)
        yield (
            where,
            label("verb", effect.verb, rules, language),
            target_name(effect.target, rules, language),
            since,
            one_line(deed.quote, _QUOTE),
            work_name(deed.other),
        )
