"""An official consolidated text against ours: every unit compared, and each difference laid at one door.

Which side: "theirs" where our words are exactly those that the amending act prints, or the official text tells of no
change where an act makes one; "ours" where its note tells a change that we have not made (refused, not read, or the
act is not here); "text" where no instruction touches the unit, so that the printed sources differ among themselves.
Pháp lệnh 01/2012/UBTVQH13, Điều 9: in case of a difference the consolidated documents prevail.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

import msgspec

from vanban.consolidation.difference import Stretch, marked, own_words
from vanban.consolidation.official import OfficialText
from vanban.consolidation.recognising import Told, told
from vanban.model import Applied, Parsed, Refused
from vanban.rules import Rules
from vanban.timeline.naming import eid_of

Side = Literal["ours", "theirs", "text"]
Cause = Literal["refused", "not-read", "act-absent", "departs", "not-shown", "base-differs"]
# The sign of a note; some pages print its number twice ("b)79[79](được bãi bỏ)").
_SIGN = re.compile(r"\s?(?:(?P<twice>\d{1,4})(?=\[{1,2}(?P=twice)\]))?\[{1,2}\d{1,4}\]{1,2}")
_OUTSIDE = ("preface", "preamble", "conclusions")


class Disagreement(msgspec.Struct, frozen=True):
    """One unit whose own words differ (from ours to theirs in `stretches`), whose doing it is, and why.

    `note` is the sentence of the official text about the unit, `act` and `clause` (an eid) where the change stands in
    our reading; "" where there is none. `refused` is our reason where we refused the instruction.
    """

    eid: str
    side: Side
    cause: Cause
    stretches: tuple[Stretch, ...]
    act: str = ""
    clause: str = ""
    note: str = ""
    refused: Refused | None = None


class NoteCheck(msgspec.Struct, frozen=True):
    """One change that the official text tells, and what of it our own reading bears out."""

    told: Told
    quote: str
    act_found: bool
    day_agrees: bool | None


class Verified(msgspec.Struct, frozen=True):
    """The comparison: how many units agree, every disagreement, every note checked."""

    agreeing: int
    disagreements: tuple[Disagreement, ...]
    notes: tuple[NoteCheck, ...]


def verify(theirs: Parsed, ours: OfficialText, rules: Rules) -> Verified:
    """Compare an official text with our own of the same base act; white space and the signs of notes do not count."""
    said = told(theirs, rules)
    by_eid: dict[str, list[Told]] = defaultdict(list)
    for change in said:
        by_eid[change.eid].append(change)
    our_words, their_words = _body(own_words(ours.expression)), _body(_without_notes(theirs))
    wrote: dict[str, Applied] = {eid: each for each in ours.expression.applied for eid in each.units}
    agreeing = 0
    found: list[Disagreement] = []
    for eid in dict.fromkeys((*their_words, *our_words)):
        our, their = our_words.get(eid, ""), _SIGN.sub("", their_words.get(eid, ""))
        if "".join(our.split()) == "".join(their.split()):
            agreeing += 1
            continue
        found.append(_judged(eid, marked(our, their), ours, theirs, by_eid, wrote, rules))
    return Verified(agreeing, tuple(found), tuple(_checked(each, theirs, ours) for each in said))


def _without_notes(theirs: Parsed) -> dict[str, str]:
    """The own words of each unit, the notes at the end left out: they stand in no unit of the act."""
    if not theirs.text.notes:
        return own_words(theirs)
    first = min(note.start for note in theirs.text.notes)
    cut = msgspec.structs.replace(theirs.text, content=theirs.text.content[:first])
    units = tuple(
        msgspec.structs.replace(unit, end=min(unit.end, first)) for unit in theirs.provisions if unit.start < first
    )
    return own_words(msgspec.structs.replace(theirs, text=cut, provisions=units))


def _body(words: dict[str, str]) -> dict[str, str]:
    return {eid: each for eid, each in words.items() if eid not in _OUTSIDE}


def _chain(eid: str) -> Iterator[str]:
    """The unit and what holds it."""
    while eid:
        yield eid
        eid = eid.rpartition("__")[0]


def _judged(
    eid: str,
    stretches: tuple[Stretch, ...],
    ours: OfficialText,
    theirs: Parsed,
    by_eid: dict[str, list[Told]],
    wrote: dict[str, Applied],
    rules: Rules,
) -> Disagreement:
    notes = [change for above in _chain(eid) for change in by_eid.get(above, ())]
    note = theirs.text.content[notes[0].start : notes[0].end].strip() if notes else ""
    refusal = next(
        (
            each
            for each in ours.expression.refused
            if eid_of(each.effect.target.provision, rules) in set(_chain(eid)) or eid in each.candidates
        ),
        None,
    )
    if refusal is not None:
        return Disagreement(
            eid, "ours", "refused", stretches, refusal.work, refusal.effect.within, note, refusal.reason
        )
    applied = next((wrote[above] for above in _chain(eid) if above in wrote), None)
    if applied is not None and _shown(applied, stretches):
        return Disagreement(eid, "text", "base-differs", stretches, applied.work, applied.effect.within, note)
    if applied is not None:
        cause: Cause = "departs" if notes else "not-shown"
        return Disagreement(eid, "theirs", cause, stretches, applied.work, applied.effect.within, note)
    if notes:
        known = any(change.symbol in ours.offered for change in notes)
        return Disagreement(eid, "ours", "not-read" if known else "act-absent", stretches, note=note)
    return Disagreement(eid, "text", "base-differs", stretches)


def _shown(applied: Applied, stretches: tuple[Stretch, ...]) -> bool:
    """Whether the official text has the very words of an instruction that changed words only: it differs elsewhere."""
    effect = applied.effect
    if effect.verb not in ("replace-words", "add-words", "remove-words"):
        return False
    theirs = " ".join(each.words for each in stretches if each.kind != "removed")
    if effect.verb == "remove-words":
        return bool(effect.old) and " ".join((effect.old or "").split()) not in theirs
    return " ".join((effect.new or "").split()) in theirs


def _checked(change: Told, theirs: Parsed, ours: OfficialText) -> NoteCheck:
    acts = {act.work.id: act.work.symbol for act in ours.acts}
    same = [
        each
        for each in ours.expression.applied
        if acts.get(each.work) == change.symbol and any(eid in set(_chain(change.eid)) for eid in each.units)
    ]
    days = {each.since for each in same}
    agrees = change.since in days if same and change.since is not None else None
    return NoteCheck(change, theirs.text.content[change.start : change.end].strip(), bool(same), agrees)
