"""Mẫu 03 and 05: what is in force on the last day of a period, with documents that ended in part or begin later.

Nghị định 79/2025/NĐ-CP, Điều 51 khoản 4 điểm a: "bao gồm cả văn bản hết hiệu lực một phần và văn bản chưa có hiệu lực".
"""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

import msgspec

from vanban.model import State
from vanban.review.endings import Ending
from vanban.review.entries import printed_day
from vanban.review.list_words import list_words
from vanban.review.listed import Document, FieldGroup, StandingRow
from vanban.review.window import Window
from vanban.rules import Rules
from vanban.timeline.ledger import Ledger
from vanban.timeline.moment import state_on
from vanban.timeline.naming import provision_name

_DAY = dt.timedelta(days=1)
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


class Standing(msgspec.Struct, frozen=True):
    """How a document stands on a day: since when, in which state, and the note that the form wants."""

    start: dt.date
    state: str
    note: str


def standing(work: str, ends: tuple[Ending, ...], window: Window, ledger: Ledger) -> Standing | None:
    """How a work stands on the last day of a window; None where it has ended or nothing tells when it began.

    `ends` are the ends and suspensions up to that day of which no person must decide.
    """
    start = ledger.stated_start(work, None)
    if start is None or any(each.whole and each.kind == "ended" for each in ends):
        return None
    state: State = "in-force" if start <= window.last else "not-yet"
    if ledger.upon(work):
        state = state_on((None,), ledger.events(work), window.last)[0]
    if state == "not-yet":
        return Standing(start, state, list_words("not-yet", ledger.rules))
    if state == "unknown":
        return None
    notes = []
    if any(each.kind == "ended" for each in ends):
        notes.append(list_words("ended-in-part", ledger.rules))
    for each in ends:
        if each.kind == "suspended" and (each.until is None or window.last < each.until):
            notes.append(_suspension(each, ledger))
    if state == "ended":
        state = "ended-in-part"
    return Standing(start, state, "; ".join(dict.fromkeys(notes)))


def _suspension(ending: Ending, ledger: Ledger) -> str:
    unit = f" {provision_name(ending.unit, ledger.rules)}" if ending.unit else ""
    day = printed_day(ending.day)
    if ending.until is None:
        return list_words("suspended", ledger.rules, unit=unit, day=day)
    return list_words("suspended-until", ledger.rules, unit=unit, day=day, until=printed_day(ending.until - _DAY))


def standing_groups(lines: Iterable[tuple[Document, Standing]], heading: str, rules: Rules) -> tuple[FieldGroup, ...]:
    """The lines, which come in the order of lists, by field; `heading` has blanks for `number` and `field`.

    Lines are numbered from 1 in each group, as the form does.
    """
    groups = []
    for number, (field, members) in enumerate(groupby(lines, key=lambda line: line[0].field), start=1):
        rows = tuple(
            StandingRow(at, document, stands.start, stands.state, stands.note)
            for at, (document, stands) in enumerate(members, start=1)
        )
        said = heading.format(number=_roman(number), field=(field or list_words("field-other", rules)).upper())
        groups.append(FieldGroup(said, field, rows))
    return tuple(groups)


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        said += letters * times
    return said
