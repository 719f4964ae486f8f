"""Decisions on instructions, kept as judgements on effects: how they are written down, and which one holds.

The verdict is "at UNIT", "write UNIT" with the words on the lines below, or "reject"; the note is the reason. The last
one entered holds. Being judgements they are appended, survive a re-reading, and are listed when their clause is gone.
"""

from collections.abc import Iterable
from typing import Literal

from vanban import archive
from vanban.model import Effect, Judgement, Parsed, Settled, Unit
from vanban.rules import Rules
from vanban.timeline.naming import eid_of, path_of

Choice = Literal["at", "write", "reject"]


def verdict(choice: Choice, path: tuple[Unit, ...], words: str, rules: Rules) -> str:
    """A decision as the verdict of a judgement."""
    if choice == "reject":
        return "reject"
    head = f"{choice} {eid_of(path, rules)}"
    return f"{head}\n{words.strip()}" if choice == "write" else head


def settled(judgement: Judgement, rules: Rules) -> Settled | None:
    """What a judgement decides; None where it is of another kind ("confirmed")."""
    if judgement.verdict in ("reject", "rejected"):
        return Settled((), "", judgement.by, judgement.note)
    head, _, words = judgement.verdict.partition("\n")
    choice, _, eid = head.partition(" ")
    path = path_of(eid, rules)
    if choice not in ("at", "write") or not path:
        return None
    return Settled(path, words.strip() if choice == "write" else "", judgement.by, judgement.note)


def last(judgements: Iterable[Judgement], acting: Parsed, effect: Effect, rules: Rules) -> Settled | None:
    """The last decision on an effect among the judgements on its document, the oldest first."""
    subject = archive.subject_of_effect(acting, effect)
    found: Settled | None = None
    for judgement in judgements:
        if judgement.subject == subject:
            found = settled(judgement, rules) or found
    return found
