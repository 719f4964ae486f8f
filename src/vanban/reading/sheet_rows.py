"""Rows of a spreadsheet as people send them: CSV in the encodings and separators of Excel, XLSX; days as ISO."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Sequence

from openpyxl import load_workbook

SEPARATORS = (",", ";", "\t")
_HEADS_WITHIN = 12
_LOCAL_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0:00(?::00)?)?")
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]00:00(?::00)?)?")

# A row: the number of its last line in the file (the first is 1), and its cells.
SheetRow = tuple[int, list[str]]


def csv_rows(data: bytes, known_heads: Callable[[Sequence[str]], int]) -> list[SheetRow]:
    """The rows of a CSV file in UTF-8 or UTF-16.

    Excel in Vietnam writes semicolons, and names of documents hold commas: of the separators the one counts under which
    one of the first rows holds most heads that the caller knows. Raises UnicodeDecodeError and csv.Error.
    """
    words = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    tried = [_split(words, separator) for separator in SEPARATORS]
    return max(tried, key=lambda rows: max((known_heads(cells) for _, cells in rows[:_HEADS_WITHIN]), default=0))


def xlsx_rows(path: str) -> list[SheetRow]:
    """The rows of the first sheet of a workbook; a day cell as ISO, without the midnight that the format adds."""
    book = load_workbook(path, read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    return [(at, [_words(value) for value in row]) for at, row in enumerate(rows, start=1)]


def iso_day(cell: str) -> str:
    """A day as spreadsheets write it (30/9/2026, 2026-09-30 00:00), as ISO; other words as they are."""
    cell = cell.strip()
    if iso := _ISO_DAY.fullmatch(cell):
        return iso[1]
    if local := _LOCAL_DAY.fullmatch(cell):
        return f"{int(local[3]):04}-{int(local[2]):02}-{int(local[1]):02}"
    return cell


def _split(words: str, separator: str) -> list[SheetRow]:
    lines = csv.reader(io.StringIO(words, newline=""), delimiter=separator)
    return [(lines.line_num, cells) for cells in lines]


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)
