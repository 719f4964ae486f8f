"""A unit being read, and how its number stands in its eid."""

from vanban.model import Level

# How a level stands in an eid (Akoma Ntoso naming convention, house abbreviations for levels that it lacks).
ABBREVIATIONS: dict[Level, str] = {
    "part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art", "clause": "cl",
    "point": "point", "subpoint": "subpoint", "indent": "indent", "appendix": "app", "form": "form", "paragraph": "p",
}  # fmt: skip


class Unit:
    """A unit being read.

    `after` is where its printed number ends, `end` -1 while it is open; `above` the unit above, None at the top.
    `family` is the kind of list that it belongs to (`lists`), "" for units with a word of their own; `rank` says how
    far out it stands; `stem` is its eid without the number. `quotations` counts the new wordings that it quotes.
    """

    __slots__ = (
        "above", "after", "eid", "end", "family", "level", "num", "quotations", "quoted", "rank", "start", "stem",
    )  # fmt: skip

    def __init__(
        self,
        eid: str,
        level: Level,
        num: str,
        start: int,
        after: int,
        above: "Unit | None",
        quoted: bool,
        rank: int,
        family: str,
        stem: str,
    ) -> None:
        self.eid = eid
        self.level = level
        self.num = num
        self.start = start
        self.after = after
        self.end = -1
        self.above = above
        self.quoted = quoted
        self.rank = rank
        self.family = family
        self.stem = stem
        self.quotations = 0


def eid_number(num: str) -> str:
    """A number as it stands in an eid: đ becomes dd, so that d and đ never meet."""
    return num.replace("đ", "dd").replace("Đ", "DD") if not num.isascii() else num
