"""Random small worlds of acts that act upon one another, for property tests."""

import datetime as dt

from hypothesis import strategies as st

from vanban.model import Effect, Provision, Target, Unit
from vanban.model.effect import Verb
from vanban.timeline.facts import Act, Impact
from vanban.timeline.memory import MemoryFacts

WORKS = "ABCDE"
UNITS = ("art_1", "art_1__cl_1", "art_1__cl_2", "art_2", "art_2__cl_1", "art_3")
PATHS: dict[str, tuple[Unit, ...]] = {
    "": (),
    "art_1": (Unit("article", "1"),),
    "art_1__cl_1": (Unit("article", "1"), Unit("clause", "1")),
    "art_2": (Unit("article", "2"),),
    "art_2__cl_1": (Unit("article", "2"), Unit("clause", "1")),
    "art_4a": (Unit("article", "4a"),),
}
VERBS: tuple[Verb, ...] = (
    "repeal", "repeal-work", "replace-work", "end", "substitute", "insert", "suspend", "continue", "extend", "commence",
    "disapply", "replace-words", "announce-lapse", "detail", "correct",
)  # fmt: skip
WHOLE: tuple[Verb, ...] = ("repeal-work", "replace-work", "announce-lapse", "detail")

days = st.integers(0, 24).map(lambda n: dt.date(2015, 1, 1) + dt.timedelta(days=100 * n))


def printed(work: str) -> tuple[Provision, ...]:
    return tuple(
        Provision(eid, "clause" if "__" in eid else "article", eid.rpartition("_")[2], "", 0, 0,
                  eid.rpartition("__")[0] or None)
        for eid in UNITS
    )  # fmt: skip


@st.composite
def acts(draw: st.DrawFn) -> list[Act]:
    return [
        Act(
            work,
            family=draw(st.sampled_from(["state", "state", "state", "party"])),
            type=draw(st.sampled_from(["luat", "nghi-dinh", "thong-tu"])),
            issuer=draw(st.sampled_from(["quoc-hoi", "chinh-phu", "bo-tai-chinh", ""])),
            date=draw(st.none() | days),
            start=draw(st.none() | days | days | days),
        )
        for work in WORKS[: draw(st.integers(2, 5))]
    ]


@st.composite
def impacts(draw: st.DrawFn, works: list[str]) -> Impact:
    verb = draw(st.sampled_from(VERBS))
    acting, target = draw(st.sampled_from(works)), draw(st.sampled_from(works))
    path = "" if verb in WHOLE else draw(st.sampled_from(sorted(PATHS)))
    if verb == "insert":
        path = "art_4a"
    needs_day = verb == "commence"
    effect = Effect(
        verb=verb,
        within=draw(st.sampled_from(UNITS)),
        start=draw(st.integers(0, 50)),
        end=60,
        target=Target(provision=PATHS[path]),
        start_on=draw(days if needs_day else st.none() | st.none() | days),
        end_before=draw(st.none() | days)
        if verb in ("suspend", "continue", "extend", "commence", "disapply")
        else None,
        exception=draw(st.none() | st.just("trừ")) if verb == "end" else None,
    )
    return Impact(acting, target, effect)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Act], list[Impact]]:
    of = draw(acts())
    return of, draw(st.lists(impacts([act.work for act in of]), max_size=9))


def facts(of: list[Act], done: list[Impact]) -> MemoryFacts:
    return MemoryFacts(of, done, provisions={act.work: printed(act.work) for act in of})
