"""The state of one walk through a text: what is open, in which numbering, and how units are opened and closed."""

import re

from vanban.model import Level
from vanban.structure.outline import ABBREVIATIONS, Unit, eid_number

# How far out a unit stands: what has the same or a larger rank is closed before it opens. Lists: `lists.RANKS`.
HEADING_RANKS: dict[str, int] = {"part": 0, "chapter": 10, "section": 20, "subsection": 25, "article": 40}
PARAGRAPH_RANK = 95
BODY_RANK = 29  # the one paragraph of a document without units, around its dashes
APPENDIX_RANK = -1
_INDENT = ABBREVIATIONS["indent"] + "_"


class Scope:
    """A numbering of its own: the document's body, an appendix or form, or quoted words."""

    __slots__ = ("article", "base", "chances", "end", "kind", "outer", "points", "prefix", "trusted")

    def __init__(self, kind: str, prefix: str, base: int, outer: "Scope | None" = None) -> None:
        self.kind = kind  # "body", "appendix", "quoted"
        self.prefix = prefix  # before the eids of its articles and chapters
        self.base = base  # how many open units stand around it
        self.outer = outer  # quoted words: the scope that quotes them
        self.article = ""  # the last article
        self.end = -1  # quoted words: where the closing mark says that they end, -1 nowhere
        self.trusted = True  # quoted words: the closing mark is beyond doubt
        self.chances: frozenset[int] = frozenset()  # quoted words: other places where they may end
        self.points: frozenset[str] = frozenset()  # quoted words: the points that their instruction lists


class Walk:
    """One text being divided. `body_article` is the last article of the body, also while an appendix is read."""

    __slots__ = (
        "after_body", "attached_at", "body_article", "closings", "content", "folded", "instruction", "listed", "open",
        "restart", "scope", "suspects", "tail", "taken", "units",
    )  # fmt: skip

    def __init__(
        self, content: str, folded: str, closings: list[int], restart: bool, instruction: re.Pattern[str]
    ) -> None:
        self.content = content
        self.folded = folded
        self.closings = closings  # where lines begin that look like a signature
        self.restart = restart  # chapter numbers begin again in each part
        self.instruction = instruction  # how an amending instruction begins, over the folded text
        self.listed: frozenset[int] = frozenset()  # where appendices are only listed, not printed
        self.units: list[Unit] = []  # in document order
        self.open: list[Unit] = []  # those still open, outermost first
        self.taken: dict[str, int] = {}  # how often each eid was asked for
        self.suspects: list[tuple[Unit, str]] = []  # items out of sequence, each with the number before it
        self.scope = Scope("body", "", 0)
        self.body_article = ""
        self.after_body = False  # between the signature and the first appendix
        self.attached_at = -1  # the title of an attached document, seen after the signature
        self.tail = -1  # where quoted words ended whose unit may go on

    def open_unit(
        self, level: Level, num: str, start: int, after: int, eid: str, rank: int, family: str = "", stem: str = ""
    ) -> Unit:
        """Open a unit below the innermost open one. An eid that was given before gets "-2", "-3" …"""
        taken = self.taken
        if eid in taken:
            eid = self._another(eid)
        else:
            taken[eid] = 1
        stack = self.open
        above = stack[-1] if stack else None
        unit = Unit(eid, level, num, start, after, above, self.scope.kind == "quoted", rank, family, stem)
        self.units.append(unit)
        stack.append(unit)
        return unit

    def open_sibling(self, unit: Unit, number: str, start: int, after: int) -> None:
        """Close the open `unit` and all below it, and open the next item of its list in its place."""
        stack = self.open
        if self.tail >= 0:
            self.close_to(len(stack), start)
        while stack[-1] is not unit:
            stack.pop().end = start
        unit.end = start
        stem = unit.stem
        if unit.level == "indent":
            eid = stem + str(self.ordinal(stem.removesuffix(_INDENT)))
            number = ""
        else:
            eid = stem + (number if number.isascii() else eid_number(number))
        taken = self.taken
        if eid in taken:
            eid = self._another(eid)
        else:
            taken[eid] = 1
        new = Unit(eid, unit.level, number, start, after, unit.above, unit.quoted, unit.rank, unit.family, stem)
        self.units.append(new)
        stack[-1] = new

    def _another(self, eid: str) -> str:
        while True:
            self.taken[eid] += 1
            another = f"{eid}-{self.taken[eid]}"
            if another not in self.taken:
                self.taken[another] = 1
                return another

    def ordinal(self, prefix: str) -> int:
        """1, 2, 3 … for the dashes below one unit, which have no number of their own."""
        key = f"{prefix}—"
        count = self.taken.get(key, 0) + 1
        self.taken[key] = count
        return count

    def close_to(self, depth: int, at: int) -> None:
        """Close all units deeper than `depth` at `at`; plain words after quoted ones become a paragraph."""
        stack = self.open
        tail = self.tail
        if tail >= 0:
            self.tail = -1
            if self.content[tail:at].strip():
                self.open_unit("paragraph", "", tail, tail, f"{stack[-1].eid}__p_1", PARAGRAPH_RANK, "p")
            else:
                for unit in reversed(self.units):
                    if unit.end != tail:
                        break
                    unit.end = at
        while len(stack) > depth:
            stack.pop().end = at

    def colon_before(self, at: int) -> bool:
        """Whether the words before `at` end with a colon: what follows belongs to them."""
        last = self.content[at - 2 : at - 1]
        if last.isalnum() or last in ".;,":
            return False
        if last == ":" and self.content[at - 1] == "\n":  # the common case
            return True
        return self.content[max(0, at - 12) : at].rstrip()[-1:] == ":"
