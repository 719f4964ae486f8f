"""A provision: one unit of a document's division, from phần down to tiết."""

from typing import Literal

import msgspec

Level = Literal[
    "part", "chapter", "section", "subsection", "article", "clause", "point", "subpoint",
    "paragraph", "sentence", "indent", "title", "heading", "appendix", "form", "table",
    "row", "column",
]  # fmt: skip


class Provision(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One unit. A document's provisions are a flat tuple in document order; `parent` is the eid one level up.

    The spans tile the text: the units without parent cover it from 0 to its length without gap or overlap, and the
    children of a unit stand inside it, in order. What stands before a unit's first child is its own number, heading
    and lead. `num` is normalised ("4a", "đ1", "VIIa"; parts in words become digits), `heading` the printed title.
    `quoted` marks another document's new wording; it hangs under the unit that quotes it.
    """

    eid: str
    level: Level
    num: str
    heading: str
    start: int
    end: int
    parent: str | None = None
    quoted: bool = False
