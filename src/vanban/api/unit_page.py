"""One provision on a day: its words, their history, what stands around it, what it cites and who cites it."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from vanban.api.finding import base_of
from vanban.api.opened import Link, links_of
from vanban.archive import Store, WorkRow
from vanban.archive.both_ways import pointing_at_unit
from vanban.consolidation.archived import expression
from vanban.consolidation.difference import Stretch, marked
from vanban.exports.relations import EffectLine, ReferenceLine, reference_line
from vanban.model import ExpressedProvision, Expression, Parsed, Writer
from vanban.model.errors import UsageError
from vanban.rules import Rules
from vanban.timeline import Status
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.changes import every_change
from vanban.timeline.ledger import Ledger
from vanban.timeline.naming import path_of
from vanban.timeline.status import status_in

_LISTED = 200


class Wording(msgspec.Struct, frozen=True):
    """The words of the unit from the day `start_on` (None: as enacted), and the clauses `by` which they are so.

    `stretches` are the words with what came and went against the wording before. No stretch: the unit was not there.
    """

    start_on: dt.date | None
    by: tuple[Writer, ...]
    stretches: tuple[Stretch, ...]


class UnitPage(msgspec.Struct, frozen=True):
    """The provision `eid` of a work on the day `on`.

    `units` are the unit and all below it, with offsets into `expression.text`; () where the text of that day has no
    such unit. `above` names what holds it, the innermost first; `before` and `after` its neighbours. `cited_by` lists
    at most 200 references of other documents to it or to what stands below it, `cited` is how many there are; `inside`
    are those of its own document. `effects` are the clauses of others upon it, or upon what stands below it. `page` is
    where it begins in the original, where that has pages.
    """

    work: WorkRow
    eid: str
    on: dt.date
    status: Status
    expression: Expression
    units: tuple[ExpressedProvision, ...]
    links: tuple[Link, ...]
    inside: tuple[Link, ...]
    above: tuple[str, ...]
    before: str | None
    after: str | None
    wordings: tuple[Wording, ...]
    cited_by: tuple[ReferenceLine, ...]
    cited: int
    effects: tuple[EffectLine, ...]
    page: int | None = None


def unit_page(store: Store, work: WorkRow, eid: str, on: dt.date, rules: Rules) -> UnitPage:
    """A provision on a day. Raises UsageError for a unit that no wording of the work ever had."""
    base = base_of(store, work.id)
    facts = ArchivedFacts(store, rules)
    ledger = Ledger(facts, rules)
    made = expression(store, base, on, rules)
    units = _at_and_below(made, eid)
    wordings = tuple(_wordings(store, base, eid, facts, ledger))
    if not units and not any(each.stretches for each in wordings):
        raise UsageError("no-such-provision", words=eid, names="")
    before, after = _neighbours(made, eid)
    pointers = pointing_at_unit(store, work.id, path_of(eid, rules)) if path_of(eid, rules) else ()
    links = links_of(store, base, made, rules)
    here = [(unit.start, unit.end) for unit in units[:1]]
    return UnitPage(
        work=work,
        eid=eid,
        on=on,
        status=status_in(work.id, eid, on, ledger),
        expression=made,
        units=units,
        links=tuple(each for each in links if any(start <= each.start < end for start, end in here)),
        inside=tuple(
            each
            for each in links
            if each.work is not None
            and each.work.id == work.id
            and _is_at_or_below(each.eid, eid)
            and not any(start <= each.start < end for start, end in here)
        ),
        above=tuple(unit for unit in ledger.chain(work.id, eid)[1:] if unit is not None),
        before=before,
        after=after,
        wordings=wordings,
        cited_by=tuple(reference_line(each) for each in pointers[:_LISTED]),
        cited=len(pointers),
        effects=tuple(
            EffectLine(impact.acting, impact.target, impact.effect, (), ledger.quote(impact))
            for impact in ledger.upon(work.id)
            if impact.acting != work.id and _is_at_or_below(ledger.node(impact)[0], eid)
        ),
        page=_page_of(base, eid),
    )


def _page_of(base: Parsed, eid: str) -> int | None:
    place = next((base.text.place(unit.start) for unit in base.provisions if unit.eid == eid), None)
    return None if place is None else place.page


def _is_at_or_below(eid: str | None, above: str) -> bool:
    return eid is not None and (eid == above or eid.startswith(f"{above}__"))


def _at_and_below(made: Expression, eid: str) -> tuple[ExpressedProvision, ...]:
    top = next((unit for unit in made.provisions if unit.eid == eid), None)
    if top is None:
        return ()
    return tuple(unit for unit in made.provisions if top.start <= unit.start and unit.end <= top.end)


def _neighbours(made: Expression, eid: str) -> tuple[str | None, str | None]:
    """The units of the same level right before and after, wherever they hang: Điều 6 follows Điều 5 over a chapter."""
    level = next((unit.level for unit in made.provisions if unit.eid == eid), None)
    row = [unit.eid for unit in made.provisions if unit.level == level and not unit.quoted]
    if eid not in row:
        return None, None
    at = row.index(eid)
    return (row[at - 1] if at else None), (row[at + 1] if at + 1 < len(row) else None)


def _wordings(store: Store, base: Parsed, eid: str, facts: ArchivedFacts, ledger: Ledger) -> Iterator[Wording]:
    """The words of the unit as enacted, and after each day on which something happened to it."""
    rules, work = ledger.rules, base.work.id
    chain = ledger.chain(work, eid)
    days = sorted(
        {
            change.day
            for change in every_change(work, facts, rules)
            if change.provision in chain or _is_at_or_below(change.provision, eid)
        }
    )
    words = next((base.text.content[unit.start : unit.end] for unit in base.provisions if unit.eid == eid), "")
    if words:
        yield Wording(None, (), marked("", words, lines=True))
    for day in days:
        units = _at_and_below(made := expression(store, base, day, rules), eid)
        new = made.text[units[0].start : units[0].end] if units else ""
        if new.split() != words.split():
            by = tuple(dict.fromkeys(unit.by for unit in units if unit.by is not None and unit.since == day))
            yield Wording(day, by, marked(words, new, lines=True) if new else ())
            words = new
