"""Which act the clause at hand amends: what "Luật này" means in quoted words, and "khoản 2" in an amending line."""

from vanban.model import Unit, Work
from vanban.references.inside import Inside
from vanban.references.items import Item
from vanban.references.mention import Mention
from vanban.references.pinpoint import RANK, Path


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
        named = [
            item.document
            for item in items
            if item.document is not None and item.role == "amends" and start <= item.start < end
        ]
        if named and len({(mention.symbol, mention.title) for mention in named}) == 1:
            self._of_title = named[0]

    def pass_by(self, item: Item, within: str) -> None:
        """Take note of an amending item in a lead, on the way through the text."""
        if self._inside.quoted(within):
            return
        mention = item.document
        if mention is not None and mention.relative is None:
            self._by_unit.setdefault(within, mention)
        if item.run is not None:
            paths = [path for group in item.run.groups for path in group.paths]
            if all(path.relative is None for path in paths):
                common = _common([self.completed(path, within) for path in paths])
                if common:
                    self._units.setdefault(within, common)

    def act(self, within: str) -> Mention | None:
        """The act that the clause at `within` amends; None where no words above it name one."""
        for unit in self._inside.above(within) if self._by_unit else ():
            if not unit.quoted and unit.eid in self._by_unit:
                return self._by_unit[unit.eid]
        return self._of_title

    def act_above(self, within: str) -> Mention | None:
        """The act that a lead strictly above the unit names: "1. Bãi bỏ Thông tư số 9, trừ: a) Điều 7 …"."""
        if not self._by_unit:
            return None
        for unit in self._inside.above(within)[1:]:
            if unit.eid in self._by_unit and not unit.quoted:
                return self._by_unit[unit.eid]
        return None

    def completed(self, path: Path, within: str) -> tuple[Unit, ...]:
        """The path with what the leads above it name: "b) Bãi bỏ điểm h" under "Sửa đổi … khoản 2 Điều 73"."""
        if not path.units or path.rank >= RANK["article"]:
            return path.units
        units = path.units
        for unit in self._inside.above(within)[1:]:
            above = self._units.get(unit.eid)
            if above:
                kept = tuple(step for step in above if RANK[step.level] > RANK[units[0].level])
                if kept:
                    units = (*kept, *units)
                if units[0].level == "article" or RANK[units[0].level] > RANK["article"]:
                    break
        return units


def _common(paths: list[tuple[Unit, ...]]) -> tuple[Unit, ...]:
    """The outermost units that all paths share: "khoản 1 và điểm a khoản 2 Điều 16" -> Điều 16."""
    shared: list[Unit] = []
    for steps in zip(*paths, strict=False):
        if any(step != steps[0] for step in steps):
            break
        shared.append(steps[0])
    return tuple(shared)
