"""A draft: a text on its way from a source to `Text`, and the one way in which it may be changed.

Every step of reading takes a draft and gives a draft. A step never writes new offsets by hand: it says which stretches
become what (`Edit`), and `apply` carries places, tables, notes and earlier repairs along.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from vanban.model import Finding, Note, Place, Repair, Table


class Edit(msgspec.Struct, frozen=True, array_like=True):
    """`content[start:end]` becomes `new`. `kind` is a row of the table `repairs`; "": a thing of the format, not told.

    `was` overrides the words kept with the repair (None: the stretch itself).
    """

    start: int
    end: int
    new: str
    kind: str = ""
    was: str | None = None


class Draft(msgspec.Struct, frozen=True):
    """What has been read so far. The fields are those of `Text`, with the findings gathered on the way."""

    content: str
    places: tuple[Place, ...] = ()
    repairs: tuple[Repair, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    complete: bool = True
    unread: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


class Shift:
    """Where each offset of the old content stands in the new one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._ends = [edit.end for edit in edits]
        self._shifts = list(accumulate((len(edit.new) - (edit.end - edit.start) for edit in edits), initial=0))

    def __call__(self, offset: int) -> int:
        """The new offset; an offset inside a replaced stretch stays inside (or at the end of) what replaced it."""
        index = bisect_right(self._ends, offset)
        if index < len(self._edits):
            edit = self._edits[index]
            if edit.start < offset:
                return edit.start + self._shifts[index] + min(offset - edit.start, len(edit.new))
        return offset + self._shifts[index]


def apply(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """The draft with `edits` made (sorted, not overlapping), every offset carried along, the repairs told."""
    if not edits:
        return draft
    pieces: list[str] = []
    told: list[Repair] = []
    done = 0
    length = 0
    content = draft.content
    for edit in edits:
        kept = content[done : edit.start]
        length += len(kept)
        if edit.kind:
            was = content[edit.start : edit.end] if edit.was is None else edit.was
            told.append(Repair(length, len(edit.new), edit.kind, was))
        pieces += (kept, edit.new)
        length += len(edit.new)
        done = edit.end
    pieces.append(content[done:])
    shift = Shift(edits)
    return msgspec.structs.replace(
        draft,
        content="".join(pieces),
        places=_places(draft.places, shift),
        repairs=merged(sorted([*(_repair(repair, shift) for repair in draft.repairs), *told], key=lambda r: r.at)),
        tables=tuple(_table(table, shift) for table in draft.tables),
        notes=tuple(Note(shift(n.mark), shift(n.start), shift(n.end), n.number) for n in draft.notes),
        findings=tuple(
            msgspec.structs.replace(f, start=shift(f.start), end=shift(f.end)) if f.end else f for f in draft.findings
        ),
    )


def _places(places: tuple[Place, ...], shift: Shift) -> tuple[Place, ...]:
    """The places moved; of several that fall on one character only the last still says anything."""
    moved: dict[int, Place] = {}
    for place in places:
        start = shift(place.start)
        moved[start] = Place(start, place.page, place.paragraph, place.row, place.column)
    return tuple(moved.values())


def _repair(repair: Repair, shift: Shift) -> Repair:
    start = shift(repair.at)
    return Repair(start, max(shift(repair.at + repair.length) - start, 0), repair.kind, repair.was)


def _table(table: Table, shift: Shift) -> Table:
    rows = tuple(tuple((shift(start), shift(end)) for start, end in row) for row in table.rows)
    return Table(shift(table.start), shift(table.end), rows)


def merged(repairs: Sequence[Repair]) -> tuple[Repair, ...]:
    """Repairs of one kind that touch become one, so that a run of odd spaces is told once."""
    found: list[Repair] = []
    for repair in repairs:
        last = found[-1] if found else None
        if last is not None and last.kind == repair.kind and last.at + last.length == repair.at:
            found[-1] = Repair(last.at, last.length + repair.length, last.kind, last.was + repair.was)
        else:
            found.append(repair)
    return tuple(found)
