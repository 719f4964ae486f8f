"""What holds for every archive, however odd its documents."""

import datetime as dt
import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.worlds import UNITS, days, facts, worlds
from vanban.rules import load
from vanban.timeline import explain, periods, status
from vanban.timeline.checks import check
from vanban.timeline.facts import Act, Impact
from vanban.timeline.ledger import Ledger
from vanban.timeline.lineage import lineage
from vanban.timeline.moment import state_on
from vanban.timeline.periods import periods_in
from vanban.timeline.status import status_in

World = tuple[list[Act], list[Impact]]


@given(worlds())
def test_periods_are_sorted_disjoint_and_without_gaps(world: World) -> None:
    known = facts(*world)
    for act in world[0]:
        for unit, found in periods(act.work, known, load()).items():
            assert found[0].start_on is None and found[-1].end_before is None, unit
            for one, other in pairwise(found):
                assert one.end_before is not None and one.end_before == other.start_on
                assert (one.state, one.reasons) != (other.state, other.reasons)
                assert one.start_on is None or one.start_on < one.end_before


@given(worlds(), days, st.integers(-1, 1))
def test_the_state_is_constant_between_edges(world: World, day: dt.date, shift: int) -> None:
    known = facts(*world)
    asked = day + dt.timedelta(days=shift)
    for act in world[0]:
        ledger = Ledger(known, load())
        events = ledger.events(act.work)
        for unit, found in periods_in(act.work, ledger).items():
            here = next(each for each in found if each.end_before is None or asked < each.end_before)
            assert state_on(ledger.chain(act.work, unit), events, asked) == (here.state, here.reasons)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_effects_is_irrelevant(world: World, chance: random.Random) -> None:
    of, done = world
    shuffled = list(done)
    chance.shuffle(shuffled)
    for act in of:
        assert periods(act.work, facts(of, done), load()) == periods(act.work, facts(of, shuffled), load())


@given(worlds(), st.randoms(use_true_random=False))
def test_what_was_asked_before_is_irrelevant(world: World, chance: random.Random) -> None:
    of, done = world
    known = facts(of, done)
    order = [act.work for act in of]
    chance.shuffle(order)
    shared = Ledger(known, load())
    for work in order:
        assert periods_in(work, shared) == periods(work, known, load())


@given(worlds(), days)
def test_a_unit_never_outlives_what_holds_it_but_by_a_clause(world: World, day: dt.date) -> None:
    of, done = world
    done = [impact for impact in done if impact.effect.verb not in ("continue", "extend", "substitute", "insert")]
    known = facts(of, done)
    for act in of:
        if status(act.work, None, day, known, load()).status == "ended":
            assert all(status(act.work, unit, day, known, load()).status == "ended" for unit in UNITS)


@settings(max_examples=40)
@given(worlds(), days)
def test_every_answer_can_be_told(world: World, day: dt.date) -> None:
    known = facts(*world)
    for act in world[0]:
        for unit in (None, "art_1", "art_4a", "art_99"):
            answer = status(act.work, unit, day, known, load())
            assert answer.reasons or answer.status == "unknown"
            for language in ("vi", "en"):
                said = explain(answer, known, load(), language)  # type: ignore[arg-type]
                assert said and not any("{" in sentence for sentence in said)
        check(act.work, known, load())
        lineage(act.work, known, load())


@given(worlds(), days)
def test_the_parts_of_an_answer_differ_from_the_whole(world: World, day: dt.date) -> None:
    known = facts(*world)
    for act in world[0]:
        ledger = Ledger(known, load())
        answer = status_in(act.work, None, day, ledger)
        for part in answer.parts:
            assert (
                part.change == "wording"
                or status_in(act.work, part.eid, day, ledger).status != "unknown"
                or (part.status == "unknown")
            )
        if answer.status == "in-force":
            assert not any(part.status in ("ended", "suspended") for part in answer.parts)
