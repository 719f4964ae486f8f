"""The pass over a whole archive gives the answers that each work gives."""

import datetime as dt

import msgspec
from hypothesis import given, settings

from tests.timeline.worlds import days, facts, printed, worlds
from vanban.rules import load
from vanban.timeline import status
from vanban.timeline.facts import Act, Impact
from vanban.timeline.inventory import counts_on, states_on


def _edges(done: list[Impact]) -> list[tuple[str, str, bytes]]:
    return [(impact.acting, impact.target, msgspec.msgpack.encode(impact.effect)) for impact in done]


@settings(max_examples=300)
@given(worlds(), days)
def test_the_pass_agrees_with_each_answer(world: tuple[list[Act], list[Impact]], day: dt.date) -> None:
    of, done = world
    known = facts(of, done)
    found = dict(states_on(day, of, lambda: _edges(done), load(), printed))
    assert found == {act.work: status(act.work, None, day, known, load()).status for act in of}


def test_counts(rules: object) -> None:
    acts = [Act("A", start=dt.date(2020, 1, 1)), Act("B", start=dt.date(2030, 1, 1)), Act("C")]
    states = states_on(dt.date(2025, 1, 1), acts, list, load())
    assert counts_on(states) == {"in-force": 1, "not-yet": 1, "unknown": 1}
