"""Tables of tasks: a heading row that names who leads, and a duty in each row below it (plans, appendices)."""

from collections.abc import Iterator

from vanban.model import Table, Task, Text
from vanban.tasks import bodies, deadlines, phrases
from vanban.tasks.wording import Wording, trimmed

_HEADING_ROWS = 3
_NEAR = 1500


def tasks(words: Wording, text: Text) -> Iterator[Task]:
    """The tasks of every table of the text; `within` is left empty."""
    before: tuple[Table, dict[str, int]] | None = None
    for table in text.tables:
        heading = _heading(words, table)
        if heading is not None:
            yield from _rows(words, table, *heading)
            before = table, heading[1]
        elif before is not None and _continues(words, *before, table):
            yield from _rows(words, table, -1, before[1])
            before = table, before[1]
        else:
            before = None


def _continues(words: Wording, before: Table, columns: dict[str, int], table: Table) -> bool:
    """Whether a table without a heading is the rest of one that a page or an unreadable row has cut."""
    width = len(table.rows[0])
    number = words.content[slice(*table.rows[0][0])].strip(" .)*")
    return (
        table.start - before.end < _NEAR
        and number.isdigit()
        and max(columns.values()) < width
        and max(map(len, before.rows)) == max(map(len, table.rows))
    )


def _heading(words: Wording, table: Table) -> tuple[int, dict[str, int]] | None:
    """The row of the headings and the column of each kind; None where this is no table of tasks."""
    for index, row in enumerate(table.rows[:_HEADING_ROWS]):
        columns: dict[str, int] = {}
        for place, (start, end) in enumerate(row):
            start, end = trimmed(words.content, start, end)
            kind = next(
                (one.row.column for one in phrases.columns(words.rules)
                 if one.match(words.folded, words.content, start, end)), None,
            )  # fmt: skip
            if kind == "never":
                return None
            if kind:
                columns.setdefault(kind, place)
        if {"lead", "duty"} <= columns.keys() and ({"join", "time", "product"} & columns.keys()):
            return index, columns
    return None


def _rows(words: Wording, table: Table, heading: int, columns: dict[str, int]) -> Iterator[Task]:
    width = len(table.rows[heading]) if heading >= 0 else max(map(len, table.rows))
    for row in table.rows[heading + 1 :]:
        if len(row) != width:
            continue  # a merged row: the title of a group of tasks
        cells = {kind: trimmed(words.content, *row[place]) for kind, place in columns.items()}
        lead = bodies.listed(words, *cells["lead"])
        duty = _said(words, cells["duty"])
        if not lead or not duty:
            continue
        yield Task(
            duty=duty,
            lead=lead,
            join=bodies.listed(words, *cells["join"]) if "join" in cells else (),
            product=(_said(words, cells["product"]) or None) if "product" in cells else None,
            deadline=deadlines.whole(words, *cells["time"]) if "time" in cells else None,
            condition=None,
            within="",
            start=row[0][0],
            end=row[-1][1],
        )


def _said(words: Wording, cell: tuple[int, int]) -> str:
    return " ".join(words.content[cell[0] : cell[1]].split())
