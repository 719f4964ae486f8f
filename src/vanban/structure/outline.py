"""A unit being read, and how its number stands in its eid."""

import msgspec

from vanban.model import Level

# How a level stands in an eid (Akoma Ntoso naming convention, house abbreviations for levels that it lacks).
ABBREVIATIONS: dict[Level, str] = {
    "part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art", "clause": "cl",
    "point": "point", "subpoint": "subpoint", "indent": "indent", "appendix": "app", "form": "form", "paragraph": "p",
}  # fmt: skip


class Unit(msgspec.Struct, gc=False):
    """A unit being read.

    `after` is where its printed number ends, `end` -1 while it is open; `above` the unit above, None at the top.
    `family` is the kind of list that it belongs to (`lists`), "" for units with a word of their own; `rank` says how
    far out it stands; `stem` is its eid without the number. `quotations` counts the new wordings that it quotes.
    """

    eid: str
    level: Level
    num: str
    start: int
    after: int
    above: "Unit | None"
    quoted: bool
    rank: int
    family: str
    stem: str
    end: int = -1
    quotations: int = 0


def eid_number(num: str) -> str:
    """A number as it stands in an eid: đ becomes dd, so that d and đ never meet."""
    return num.replace("đ", "dd").replace("Đ", "DD") if not num.isascii() else num
