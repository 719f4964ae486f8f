"""The originals of a document: every text of it that was given, and the bytes of one."""

from collections.abc import Iterator

import msgspec

from vanban import archive as room
from vanban.archive import Store, StoredText, WorkRow
from vanban.archive.originals import load
from vanban.model import Text
from vanban.model.errors import UsageError


class Leaf(msgspec.Struct, frozen=True):
    """From character `start` of what was read on, the words stand on `page` (1-based) of the file."""

    start: int
    page: int


class Originals(msgspec.Struct, frozen=True):
    """The texts of a work, the base text first; of that one the page on which each unit begins (1-based), and the
    words as they were `read`, "\\n" between paragraphs.

    `leaves` are the pages of those words in their order, `units` where each provision begins in them.
    """

    work: WorkRow
    texts: tuple[StoredText, ...]
    pages: dict[str, int]
    read: str = ""
    leaves: tuple[Leaf, ...] = ()
    units: dict[str, int] = {}


def originals(store: Store, work: WorkRow) -> Originals:
    """What was given for a work."""
    texts, base = room.texts(store, work.id), room.parsed(store, work.id)
    if base is None:
        return Originals(work, texts, {})
    places = ((unit.eid, base.text.place(unit.start)) for unit in base.provisions)
    pages = {eid: place.page for eid, place in places if place is not None and place.page is not None}
    units = {unit.eid: unit.start for unit in base.provisions}
    return Originals(work, texts, pages, base.text.content, tuple(_leaves(base.text)), units)


def _leaves(text: Text) -> Iterator[Leaf]:
    last = None
    for place in text.places:
        if place.page is not None and place.page != last:
            last = place.page
            yield Leaf(place.start, last)


def original(store: Store, sha256: str) -> tuple[bytes, str]:
    """The bytes of an original and their media type. Raises UsageError where it is not here."""
    found = room.source_type(store, sha256)
    if found is None:
        raise UsageError("original-missing", path=sha256)
    return load(store.files, sha256), found
