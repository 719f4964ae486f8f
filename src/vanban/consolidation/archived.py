"""The changes upon a work that an archive knows of: those in force on a day, or those promulgated by a day."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from vanban import archive
from vanban.archive import Store
from vanban.consolidation.chain import told_before
from vanban.consolidation.change import TEXTUAL, Change, acts_of
from vanban.consolidation.collating import Copy
from vanban.consolidation.consolidating import consolidate
from vanban.consolidation.decisions import last
from vanban.consolidation.slips import suspected
from vanban.model import Expression, Judgement, Parsed, Refusal
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.ledger import Ledger


class Changes(NamedTuple):
    """The changes to apply, and those whose first day no clause tells, so that nobody can say whether they hold."""

    dated: tuple[Change, ...]
    undated: tuple[Change, ...]


def changes(store: Store, work: str, day: dt.date, rules: Rules, *, official: bool = False) -> Changes:
    """The effects of other works upon the words of `work` that hold on `day`.

    With `official` every effect of an act promulgated by `day`, whenever it begins, as official consolidated texts
    have it. An effect whose own clause had ended before it began is left out.
    """
    facts = ArchivedFacts(store, rules)
    ledger = Ledger(facts, rules)
    acts: dict[str, Parsed | None] = {}
    copies: dict[str, tuple[Copy, ...]] = {}
    decisions: dict[str, tuple[Judgement, ...]] = {}
    dated: list[Change] = []
    undated: list[Change] = []
    for impact in ledger.upon(work):
        passed = ledger.act(impact.acting).date
        if impact.effect.verb not in TEXTUAL or impact.acting == work or passed is None or passed > day:
            continue
        if impact.acting not in acts:
            acts[impact.acting] = archive.parsed(store, impact.acting)
            copies[impact.acting] = tuple(Copy(*each) for each in archive.other_texts(store, impact.acting))
            decisions[impact.acting] = tuple(archive.judgements(store, impact.acting, "effect"))
        acting, fired = acts[impact.acting], ledger.fired(impact)
        if acting is None or fired.void:
            continue
        settled = last(decisions[impact.acting], acting, impact.effect, rules)
        change = Change(impact.effect, acting, fired.day, settled, copies[impact.acting])
        if fired.day is None and not official:
            undated.append(change)
        elif official or (fired.day is not None and fired.day <= day):
            dated.append(change)
    return Changes(tuple(dated), tuple(undated))


def expression(store: Store, base: Parsed, day: dt.date, rules: Rules, *, official: bool = False) -> Expression:
    """The wording of a document of the archive on a day; see `changes`."""
    found = changes(store, base.work.id, day, rules, official=official)
    made = consolidate(base, found.dated)
    unknown = tuple(Refusal(each.effect, each.acting.work.id, None, "day-unknown") for each in found.undated)
    absent = absent_acts(store, base, (*found.dated, *found.undated))
    doubts = (*made.doubts, *suspected(made, base, acts_of(found.dated)))
    return msgspec.structs.replace(made, refused=(*made.refused, *unknown), absent=absent, doubts=doubts)


def absent_acts(store: Store, base: Parsed, changes: Iterable[Change]) -> tuple[str, ...]:
    """The symbols of acts that the amending acts tell to have amended the base before, and that are not here."""
    told = {symbol: None for act in acts_of(changes) for symbol in told_before(act, base.work.symbol)}
    return tuple(symbol for symbol in told if not archive.find_works(store, symbol))
