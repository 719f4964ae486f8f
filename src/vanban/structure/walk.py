"""The state of one walk through a text: what is open, in which numbering, and how units are opened and closed."""

import re

from vanban.model import Level
from vanban.structure.outline import Outline, Unit

# How far out a unit stands: what has the same or a larger rank is closed before it opens. Lists: `lists.RANKS`.
HEADING_RANKS: dict[str, int] = {"part": 0, "chapter": 10, "section": 20, "subsection": 25, "article": 40}
PARAGRAPH_RANK = 95
BODY_RANK = 29  # the one paragraph of a document without units, around its dashes
APPENDIX_RANK = -1


class Scope:
    """A numbering of its own: the document's body, an appendix or form, or quoted words."""

    __slots__ = ("article", "base", "chances", "end", "kind", "outer", "prefix", "trusted")

    def __init__(self, kind: str, prefix: str, base: int, outer: "Scope | None" = None) -> None:
        self.kind = kind  # "body", "appendix", "quoted"
        self.prefix = prefix  # before the eids of its articles and chapters
        self.base = base  # how many open units stand around it
        self.outer = outer  # quoted words: the scope that quotes them
        self.article = ""  # the last article
        self.end = -1  # quoted words: where the closing mark says that they end, -1 nowhere
        self.trusted = True  # quoted words: the closing mark is beyond doubt
        self.chances: frozenset[int] = frozenset()  # quoted words: other places where they may end


class Walk:
    """One text being divided. `body_article` is the last article of the body, also while an appendix is read."""

    __slots__ = (
        "after_body", "attached_at", "body_article", "closings", "content", "folded", "instruction", "outline",
        "restart", "scope", "tail",
    )  # fmt: skip

    def __init__(
        self, content: str, folded: str, closings: list[int], restart: bool, instruction: re.Pattern[str]
    ) -> None:
        self.content = content
        self.folded = folded
        self.closings = closings  # where lines begin that look like a signature
        self.restart = restart  # chapter numbers begin again in each part
        self.instruction = instruction  # how an amending instruction begins, over the folded text
        self.outline = Outline()
        self.scope = Scope("body", "", 0)
        self.body_article = ""
        self.after_body = False  # between the signature and the first appendix
        self.attached_at = -1  # the title of an attached document, seen after the signature
        self.tail = -1  # where quoted words ended whose unit may go on

    def open_unit(self, level: Level, num: str, start: int, after: int, eid: str, rank: int, family: str = "") -> Unit:
        """Open a unit below the innermost open one."""
        unit = self.outline.add(eid, level, num, start, after, self.scope.kind == "quoted")
        unit.rank = rank
        unit.family = family
        return unit

    def close_to(self, depth: int, at: int) -> None:
        """Close all units deeper than `depth` at `at`; plain words after quoted ones become a paragraph."""
        tail = self.tail
        if tail >= 0:
            self.tail = -1
            outline = self.outline
            if self.content[tail:at].strip():
                self.open_unit("paragraph", "", tail, tail, f"{outline.open[-1].eid}__p_1", PARAGRAPH_RANK, "p")
            else:
                for unit in reversed(outline.units):
                    if unit.end != tail:
                        break
                    unit.end = at
        self.outline.close_to(depth, at)

    def colon_before(self, at: int) -> bool:
        """Whether the words before `at` end with a colon: what follows belongs to them."""
        return self.content[max(0, at - 12) : at].rstrip()[-1:] == ":"
