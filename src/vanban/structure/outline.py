"""The growing tree: units opened and closed in the order of the text, with their eids."""

from vanban.model import Level

# How a level stands in an eid (Akoma Ntoso naming convention, house abbreviations for levels that it lacks).
ABBREVIATIONS: dict[Level, str] = {
    "part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art", "clause": "cl",
    "point": "point", "subpoint": "subpoint", "indent": "indent", "appendix": "app", "form": "form", "paragraph": "p",
}  # fmt: skip


class Unit:
    """A unit being read. `after` is where its printed number ends; `above` the unit above, None at the top."""

    __slots__ = (
        "above",
        "after",
        "eid",
        "end",
        "family",
        "level",
        "num",
        "ordinals",
        "printed",
        "quoted",
        "rank",
        "start",
    )

    def __init__(
        self, eid: str, level: Level, num: str, start: int, after: int, above: "Unit | None", quoted: bool
    ) -> None:
        self.eid = eid
        self.level = level
        self.num = num
        self.start = start
        self.after = after
        self.end = -1
        self.above = above
        self.quoted = quoted
        self.rank = 0
        self.family = ""
        self.ordinals = 0


class Outline:
    """The units so far, in document order, and the stack of those still open, outermost first."""

    __slots__ = ("open", "taken", "units")

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.open: list[Unit] = []
        self.taken: dict[str, int] = {}

    def name(self, eid: str) -> str:
        """The eid, with "-2", "-3" … where it was given before."""
        count = self.taken.get(eid, 0) + 1
        self.taken[eid] = count
        if count == 1:
            return eid
        return self.name(f"{eid}-{count}") if f"{eid}-{count}" in self.taken else self._fresh(f"{eid}-{count}")

    def _fresh(self, eid: str) -> str:
        self.taken[eid] = 1
        return eid

    def ordinal(self, prefix: str) -> int:
        """1, 2, 3 … for the dashes below one unit, which have no number of their own."""
        key = f"{prefix}—"
        count = self.taken.get(key, 0) + 1
        self.taken[key] = count
        return count

    def add(self, eid: str, level: Level, num: str, start: int, after: int, quoted: bool) -> Unit:
        """Open a unit below the innermost open one."""
        unit = Unit(self.name(eid), level, num, start, after, self.open[-1] if self.open else None, quoted)
        self.units.append(unit)
        self.open.append(unit)
        return unit

    def close_to(self, depth: int, at: int) -> None:
        """Close every open unit deeper than `depth`; they end at `at`."""
        stack = self.open
        while len(stack) > depth:
            stack.pop().end = at


def eid_number(num: str) -> str:
    """A number as it stands in an eid: đ becomes dd, so that d and đ never meet."""
    return num.replace("đ", "dd").replace("Đ", "DD") if not num.isascii() else num
