"""The one verb of the room: bytes -> `Text`, by the kind of file that the bytes are."""

import hashlib
from collections.abc import Callable

import msgspec

from vanban.model import Finding, Source, Text
from vanban.model.errors import SourceError
from vanban.reading.bare_marks import bracketed
from vanban.reading.bracket_notes import bracket_notes
from vanban.reading.characters import odd_characters, repair_characters
from vanban.reading.draft import Draft
from vanban.reading.legibility import legibility
from vanban.reading.sniff import DOCX, MediaType, sniff
from vanban.rules import Rules

LIMIT = 200 * 1024 * 1024  # bytes; the largest real document seen has 20 MB
TEXT_LIMIT = 64 * 1024 * 1024  # text and pages take many times their size in memory; the largest seen has 2 MB
_REFUSED: dict[MediaType, str] = {
    "application/x-empty": "empty-file",
    "application/x-ole-storage": "legacy-office",
    "text/rtf": "legacy-office",
    "application/zip": "not-a-document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "not-a-document",
    "application/xml": "not-a-document",
    "application/octet-stream": "not-text",
    "image": "image",
}


def read(data: bytes, name: str, rules: Rules) -> tuple[Text, tuple[Finding, ...]]:
    """The text of one file's bytes, NFC and repaired, with what was repaired and what could not be read.

    `name` is the file's name or origin, only told and never trusted: the bytes decide. Raises SourceError (code of the
    table `findings`) where nothing can be read at all.
    """
    if len(data) > LIMIT:
        raise SourceError("too-large", name=name, limit=f"{LIMIT >> 20} MB")
    kind = sniff(data)
    if kind.startswith("text/") and len(data) > TEXT_LIMIT:
        raise SourceError("too-large", name=name, limit=f"{TEXT_LIMIT >> 20} MB")
    if kind in _REFUSED:
        raise SourceError(_REFUSED[kind], name=name)
    draft = _reader(kind)(data, name, rules)
    recognised = kind == "application/pdf"
    odd = odd_characters(draft.content)
    if recognised or odd or draft.content.isascii():
        fault = legibility(draft.content, odd, recognised=recognised)
        if fault is not None:
            draft = msgspec.structs.replace(draft, findings=(*draft.findings, fault))
        if fault is None or fault.code != "legacy-encoding":  # there every odd character is a letter
            draft = repair_characters(draft, rules, odd)
    draft = bracketed(draft, rules)
    if not draft.content.strip():
        raise SourceError("no-document", name=name)
    source = Source(sha256=hashlib.sha256(data).hexdigest(), media_type=kind, origin=name, size=len(data))
    text = Text(
        content=draft.content,
        source=source,
        places=draft.places,
        repairs=draft.repairs,
        tables=draft.tables,
        notes=draft.notes or bracket_notes(draft.content, rules),
        complete=draft.complete,
        unread=draft.unread,
    )
    return text, draft.findings


def _reader(kind: MediaType) -> Callable[[bytes, str, Rules], Draft]:
    """The reader of one kind of file; its module (and the library behind it) is loaded on first use."""
    if kind == "text/html":
        from vanban.reading.html import read_html

        return read_html
    if kind == "application/pdf":
        from vanban.reading.pdf import read_pdf

        return read_pdf
    if kind == DOCX:
        from vanban.reading.docx import read_docx

        return read_docx
    if kind == "text/markdown":
        from vanban.reading.markdown import read_markdown

        return read_markdown
    from vanban.reading.plain import read_plain

    return read_plain
