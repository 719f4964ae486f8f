"""The verdicts that a person can give on a fact, and what each must say beside itself."""

import datetime as dt
from typing import Literal, get_args

from vanban.model import Judgement
from vanban.model.errors import UsageError

VerdictWord = Literal["confirmed", "rejected", "assigned", "done", "open", "extended", "cancelled"]
VERDICTS: tuple[VerdictWord, ...] = get_args(VerdictWord)
# What only a task can be: handed to an office, done, not done after all, given more time, called off.
_OF_TASKS = ("done", "open", "extended", "cancelled")
_NEEDS: dict[str, tuple[str, ...]] = {
    "assigned": ("office",),
    "done": ("day", "proof"),
    "extended": ("day", "proof"),
    "cancelled": ("proof",),
}


def check_verdict(kind: str, verdict: str, *, office: str, day: dt.date | None, proof: str) -> None:
    """Raise UsageError for a verdict that is none, does not fit the kind of fact, or lacks what must prove it.

    A completion is a day and a document that proves it; without both nobody could check it later.
    """
    if verdict not in VERDICTS:
        raise UsageError("no-such-verdict", words=verdict, names=", ".join(VERDICTS))
    if verdict in _OF_TASKS and kind != "task":
        raise UsageError("verdict-of-tasks", words=verdict)
    said = {"office": bool(office), "day": day is not None, "proof": bool(proof)}
    missing = [part for part in _NEEDS.get(verdict, ()) if not said[part]]
    if missing:
        raise UsageError("verdict-incomplete", words=verdict, parts=", ".join(missing))


def same_decision(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements on one fact say the same, whoever entered them and when."""
    return (one.subject, one.verdict, one.note, one.day, one.proof, one.office) == (
        other.subject, other.verdict, other.note, other.day, other.proof, other.office,
    )  # fmt: skip
