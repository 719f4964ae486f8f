"""A text: the NFC characters that every later fact points into, and the way back to the source."""

from bisect import bisect_right

import msgspec

from vanban.model.source import Source


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """From character `start` on, the text comes from `page` (1-based) or `paragraph` (0-based) of the source.

    `None` where the format has no such thing. `row` and `column` are set inside a table.
    """

    start: int
    page: int | None = None
    paragraph: int | None = None
    row: int | None = None
    column: int | None = None


class Repair(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What reading put right at character `at` of the content: `kind` is a row of the table `repairs`.

    `was` is what stood in the source ("" where something was inserted), `length` the characters that stand now.
    """

    at: int
    length: int
    kind: str
    was: str


class Table(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A table of the source: its span, and the span of each cell, row by row. Merged cells appear once."""

    start: int
    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...]


class Note(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A footnote: `mark` is where its sign stands in the content, `start:end` the note's own words (at the end)."""

    mark: int
    start: int
    end: int
    number: str


class Text(msgspec.Struct, frozen=True):
    """What a source says. `content` is NFC with "\\n" between paragraphs; every fact's span is `content[start:end]`.

    `places` is sorted by `start`; `complete` is False where the reader knows that a part is missing (a cut page, an
    extract); `unread` lists what could not be read (page numbers of a scan, for example).
    """

    content: str
    source: Source
    places: tuple[Place, ...] = ()
    repairs: tuple[Repair, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    complete: bool = True
    unread: tuple[str, ...] = ()

    def place(self, offset: int) -> Place | None:
        """Where in the source the character at `offset` stands; None before the first place."""
        index = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[index - 1] if index else None
