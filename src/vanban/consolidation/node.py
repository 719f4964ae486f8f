"""A unit of a text that is being written: its own words and its sub-units, in the order of the text."""

import datetime as dt
from collections.abc import Iterator

from vanban.model import Level, Writer

# Units that number their own insides: a path must name them before what they hold.
ATTACHED = ("appendix", "form")


class Node:
    """A unit: its own words and its sub-units, in the order of the text (`pieces`). `eid` is "" where it is new."""

    __slots__ = ("above", "by", "eid", "heading", "level", "num", "pieces", "quoted", "since")

    def __init__(self, eid: str, level: Level, num: str, heading: str, quoted: bool = False) -> None:
        self.eid = eid
        self.level: Level = level
        self.num = num
        self.heading = heading
        self.quoted = quoted
        self.pieces: list[str | Node] = []
        self.since: dt.date | None = None
        self.by: Writer | None = None
        self.above: Node | None = None

    @property
    def children(self) -> list["Node"]:
        """The sub-units, in order."""
        return [piece for piece in self.pieces if isinstance(piece, Node)]

    @property
    def text(self) -> str:
        """The words of the unit and of all below it."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)

    def walk(self) -> Iterator["Node"]:
        """The unit and all below it, in the order of the text."""
        yield self
        for piece in self.pieces:
            if isinstance(piece, Node):
                yield from piece.walk()
