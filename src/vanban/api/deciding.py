"""Decisions about facts named by their short ids: one by one, or many in a sheet."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from vanban.api.archive import Archive
from vanban.api.judging import Verdict, judge_named
from vanban.model import Judgement
from vanban.model.errors import UsageError
from vanban.review.document_sheet import document_rows
from vanban.review.judgement_sheet import Kind, SheetTaken, sheet_rows, take_rows


def decide(archive: Archive, told: Verdict, at: dt.datetime) -> Judgement:
    """Append one decision. Raises UsageError where the fact is not here, or the verdict lacks what must prove it."""
    return judge_named(archive.store, told, at, archive.rules)


def sheet(archive: Archive, kind: str = "task", document: str | None = None) -> Iterator[dict[str, str]]:
    """A row for each fact of a kind, of the whole archive or of one document, with the last decision about it."""
    work = archive.find(document).id if document else None
    if kind == "review":
        return document_rows(archive.store, archive.rules, work)
    for known in get_args(Kind):
        if kind == known:
            return sheet_rows(archive.store, known, work)
    raise UsageError("no-such-kind", words=kind, names=", ".join((*get_args(Kind), "review")))


def take_sheet(archive: Archive, rows: Iterable[tuple[int, Mapping[str, str]]], by: str, at: dt.datetime) -> SheetTaken:
    """Append what the rows of a sheet decide; the rows that cannot be taken are in the answer, whole."""
    return take_rows(archive.store, rows, by, at, archive.rules)
