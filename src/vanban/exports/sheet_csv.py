"""A sheet of judgements as CSV that a spreadsheet opens by itself and gives back in its own way.

Written as UTF-8 with a mark at the beginning (without it Excel reads Vietnamese as Latin). Read: UTF-8 or UTF-16,
comma, semicolon or tab, the columns in any order, their heads in either language, days as 2026-09-30 or 30/9/2026.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from vanban.exports.messages import Language, label
from vanban.model.errors import UsageError
from vanban.reading.sheet_rows import csv_rows, iso_day
from vanban.review.judgement_sheet import COLUMNS
from vanban.review.verdicts import VERDICTS
from vanban.rules import Rules

# What a spreadsheet would take for a formula (OWASP, CSV injection); an apostrophe before it makes it words again.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write_sheet(rows: Iterable[Mapping[str, str]], rules: Rules, language: Language) -> Iterator[bytes]:
    """The lines of the file, the heading first."""
    yield _line([label("sheet", name, rules, language) for name in COLUMNS]).encode("utf-8-sig")
    for row in rows:
        cells = {**row, "verdict": label("verdict-word", row["verdict"], rules, language) if row["verdict"] else ""}
        cells["what"] = label("review-part", cells["what"], rules, language)
        yield _line([_safe(cells[name]) for name in COLUMNS]).encode()


def read_sheet(data: bytes, rules: Rules) -> list[tuple[int, dict[str, str]]]:
    """The rows with their lines in the file. Raises UsageError where no column names the facts or the verdicts."""
    names = _names(rules)
    try:
        lines = csv_rows(data, lambda cells: sum(cell.strip().casefold() in names for cell in cells))
    except UnicodeDecodeError as error:
        raise UsageError("sheet-encoding") from error
    heads = [names.get(cell.strip().casefold(), "") for cell in lines[0][1]] if lines else []
    if not {"id", "verdict"} <= set(heads):
        raise UsageError("no-sheet", columns=", ".join(COLUMNS))
    verdicts = _verdicts(rules)
    found: list[tuple[int, dict[str, str]]] = []
    for number, line in lines[1:]:
        cells = {name: _plain(cell) for name, cell in zip(heads, line, strict=False) if name}
        if any(cells.values()):
            cells["verdict"] = verdicts.get(cells.get("verdict", "").strip().casefold(), cells.get("verdict", ""))
            cells["day"] = iso_day(cells.get("day", ""))
            found.append((number, cells))
    return found


def _line(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _names(rules: Rules) -> dict[str, str]:
    """What a head may say, in either language or as our own word, to the column that it heads."""
    found = {name: name for name in COLUMNS}
    for language in ("vi", "en"):
        found |= {label("sheet", name, rules, language).casefold(): name for name in COLUMNS}
    return found


def _verdicts(rules: Rules) -> dict[str, str]:
    found: dict[str, str] = {verdict: verdict for verdict in VERDICTS}
    for language in ("vi", "en"):
        found |= {label("verdict-word", verdict, rules, language).casefold(): verdict for verdict in VERDICTS}
    return found
