"""What one effect is written with, and how the unit that it names is found: one, or a refusal."""

import datetime as dt
import re

import msgspec

from vanban.consolidation.draft import Draft
from vanban.consolidation.node import Node
from vanban.consolidation.wording import Acting
from vanban.model import Effect, Provision, Refused, Unit, Writer
from vanban.model.provision import Level

ALIKE: frozenset[Level] = frozenset({"clause", "point", "subpoint"})
NUMBER = re.compile(r"\s*(?:(?:Điều|Chương|Mục|Tiểu mục|Phần|PHẦN|CHƯƠNG|MỤC)\s+)?[\wĐđ.]+?(?:\s*[.):]|(?=\s|$))")


class RefusedError(Exception):
    """An effect that cannot be applied: the reason, and the units that it may mean."""

    def __init__(self, reason: Refused, candidates: tuple[Node, ...] = ()) -> None:
        super().__init__(reason)
        self.reason: Refused = reason
        self.candidates = candidates


class Writing(msgspec.Struct, frozen=True):
    """What one effect is written with."""

    draft: Draft
    effect: Effect
    acting: Acting
    since: dt.date | None

    @property
    def by(self) -> Writer:
        """The clause that writes."""
        return Writer(self.acting.work, self.effect.within)


def one(draft: Draft, path: tuple[Unit, ...]) -> Node:
    """The unit that a path names. Raises RefusedError where there is none, or where there are several."""
    found = draft.find(path)
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedError("target-ambiguous", tuple(found))
    raise RefusedError("target-absent")


def fits(unit: Provision, named: Unit) -> bool:
    """Whether a quoted unit is the one named; a letter quoted alone may be a point or a subpoint."""
    alike = unit.level == named.level or {unit.level, named.level} <= ALIKE
    return alike and unit.num.lower() == named.num.lower()


def ending(text: str) -> str:
    """The white space at the end."""
    return text[len(text.rstrip()) :]
