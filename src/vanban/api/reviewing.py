"""Review: the statutory lists, the impact of a new document, officers' own tables."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import msgspec

from vanban import archive as room
from vanban.api.archive import Archive
from vanban.api.parsing import parse
from vanban.exports.review_docx import write_collection, write_docx
from vanban.exports.review_lines import document_name
from vanban.exports.review_sheets import link_of, sheets
from vanban.exports.review_xlsx import write_xlsx
from vanban.exports.writing import writing
from vanban.model.errors import UsageError
from vanban.review.collection import collection
from vanban.review.impact import ImpactAnswer, impact
from vanban.review.keeping_decisions import judgements_of
from vanban.review.listed import ReviewLists
from vanban.review.lists import lists
from vanban.review.newcomer import newcomer, newcomer_here
from vanban.review.officer_table import read_table
from vanban.review.responsible import Scope
from vanban.review.tying import Tied, tie
from vanban.review.window import period_window, year_window


def review_lists(
    archive: Archive,
    *,
    today: dt.date,
    year: int | None = None,
    period: str | None = None,
    scope: Scope | None = None,
    published: Iterable[Path] = (),
) -> ReviewLists:
    """The lists of a year (Điều 43) or of a period ("2024-2028", Điều 51) for the documents of a scope.

    `published` are earlier lists (`--json`): what stands there is not "missed". Raises UsageError unless exactly one of
    `year` and `period` is given.
    """
    if year is not None and period is None:
        window = year_window(year, today)
    elif period is not None and year is None:
        window = period_window(period, today)
    else:
        raise UsageError("year-or-period")
    return lists(archive.store, window, scope or Scope(), archive.rules, [_read(path) for path in published])


def write_lists(archive: Archive, lists: ReviewLists, folder: Path) -> tuple[Path, ...]:
    """Write the forms of the lists into a folder, each as DOCX and as XLSX; returns the files, sorted.

    `mau-01.docx` … `mau-05.docx`, the same as `.xlsx`; where the texts of Mẫu 05 are many, they stand in volumes beside
    it (`mau-05-tap-01.docx` …).
    """
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(sorted(_written(archive, lists, folder)))


def _written(archive: Archive, lists: ReviewLists, folder: Path) -> list[Path]:
    made: list[Path] = []
    for sheet in sheets(lists, archive.rules):
        spreadsheet = folder / f"{sheet.id}.xlsx"
        if sheet.cover:
            texts = (
                (link_of(document), f"{document_name(document)}: {document.title}", content)
                for document, content in collection(archive.store, lists)
            )
            written, places = write_collection(sheet, texts, folder)
            made += written
            write_xlsx(sheet, spreadsheet, places)
        else:
            write_docx(sheet, folder / f"{sheet.id}.docx")
            made.append(folder / f"{sheet.id}.docx")
            write_xlsx(sheet, spreadsheet)
        made.append(spreadsheet)
    return made


def review_impact(archive: Archive, words: str) -> ImpactAnswer:
    """Which documents a new document calls upon people to review (Điều 39). `words` name a document of the archive, or
    a file, which is read and not added.
    """
    path = Path(words)
    if path.is_file():
        return impact(newcomer(parse(path), archive.store, archive.rules), archive.store, archive.rules)
    new = newcomer_here(archive.find(words).id, archive.store, archive.rules)
    if new is None:
        raise UsageError("no-such-work", words=words)
    return impact(new, archive.store, archive.rules)


def review_import(archive: Archive, path: Path, *, by: str | None = None, at: dt.datetime) -> Tied:
    """Read an officer's table and tie its rows to the archive. With `by` (a post or office) the forms of handling of
    tied rows are kept as judgements of the moment `at`.
    """
    if not path.is_file():
        raise UsageError("no-such-file", path=str(path))
    tied = tie(read_table(path, archive.rules), archive.store, archive.rules)
    if by is None:
        return tied
    kept = room.judge(archive.store, judgements_of(tied, by, at), archive.rules)
    return msgspec.structs.replace(tied, kept=kept)


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise UsageError("no-such-file", path=str(path))
    return path.read_bytes()
