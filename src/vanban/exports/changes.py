"""What changes in a window of days: lines for a person, and a calendar (RFC 5545) for an office."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

import msgspec

from vanban.exports import icalendar
from vanban.exports.messages import Language, label
from vanban.rules import Rules
from vanban.timeline.changes import Change
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import provision_name

Name = Callable[[str], str]


class ChangesJson(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """The answer of `vanban changes`: what starts, ends or changes `from` a day `to` a day, both included."""

    first: dt.date
    last: dt.date
    changes: tuple[Change, ...]


def change_lines(changes: Iterable[Change], name: Name, rules: Rules, language: Language) -> Iterator[str]:
    """One line a change: the day, what changes, how, and the clause that says so."""
    for change in changes:
        quote = " ".join(clause(change).split())
        words = f" — “{quote[:160]}{'…' if len(quote) > 160 else ''}”" if quote else ""
        yield f"{day_in_words(change.day, language)}  {headline(change, name, rules, language)}{words}"


def headline(change: Change, name: Name, rules: Rules, language: Language) -> str:
    """The change in a few words: "Điều 5 Nghị định 34/2016/NĐ-CP: hết hiệu lực"."""
    unit = f"{provision_name(change.provision, rules, language)} " if change.provision else ""
    doubt = "" if change.grade == "explicit" else f" [{label('grade', change.grade, rules, language)}]"
    return f"{unit}{name(change.work)}: {label('change', change.kind, rules, language)}{doubt}"


def clause(change: Change) -> str:
    """The words of the clause that makes the change: the first that names its day, not the start of the acting act."""
    dated = (reason for reason in change.reasons if change.day in (reason.until, reason.day))
    reason = next(dated, change.reasons[0] if change.reasons else None)
    return reason.quote if reason is not None else ""


def calendar(changes: Iterable[Change], name: Name, rules: Rules, language: Language, made: dt.datetime) -> bytes:
    """An iCalendar file of whole-day events. `made` is when it was made (DTSTAMP), given by the face.

    The identifiers depend on the change alone, so that importing a later file again doubles nothing.
    """
    events = (
        icalendar.Event(
            f"{change.day} {change.work} {change.provision} {change.kind}",
            change.day,
            headline(change, name, rules, language),
            clause(change),
        )
        for change in changes
    )
    return icalendar.calendar(events, "changes", made)
