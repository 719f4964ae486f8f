"""The originals of a document: every text of it that was given, and the bytes of one."""

import msgspec

from vanban import archive as room
from vanban.archive import Store, StoredText, WorkRow
from vanban.archive.originals import load
from vanban.model.errors import UsageError


class Originals(msgspec.Struct, frozen=True):
    """The texts of a work, the base text first; of that one the page on which each unit begins (1-based), and the
    words as they were `read`, "\\n" between paragraphs.
    """

    work: WorkRow
    texts: tuple[StoredText, ...]
    pages: dict[str, int]
    read: str = ""


def originals(store: Store, work: WorkRow) -> Originals:
    """What was given for a work."""
    base = room.parsed(store, work.id)
    pages: dict[str, int] = {}
    for unit in base.provisions if base is not None else ():
        place = base.text.place(unit.start) if base is not None else None
        if place is not None and place.page is not None:
            pages[unit.eid] = place.page
    return Originals(work, room.texts(store, work.id), pages, base.text.content if base is not None else "")


def original(store: Store, sha256: str) -> tuple[bytes, str]:
    """The bytes of an original and their media type. Raises UsageError where it is not here."""
    found = room.source_type(store, sha256)
    if found is None:
        raise UsageError("original-missing", path=sha256)
    return load(store.files, sha256), found
