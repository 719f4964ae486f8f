"""Where a work comes from and what became of it."""

import datetime as dt

from vanban.model import Effect, Target, Unit
from vanban.model.effect import Verb
from vanban.rules import Rules
from vanban.timeline import Kin, lineage
from vanban.timeline.facts import Act, Impact, Tie
from vanban.timeline.memory import MemoryFacts


def impact(acting: str, verb: Verb, target: str, *, unit: bool = False) -> Impact:
    path = (Unit("article", "5"),) if unit else ()
    return Impact(acting, target, Effect(verb, "art_9", 0, 0, Target(provision=path)))


def world() -> MemoryFacts:
    acts = [Act(work, type="luat", start=dt.date(2000 + 5 * n, 1, 1)) for n, work in enumerate("ABCD")]
    acts += [Act("N", type="nghi-dinh", start=dt.date(2011, 1, 1)), Act("S", type="luat", start=dt.date(2012, 1, 1))]
    done = [
        impact("B", "replace-work", "A"),
        impact("C", "end", "B"),
        impact("D", "replace-work", "C"),
        impact("S", "substitute", "C", unit=True),
        impact("N", "detail", "C"),
        impact("N", "repeal-work", "A"),
    ]
    return MemoryFacts(acts, done, [Tie("N", "C", "legal-basis")])


def shown(kin: Kin) -> list[object]:
    return [(child.relation, child.work, child.cut, shown(child)) for child in kin.children]


def test_the_tree_follows_each_relation(rules: Rules) -> None:
    assert shown(lineage("C", world(), rules)) == [
        ("replaces", "B", False, [("replaces", "A", False, [])]),
        ("replaced-by", "D", False, []),
        ("amended-by", "S", False, []),
        ("detailed-by", "N", False, []),
        ("basis-of", "N", False, []),
    ]


def test_another_type_repeals_and_does_not_succeed(rules: Rules) -> None:
    assert ("repealed-by", "N", False, []) in shown(lineage("A", world(), rules))


def test_the_depth_is_limited_and_told(rules: Rules) -> None:
    assert ("replaced-by", "B", True, []) in shown(lineage("A", world(), rules, depth=1))


def test_circles_are_cut(rules: Rules) -> None:
    facts = MemoryFacts([Act("A"), Act("B")], [impact("A", "replace-work", "B"), impact("B", "replace-work", "A")])
    assert shown(lineage("A", facts, rules))[0] == ("replaces", "B", False, [("replaces", "A", True, [])])
