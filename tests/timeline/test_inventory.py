"""The pass over a whole archive gives the answers that each work gives."""

import datetime as dt

import msgspec
from hypothesis import given, settings

from tests.timeline.worlds import days, facts, printed, worlds
from vanban.model import Effect, Target, Unit
from vanban.model.effect import Verb
from vanban.rules import load
from vanban.timeline import status
from vanban.timeline.edges_in_brief import Row
from vanban.timeline.facts import Act, Impact
from vanban.timeline.inventory import counts_on, states_on


def _edges(done: list[Impact]) -> list[Row]:
    return [
        (impact.acting, impact.target, impact.effect.verb, msgspec.msgpack.encode(impact.effect)) for impact in done
    ]


@settings(max_examples=300)
@given(worlds(), days)
def test_the_pass_agrees_with_each_answer(world: tuple[list[Act], list[Impact]], day: dt.date) -> None:
    of, done = world
    known = facts(of, done)
    found = dict(states_on(day, of, _edges(done), load(), printed))
    assert found == {act.work: status(act.work, None, day, known, load()).status for act in of}


def test_counts(rules: object) -> None:
    acts = [Act("A", start=dt.date(2020, 1, 1)), Act("B", start=dt.date(2030, 1, 1)), Act("C")]
    states = states_on(dt.date(2025, 1, 1), acts, [], load())
    assert counts_on(states) == {"in-force": 1, "not-yet": 1, "unknown": 1}


def test_a_silent_act_begins_on_the_day_that_another_gives_it() -> None:
    day = dt.date(2015, 1, 1)
    of = [Act("A", date=day), Act("B", date=dt.date(2014, 1, 1))]
    done = [Impact("A", "B", Effect("commence", "art_1", 0, 60, Target(), start_on=day))]
    assert dict(states_on(day, of, _edges(done), load()))["B"] == "in-force"


def test_a_suspension_and_a_change_tell_the_state_together() -> None:
    first, later = dt.date(2015, 1, 1), dt.date(2016, 1, 1)
    of = [Act(work, date=first, start=first) for work in "AB"]

    def upon(verb: Verb, article: str, until: dt.date | None = None) -> Impact:
        target = Target(provision=(Unit("article", article),))
        return Impact("B", "A", Effect(verb, "art_1", 0, 60, target, start_on=first, end_before=until))

    changed, suspended = upon("substitute", "1"), upon("suspend", "2", later)
    assert dict(states_on(first, of, _edges([changed, suspended]), load()))["A"] == "suspended-in-part"
    assert dict(states_on(later, of, _edges([changed, suspended]), load()))["A"] == "ended-in-part"
