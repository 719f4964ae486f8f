"""What is to be applied: an effect, the act that it stands in, and the day from which it holds; and in which order.

Order (decision 0010): the day of force, then the day of passing; within one act its changes of words,
which speak of the text as it stood before the act, then its new, added and repealed units by their place in the act. A
day that is not known comes after all known ones of acts passed before it.
"""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

import msgspec

from vanban.consolidation.collating import Copy
from vanban.model import Effect, Parsed, Settled
from vanban.orthography.ordering import number_key

TEXTUAL = frozenset(
    {"substitute", "insert", "repeal", "replace-words", "add-words", "remove-words", "renumber", "correct"}
)
_OF_WORDS = frozenset({"replace-words", "add-words", "remove-words"})


class Change(msgspec.Struct, frozen=True):
    """An effect upon the document, the act that says it, its first day (None: not known), and a person's decision.

    `copies` are the other texts of that act, against which its new wording is held.
    """

    effect: Effect
    acting: Parsed
    since: dt.date | None = None
    settled: Settled | None = None
    copies: tuple[Copy, ...] = ()


def acts_of(changes: Iterable[Change]) -> tuple[Parsed, ...]:
    """The acts that the changes stand in, each once."""
    return tuple({change.acting.work.id: change.acting for change in changes}.values())


def in_order(changes: Iterable[Change]) -> list[Change]:
    """The changes to the text, in their legal order, whatever the order in which they are given."""
    return sorted((change for change in changes if change.effect.verb in TEXTUAL), key=_order)


def _order(change: Change) -> tuple[str, str, str, bool, int, int, tuple[tuple[str, object], ...], str]:
    effect, work = change.effect, change.acting.work
    # Units named together come in the order of their numbers, so that neighbours inserted at one place keep it.
    path = tuple((unit.level, number_key(unit.num)) for unit in effect.target.provision)
    day, passed = str(change.since or "~"), str(work.date or "")
    return (
        day,
        passed,
        work.id or work.symbol,
        effect.verb not in _OF_WORDS,
        effect.start,
        effect.end,
        path,
        f"{effect.verb} {effect.old} {effect.new}",
    )


def instructions(ordered: Iterable[Change]) -> list[list[Change]]:
    """The changes that stand or fall together: those that share one quoted wording, one list of units, or one pair of
    words, in one clause of one act.
    """
    return [list(group) for _, group in groupby(ordered, key=_instruction)]


def _instruction(change: Change) -> tuple[object, ...]:
    effect = change.effect
    act = (change.since, change.acting.work.id or change.acting.work.symbol, effect.within)
    if effect.verb in _OF_WORDS:
        return (*act, effect.start, effect.old, effect.new)
    return (*act, effect.start) if effect.verb == "repeal" else (*act, "wording")
