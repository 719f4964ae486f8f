"""A draft that somebody sends to be checked: read in a process of its own within limits, answered, and not kept."""

import datetime as dt
import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import msgspec

from vanban.api.archive import Archive
from vanban.api.drafting import comment_draft, review_draft
from vanban.api.parsing import parse
from vanban.exports.messages import Language
from vanban.model.errors import SourceError
from vanban.review.drafting import Draft

# As long as the reading of a file may take that is added.
_PATIENCE_SECONDS = 120.0
_DOCX = "wordprocessingml.document"


class DraftPage(msgspec.Struct, frozen=True):
    """A draft in its words with what was found in them; `commented` is the DOCX with the comments (b"": none)."""

    name: str
    text: str
    draft: Draft
    commented: bytes = b""


def draft_page(data: bytes, name: str, address: str, on: dt.date, language: Language) -> DraftPage:
    """Check the draft `data`, called `name`, against the archive at `address`, as at a day.

    Raises SourceError where it cannot be read, or its reading does not end: it is somebody else's file, and what it
    does to a reader it does to a process of its own.
    """
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    try:
        return pool.submit(_checked, data, name, address, on, language).result(_PATIENCE_SECONDS)
    except BrokenProcessPool as error:
        raise SourceError("reader-died", name=name) from error
    except TimeoutError as error:
        for process in list((pool._processes or {}).values()):
            process.kill()
        raise SourceError("reader-too-slow", name=name) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _checked(data: bytes, name: str, address: str, on: dt.date, language: Language) -> DraftPage:
    with tempfile.TemporaryDirectory(prefix="vanban-draft-") as folder, Archive(address, create=False) as archive:
        path, out = Path(folder) / f"draft{Path(name).suffix[:8]}", Path(folder) / "commented.docx"
        path.write_bytes(data)
        parsed = parse(path)
        draft = review_draft(path, archive, on=on)
        commented = b""
        if parsed.text.source.media_type.endswith(_DOCX) and draft.faults:
            comment_draft(path, draft, out, language)
            commented = out.read_bytes()
        return DraftPage(name, parsed.text.content, draft, commented)
