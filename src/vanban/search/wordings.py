"""A work of the archive as passages: each unit in each wording that it ever has, with its states."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from vanban import archive
from vanban.archive import Store, WorkRow
from vanban.consolidation import consolidate
from vanban.consolidation.archived import changes
from vanban.model import Parsed, Period
from vanban.rules import Rules
from vanban.search.cutting import Cut, cut
from vanban.search.fields import IN_FORCE
from vanban.search.passage import AFTER_ALL, BEFORE_ALL, OfWork, Passage, Stretch
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.ledger import Ledger
from vanban.timeline.periods import periods_in

_Key = tuple[str | None, int]


def passages(store: Store, work: WorkRow, rules: Rules, *, acted_upon: bool) -> Iterator[Passage]:
    """Every passage of a work in every wording. `acted_upon`: whether any clause does something to the work.

    Most works are never changed: those are cut without asking what became of them.
    """
    parsed = archive.parsed(store, work.id)
    if parsed is None:
        return
    of = of_work(work, parsed)
    if not acted_upon:
        states = _plain(work)
        for piece in cut(parsed.text.content, parsed.provisions):
            yield _passage(of, parsed.text.content, piece, _made(work), AFTER_ALL, states, changed=False)
        return
    ledger = Ledger(ArchivedFacts(store, rules), rules)
    periods = periods_in(work.id, ledger)
    for passage in _over_time(store, work, parsed, of, rules):
        states = _states(periods.get(passage.eid) or periods[None])
        yield from _by_force(msgspec.structs.replace(passage, states=states))


def of_work(work: WorkRow, parsed: Parsed) -> OfWork:
    """The document as its passages tell it."""
    fields = tuple(field.id for field in parsed.work.fields)
    return OfWork(
        work.id, work.family, work.type, work.type_name, work.symbol, work.issuer, work.issuer_name, work.title,
        work.date, work.year, fields,
    )  # fmt: skip


def _made(work: WorkRow) -> int:
    return BEFORE_ALL if work.date is None else work.date.toordinal()


def _plain(work: WorkRow) -> tuple[Stretch, ...]:
    """The states of a work that nothing ever happened to."""
    begins = work.force.start_on if work.language == "vi" else None
    if begins is None:
        return (Stretch(BEFORE_ALL, "not-yet"), Stretch(_made(work), "unknown")) if work.date else ()
    return (Stretch(BEFORE_ALL, "not-yet"), Stretch(begins.toordinal(), "in-force"))


def _states(periods: tuple[Period, ...]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for period in periods:
        if not found or found[-1].state != period.state:
            found.append(Stretch(period.start_on.toordinal() if period.start_on else BEFORE_ALL, period.state))
    return tuple(found)


def _over_time(store: Store, work: WorkRow, parsed: Parsed, of: OfWork, rules: Rules) -> Iterator[Passage]:
    """The passages of the enacted text, and on each day of change those that it leaves other than they were."""
    dated = changes(store, work.id, dt.date.max, rules).dated
    days = sorted({change.since for change in dated if change.since is not None})
    going: dict[_Key, Passage] = {}
    for day in (None, *days):
        since = _made(work) if day is None else day.toordinal()
        here: dict[_Key, Passage] = {}
        if day is None:
            text, units = parsed.text.content, list(parsed.provisions)
            pieces = list(cut(text, units))
        else:
            made = consolidate(parsed, [change for change in dated if change.since is not None and change.since <= day])
            text, pieces = made.text, list(cut(made.text, made.provisions))
        for piece in pieces:
            key = (piece.eid, sum(1 for eid, _ in here if eid == piece.eid))
            here[key] = _passage(of, text, piece, since, AFTER_ALL, (), changed=day is not None)
        for key, passage in going.items():
            if key not in here or not _same_words(here[key], passage):
                yield msgspec.structs.replace(passage, until=since)
        going = {
            key: going[key] if key in going and _same_words(going[key], passage) else passage
            for key, passage in here.items()
        }
    yield from going.values()


def _same_words(one: Passage, other: Passage) -> bool:
    return one.text == other.text and one.above == other.above


def _passage(
    of: OfWork, text: str, piece: Cut, since: int, until: int, states: tuple[Stretch, ...], *, changed: bool
) -> Passage:
    words = text[piece.start : piece.end]
    return Passage(
        of, piece.eid, piece.heading, piece.above, words, piece.start - piece.unit, since, until, changed, states,
        piece.inside,
    )  # fmt: skip


def _by_force(passage: Passage) -> Iterator[Passage]:
    """The passage, in as many stretches of days as it takes to be in force in each all the time or once at most.

    A unit that was suspended and came back is two passages of the same words, so that two days bound each.
    """
    since, inside = passage.since, False
    for stretch, later in zip(passage.states, passage.states[1:], strict=False):
        inside = inside or stretch.state in IN_FORCE
        if inside and later.state in IN_FORCE and stretch.state not in IN_FORCE and since < later.start < passage.until:
            yield msgspec.structs.replace(passage, since=since, until=later.start)
            since = later.start
    yield msgspec.structs.replace(passage, since=since)
