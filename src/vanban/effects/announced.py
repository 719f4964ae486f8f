"""Lists of documents that have ended, in the annexes of the acts that announce or repeal them: a row, or a line, each.

The forms are those of the yearly review (Nghị định 79/2025/NĐ-CP, Điều 43, Mẫu số 01 và 02) and the older ones; what a
list says is read from its heading, from the headings of its groups and from the heads of its columns.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import msgspec

from vanban.effects import dates, places
from vanban.effects.phrases import first_wording
from vanban.effects.wording import Clause, Wording
from vanban.model import Effect, Reference, Target, Text, Unit, Verb
from vanban.model.text import Table
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.lapse_lists import LapseList

_IN_PART = re.compile(r"\bmot phan\b")
_LINE_HEAD = re.compile(r"\s*(?:\d+[.)/]?|[-+*])?\s*")
_HEADING = 500  # the furthest that the heading of a list stands before it


class _Group(msgspec.Struct, frozen=True):
    """What holds for the rows below a heading."""

    row: LapseList
    in_part: str  # the heading's words for it, "" where whole documents are listed


@cache
def _patterns(rules: Rules, table: str) -> tuple[tuple[msgspec.Struct, re.Pattern[str]], ...]:
    return tuple((row, re.compile(row.pattern)) for row in getattr(rules, table))


def find(text: Text, wording: Wording, references: tuple[Reference, ...], rules: Rules) -> tuple[Effect, ...]:
    """The effects of every list in an annex whose heading is a row of `lapse_lists`, in the order of the text."""
    headed = [
        (clause, group)
        for clause in wording.clauses
        if clause.level == "appendix" and (group := _heading(wording, clause, rules)) is not None
    ]
    if not headed or first_wording(rules, "list-acts", wording.folded, 0, headed[0][0].start) is None:
        return ()
    named = tuple(sorted((r for r in references if r.target.symbol), key=lambda r: (r.start, r.end)))
    found: list[Effect] = []
    for clause, group in headed:
        finish = wording.finish(clause)
        tables = [table for table in text.tables if clause.start <= table.start < finish]
        for table in tables:
            found.extend(_of_table(text.content, clause, group, table, named, rules))
        if not tables:
            found.extend(_of_lines(wording, clause, finish, group, named))
    return tuple(found)


def _heading(wording: Wording, clause: Clause, rules: Rules) -> _Group | None:
    return _group(wording.content[clause.start : min(clause.end, clause.start + _HEADING)], rules)


def _group(heading: str, rules: Rules) -> _Group | None:
    folded = fold(heading)
    for row, shape in _patterns(rules, "lapse_lists"):
        if isinstance(row, LapseList) and (match := shape.search(folded)) is not None:
            line_end = folded.find("\n", match.end())
            part = _IN_PART.search(folded, match.start(), line_end if line_end >= 0 else len(folded))
            return _Group(row, heading[part.start() : part.end()] if part else "")
    return None


def _of_table(
    content: str, clause: Clause, group: _Group, table: Table, named: tuple[Reference, ...], rules: Rules
) -> Iterator[Effect]:
    """One effect for each document of a row, or for each provision that the row names of it."""
    columns: dict[str, int] = {}
    for row in table.rows:
        cells = [fold(content[start:end]).strip() for start, end in row]
        if len(row) == 1:
            group = _group(content[slice(*row[0])], rules) or group
            continue
        heads = _columns(cells, rules)
        if "document" in heads:
            columns = heads
            continue
        if "document" not in columns or len(row) <= columns["document"]:
            continue
        start, end = row[columns["document"]]
        document = next((r for r in _between(named, row[0][0], end) if r.end > start), None)
        if document is None:
            continue
        day_at, part_at = columns.get("day"), columns.get("part")
        day = _day(content, row[day_at]) if day_at is not None and day_at < len(row) else None
        part = row[part_at] if part_at is not None and part_at < len(row) else None
        yield from _effects(content, clause, group, document.target, (row[0][0], row[-1][1]), day, part)


def _columns(cells: list[str], rules: Rules) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        for row, shape in _patterns(rules, "lapse_columns"):
            if shape.search(" ".join(cell.split())):
                found.setdefault(row.role, place)  # type: ignore[attr-defined]
    return found


def _between(named: tuple[Reference, ...], start: int, end: int) -> tuple[Reference, ...]:
    first = bisect_left(named, start, key=lambda reference: reference.start)
    last = bisect_left(named, end, key=lambda reference: reference.start)
    return named[first:last]


def _day(content: str, cell: tuple[int, int]) -> dt.date | None:
    folded = fold(content[cell[0] : cell[1]])
    day = next(dates.find(folded, 0, len(folded)), None)
    return day.date if day is not None else None


def _effects(
    content: str,
    clause: Clause,
    group: _Group,
    target: Target,
    span: tuple[int, int],
    day: dt.date | None,
    part: tuple[int, int] | None,
) -> Iterator[Effect]:
    whole = msgspec.structs.replace(target, provision=(), eid=None, relative=None)
    words = " ".join(content[part[0] : part[1]].split()) if part is not None else ""

    def made(verb: Verb, path: tuple[Unit, ...], condition: str | None) -> Effect:
        # An announcement tells an end that came before it: without a day it gives none.
        sure = condition is None and (day is not None or verb != "announce-lapse")
        return Effect(
            verb,
            clause.eid,
            *span,
            msgspec.structs.replace(whole, provision=path),
            start_on=day,
            condition=condition,
            grade="explicit" if sure else "candidate",
            rules=(group.row.id,),
        )

    if not group.in_part and not words:
        yield made(group.row.work, (), None)
        return
    chains = places.chains_at(words, fold(words), 0, len(words))
    if chains and not words[chains[-1].end :].strip(" .;"):
        for chain in chains:
            for path in chain.paths():
                yield made(group.row.unit, path, None)
    else:
        yield made(group.row.work, (), words or group.in_part)


def _of_lines(
    wording: Wording, clause: Clause, finish: int, group: _Group, named: tuple[Reference, ...]
) -> Iterator[Effect]:
    """A list without a table: each line that begins with a document."""
    for reference in _between(named, clause.start, finish):
        line = wording.content.rfind("\n", 0, reference.start) + 1
        head = _LINE_HEAD.match(wording.content, line)
        if head is None or head.end() != reference.start or reference.target.relative is not None:
            continue
        end = wording.content.find("\n", reference.end)
        span = (reference.start, end if 0 <= end < finish else finish)
        yield from _effects(wording.content, clause, group, reference.target, span, None, None)
