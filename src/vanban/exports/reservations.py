"""What a reader must know before relying on consolidated words: acts that are not here, instructions that could not be
applied, places where the texts of an amending act part.
"""

from collections.abc import Callable, Iterator

import msgspec

from vanban.exports.messages import Language, label
from vanban.exports.relations import target_name
from vanban.model import Doubt, Expression, Refusal
from vanban.rules import Rules
from vanban.timeline.naming import provision_name

Name = Callable[[str], str]


class Reservation(msgspec.Struct, frozen=True):
    """A sentence, and the list that belongs to it; the list of absent acts stands in the sentence itself."""

    title: str
    lines: tuple[str, ...] = ()


def reservations(made: Expression, rules: Rules, name: Name, language: Language = "vi") -> tuple[Reservation, ...]:
    """The reservations of one expression, the gravest first; () where there is none."""
    found: list[Reservation] = []
    if made.absent:
        absent = label("text", "absent", rules, language).format(acts=", ".join(made.absent))
        found.append(Reservation(absent))
    refused = tuple(_refusal(each, rules, name, language) for each in made.refused)
    if refused:
        found.append(Reservation(label("text", "refused", rules, language).format(count=len(refused)), refused))
    doubts = tuple(dict.fromkeys(_doubt(each, rules, name, language) for each in made.doubts))
    if doubts:
        found.append(Reservation(label("text", "doubts", rules, language).format(count=len(doubts)), doubts))
    return tuple(found)


def as_lines(reserved: tuple[Reservation, ...]) -> Iterator[str]:
    """The reservations as plain lines, the items of a list below its sentence."""
    for each in reserved:
        yield each.title
        yield from (f"- {line}" for line in each.lines)


def _refusal(refusal: Refusal, rules: Rules, name: Name, language: Language) -> str:
    """What was not applied, by whom, why, and what it may mean."""
    effect = refusal.effect
    line = (
        f"{label('verb', effect.verb, rules, language)} → {target_name(effect.target, rules, language)} "
        f"[{provision_name(effect.within, rules, language)}, {name(refusal.work)}]: "
        f"{label('refused', refusal.reason, rules, language)}"
    )
    named = ", ".join(provision_name(eid, rules, language) for eid in refusal.candidates)
    return f"{line} ({named})" if named else line


def _doubt(doubt: Doubt, rules: Rules, name: Name, language: Language) -> str:
    """Where two texts of an act part, and which reading stands here; or where its one text seems to have a slip."""
    kind = "doubt-taken" if doubt.taken else "doubt" if doubt.source else "doubt-slip"
    nothing = label("text", "no-words", rules, language)
    return label("text", kind, rules, language).format(
        unit=provision_name(doubt.eid, rules, language),
        act=name(doubt.work),
        printed=f"“{doubt.printed}”" if doubt.printed else nothing,
        other=f"“{doubt.other}”" if doubt.other else nothing,
        source=doubt.source[:12],
    )
