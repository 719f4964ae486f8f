"""Which act the clause at hand amends: what "Luật này" means in quoted words, and "khoản 2" in an amending line."""

from bisect import bisect_left
from itertools import takewhile
from operator import attrgetter

from vanban.model import Provision, Unit, Work
from vanban.references.inside import Inside
from vanban.references.items import Item
from vanban.references.mention import Mention
from vanban.references.pinpoint import RANK, Path
from vanban.references.runs import Run

_ARTICLE = RANK["article"]
_START = attrgetter("start")


class Amended:
    """The acts and units that the leads and headings above a clause name. Walks forward with the text (`pass_by`)."""

    def __init__(self, items: list[Item], work: Work, inside: Inside, body: int) -> None:
        self._inside = inside
        self._by_unit: dict[str, Mention] = {}
        self._units: dict[str, tuple[Unit, ...]] = {}
        self._of_title: Mention | None = None
        title = work.evidence.title
        end = title.end if title is not None else min(body, 1500)
        start = title.start if title is not None else 0
        first, after = bisect_left(items, start, key=_START), bisect_left(items, end, key=_START)
        named = [item.document for item in items[first:after] if item.document is not None and item.role == "amends"]
        if named and len({(mention.symbol, mention.title) for mention in named}) == 1:
            self._of_title = named[0]

    def pass_by(self, item: Item, within: Provision) -> None:
        """Take note of an amending item in a lead, on the way through the text; what a lead says first holds."""
        if within.quoted or not within.eid:
            return
        mention = item.attached or item.mention
        if mention is not None and mention.relative is None:
            self._by_unit.setdefault(within.eid, mention)
        if item.run is not None and within.eid not in self._units:
            units = self._shared(item.run, within)
            if units:
                self._units[within.eid] = units

    def _shared(self, run: Run, within: Provision) -> tuple[Unit, ...]:
        """The outermost units that all paths of a run share: "khoản 1 và điểm a khoản 2 Điều 16" -> Điều 16."""
        shared: tuple[Unit, ...] | None = None
        for group in run.groups:
            for path in group.paths:
                if path.relative is not None:
                    return ()
                units = self.completed(path, within)
                if shared is None or shared == units:
                    shared = units
                else:
                    shared = tuple(one for one, other in takewhile(_are_equal, zip(shared, units, strict=False)))
        return shared or ()

    def act(self, within: Provision) -> Mention | None:
        """The act that the clause at `within` amends; None where no words above it name one."""
        return self._by_unit.get(within.eid) or self.act_above(within) or self._of_title

    def act_above(self, within: Provision) -> Mention | None:
        """The act that a lead strictly above the unit names: "1. Bãi bỏ Thông tư số 9, trừ: a) Điều 7 …"."""
        if self._by_unit:
            for unit in self._inside.above(within.parent):
                act = self._by_unit.get(unit.eid)
                if act is not None:
                    return act
        return None

    def completed(self, path: Path, within: Provision) -> tuple[Unit, ...]:
        """The path, which hangs in no unit around it, with what the leads above it name.

        "b) Bãi bỏ điểm h" under "Sửa đổi … khoản 2 Điều 73".
        """
        units = path.units
        if not self._units or not units or RANK[units[0].level] >= _ARTICLE:
            return units
        for unit in self._inside.above(within.parent):
            above = self._units.get(unit.eid)
            if above:
                rank = RANK[units[0].level]
                kept = tuple(step for step in above if RANK[step.level] > rank)
                if kept:
                    units = (*kept, *units)
                if RANK[units[0].level] >= _ARTICLE:
                    break
        return units


def _are_equal(pair: tuple[Unit, Unit]) -> bool:
    return pair[0] == pair[1]
