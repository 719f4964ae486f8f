"""An officer's own table of documents to review: rows of a CSV or XLSX file, whatever columns it has beside names."""

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from vanban.model.errors import UsageError
from vanban.orthography import fold
from vanban.reading.sheet_rows import csv_rows, iso_day, xlsx_rows
from vanban.rules import Rules

_HEADS_WITHIN = 12


class OfficerRow(msgspec.Struct, frozen=True):
    """One row: its line in the file, the name as written, and what the columns known by their heads say.

    `handling` are rows of the table `review_handlings`; "" and () where the table has no such column.
    """

    line: int
    name: str
    drafting: str = ""
    handling: tuple[str, ...] = ()
    deadline: str = ""
    result: str = ""
    note: str = ""


def read_table(path: Path, rules: Rules) -> tuple[OfficerRow, ...]:
    """The rows that name something. Raises UsageError for a file that is no table or has no column of names."""
    lines = _lines(path, rules)
    for at, cells in enumerate(lines[:_HEADS_WITHIN]):
        columns = _columns(cells, rules)
        if "name" in columns:
            marks = _marks(cells, lines[at + 1] if at + 1 < len(lines) else [], columns, rules)
            return tuple(_rows(lines, at + 1, columns, marks))
    raise UsageError("no-name-column", path=str(path))


def _lines(path: Path, rules: Rules) -> list[list[str]]:
    if path.suffix.lower() == ".xlsx":
        return [cells for _, cells in xlsx_rows(str(path))]
    try:
        rows = csv_rows(path.read_bytes(), lambda cells: len(_columns(cells, rules)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError("not-a-table", path=str(path), fault=str(error)) from error
    return [cells for _, cells in rows]


@cache
def _heads(rules: Rules) -> tuple[tuple[str, str], ...]:
    return tuple((fold(head), row.id) for row in rules.review_columns for head in row.heads)


def _columns(cells: Sequence[str], rules: Rules) -> dict[str, int]:
    """Which column says what; of two with one meaning the first."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        head = fold(" ".join(cell.split()))
        name = next((name for words, name in _heads(rules) if head.startswith(words)), None)
        if name is not None:
            found.setdefault(name, at)
    return found


def _marks(heads: Sequence[str], below: Sequence[str], columns: dict[str, int], rules: Rules) -> dict[int, str]:
    """The columns of forms of handling: their heads stand in the line below, under one head that spans them."""
    printed = {fold(words): row.id for row in rules.review_handlings for words in row.printed}
    first = columns.get("handling")
    if first is None:
        return {}
    found = {}
    for at in range(first, len(below)):
        if at > first and at < len(heads) and heads[at].strip():
            break
        name = printed.get(fold(" ".join(below[at].split())))
        if name is not None:
            found[at] = name
    return found


def _rows(lines: list[list[str]], first: int, columns: dict[str, int], marks: dict[int, str]) -> Iterator[OfficerRow]:
    for at, cells in enumerate(lines[first:], start=first + 1):

        def said(name: str, cells: list[str] = cells) -> str:
            place = columns.get(name)
            return " ".join(cells[place].split()) if place is not None and place < len(cells) else ""

        if said("name"):
            handling = tuple(name for place, name in marks.items() if place < len(cells) and cells[place].strip())
            yield OfficerRow(
                at, said("name"), said("drafting"), handling, iso_day(said("deadline")), said("result"), said("note")
            )
