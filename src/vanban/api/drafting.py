"""A draft checked before signature, and the copy of its DOCX with a comment at each fault."""

import datetime as dt
from pathlib import Path

from vanban.api.archive import Archive
from vanban.api.parsing import parse
from vanban.exports.messages import Language
from vanban.exports.review_draft_docx import write_commented
from vanban.exports.writing import writing
from vanban.model.errors import UsageError
from vanban.review.drafting import Draft, check_draft
from vanban.rules import load


def review_draft(path: Path, archive: Archive | None, *, on: dt.date) -> Draft:
    """Check a draft as at a day; its citations are held against the archive, where one is given.

    Raises UsageError where there is no such file, SourceError where it cannot be read.
    """
    return check_draft(parse(path), path, archive.store if archive is not None else None, on, load())


def comment_draft(path: Path, draft: Draft, out: Path, language: Language = "vi") -> None:
    """Write a copy of the draft's DOCX with one comment for each fault. Raises UsageError for another kind of file,
    for the draft's own path, and where the copy cannot be written.
    """
    parsed = parse(path)
    if not parsed.text.source.media_type.endswith("wordprocessingml.document"):
        raise UsageError("not-a-docx", path=str(path))
    if out.resolve() == path.resolve():
        raise UsageError("would-overwrite", path=str(out))
    with writing(out):
        write_commented(path, out, parsed.text, draft, load(), language)
