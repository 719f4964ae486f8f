"""A document's wording on a day, or one provision of it."""

import datetime as dt

import msgspec

from vanban.api.finding import base_of
from vanban.api.shown import eid_named
from vanban.archive import Store, WorkRow
from vanban.consolidation.archived import absent_acts, changes, expression
from vanban.consolidation.official import OfficialText, official_text
from vanban.model import ExpressedProvision, Expression
from vanban.rules import Rules
from vanban.structure.tree import Tree
from vanban.timeline.archived import ArchivedFacts


class Consolidated(msgspec.Struct, frozen=True):
    """The expression of a work on a day, and the unit asked for (`eid` None: the whole).

    `official`: every amendment promulgated by the day, as official consolidated texts have it; else what holds then.
    """

    work: WorkRow
    on: dt.date
    official: bool
    expression: Expression
    eid: str | None = None

    @property
    def unit(self) -> ExpressedProvision | None:
        """The unit asked for."""
        return next((unit for unit in self.expression.provisions if unit.eid == self.eid), None)

    @property
    def units(self) -> tuple[ExpressedProvision, ...]:
        """The unit asked for and all below it; every unit where the whole was asked for."""
        top = self.unit
        units = self.expression.provisions
        return units if top is None else tuple(u for u in units if top.start <= u.start and u.end <= top.end)

    @property
    def text(self) -> str:
        """The words asked for."""
        unit = self.unit
        return self.expression.text if unit is None else self.expression.text[unit.start : unit.end]


def consolidated(
    store: Store, work: WorkRow, day: dt.date, provision: str | None, rules: Rules, *, official: bool = False
) -> Consolidated:
    """The wording of a work on a day. Raises UsageError for a provision that the text of that day does not have."""
    base = base_of(store, work.id)
    made = expression(store, base, day, rules, official=official)
    eid = None if provision is None else _eid(made, provision, rules)
    return Consolidated(work, day, official, made, eid)


def official(store: Store, work: WorkRow, day: dt.date, rules: Rules) -> OfficialText:
    """The official consolidated text of a work: every amendment promulgated by `day`, with its notes."""
    base = base_of(store, work.id)
    found = changes(store, work.id, day, rules, official=True)
    facts = ArchivedFacts(store, rules)
    acts = {work.id, *(change.acting.work.id for change in found.dated)}
    starts = {each: act.start for each in acts if (act := facts.act(each)) is not None}
    return official_text(base, found.dated, starts, rules, absent_acts(store, base, found.dated))


def _eid(made: Expression, words: str, rules: Rules) -> str:
    tree = Tree(unit.provision for unit in made.provisions)
    if words in tree:
        return words
    return eid_named(tree, words, rules)
