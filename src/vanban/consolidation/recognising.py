"""What an official consolidated text says of itself in its notes: which clause of which act changed which unit, when.

Pháp lệnh 01/2012/UBTVQH13, Điều 13–17. Wordings: tables `note_phrases`, `note_parts`.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

import msgspec

from vanban.effects import dates
from vanban.model import Note, Parsed, Reference, Unit, Verb
from vanban.orthography import fold
from vanban.orthography.either import either
from vanban.rules import Rules
from vanban.structure import Tree


class Told(msgspec.Struct, frozen=True):
    """One change that a note tells: the unit that carries the mark, what was done, by which clause, from which day.

    `quote` is the sentence, `content[start:end]` of the text; `symbol` "" and `since` None where the note does not say.
    """

    number: str
    eid: str
    verb: Verb
    symbol: str
    clause: tuple[Unit, ...]
    since: dt.date | None
    start: int
    end: int


@cache
def _phrases(rules: Rules) -> tuple[tuple[re.Pattern[str], Verb], ...]:
    return tuple((re.compile(row.pattern), row.verb) for row in rules.note_phrases)


@cache
def _part(rules: Rules, part: str) -> re.Pattern[str]:
    """What opens a part of a note; see `rules.note_part`."""
    return either(row.pattern for row in rules.note_parts if row.part == part)


def told(parsed: Parsed, rules: Rules) -> tuple[Told, ...]:
    """Every change that the notes of a consolidated text tell, in the order of the notes."""
    tree = Tree(parsed.provisions)
    folded = fold(parsed.text.content)
    return tuple(
        change
        for note in parsed.text.notes
        for change in _changes(parsed, note, folded, tree.at(note.mark) or "", rules)
    )


def _changes(parsed: Parsed, note: Note, folded: str, eid: str, rules: Rules) -> Iterator[Told]:
    printed = _part(rules, "printed").search(folded, note.start, note.end)
    end = printed.start() if printed else note.end
    clauses = [match.start() for match in _part(rules, "clause").finditer(folded, note.start, end)]
    opening = note.start
    for place, by in enumerate(clauses):
        stop = clauses[place + 1] if place + 1 < len(clauses) else end
        verb = _verb(folded[opening:by], rules)
        cited = _cited(parsed, by, stop)
        if verb is None or cited is None:
            continue
        day = _day(folded, cited.end, stop, rules)
        target = cited.target
        yield Told(note.number, eid, verb, target.symbol, target.provision, day, opening, stop)
        opening = cited.end


def _verb(words: str, rules: Rules) -> Verb | None:
    words = re.sub(r"^\[+\d+\]+\s*", "", words)
    return next((verb for pattern, verb in _phrases(rules) if pattern.search(words)), None)


def _cited(parsed: Parsed, start: int, end: int) -> Reference | None:
    """The first reference with a provision and a number in the stretch."""
    return next(
        (
            reference
            for reference in parsed.references
            if start <= reference.start < end and reference.target.symbol and reference.target.provision
        ),
        None,
    )


def _day(folded: str, start: int, end: int, rules: Rules) -> dt.date | None:
    said = _part(rules, "start").search(folded, start, end)
    return next((day.date for day in dates.find(folded, said.end(), end)), None) if said else None
