"""Tasks as a spreadsheet, written row by row so that its size does not matter."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from vanban.exports.messages import Language, label
from vanban.exports.tasks import limit_words
from vanban.review.following import FollowedTask, Following
from vanban.rules import Rules
from vanban.timeline.naming import provision_name

_WIDTHS = {
    "number": 6, "duty": 60, "lead": 28, "join": 28, "product": 22, "limit": 24, "due": 13, "state": 22, "done": 13,
    "proof": 18, "office": 20, "document": 22, "where": 20, "quote": 60, "id": 34,
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_Value = str | int | dt.date | None
_LONGEST = 32_767  # what one cell can hold


def write_tasks(found: Following, path: Path, rules: Rules, language: Language) -> None:
    """Write the tasks to an XLSX file: a heading that stays in sight, a filter, one row a task."""
    # Opened first: a book whose rows have begun cannot be given up.
    with path.open("wb") as stream:
        book = Workbook(write_only=True)
        sheet: Any = book.create_sheet(label("tasks", "title", rules, language)[:31])
        for index, width in enumerate(_WIDTHS.values()):
            sheet.column_dimensions[_letter(index)].width = width
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{_letter(len(_WIDTHS) - 1)}{len(found.tasks) + 1}"
        heads = [_cell(sheet, label("tasks", name, rules, language)) for name in _WIDTHS]
        for cell in heads:
            cell.font = Font(bold=True)
        sheet.append(heads)
        for number, task in enumerate(found.tasks, start=1):
            sheet.append([_cell(sheet, value) for value in _values(number, task, rules, language)])
        book.save(stream)


def _values(number: int, task: FollowedTask, rules: Rules, language: Language) -> tuple[_Value, ...]:
    record = task.record
    return (
        number, task.duty, "\n".join(task.lead), "\n".join(task.join), task.product,
        limit_words(task.deadline, rules, language), task.due, label("task-state", task.state, rules, language),
        record.done_on, record.proof.rpartition("/")[2], record.office, task.symbol or task.title,
        provision_name(task.eid, rules, language), task.quote, task.id,
    )  # fmt: skip


def _cell(sheet: Any, value: _Value) -> Any:
    """A cell that is never a formula: words that begin with "=" stay words."""
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, _CONTROL.sub(" ", value)[:_LONGEST])
        cell.data_type = "s"
    else:
        cell = WriteOnlyCell(sheet, dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else value)
        if isinstance(value, dt.date):
            cell.number_format = "dd/mm/yyyy"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _letter(index: int) -> str:
    return chr(ord("A") + index)
