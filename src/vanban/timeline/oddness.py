"""What can be said of a work's state from the days of the effects upon it, and which effects must be asked exactly.

What happens to articles changes the state of a work in force only by suspending one, or by being the only end or change
of its words; that of a work that has ended only by keeping one. New wording neither ends, keeps nor suspends.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from typing import NamedTuple

from vanban.model import State
from vanban.timeline.acting_clauses import ActingClauses
from vanban.timeline.edges_in_brief import WHOLE, Edge, is_division, outermost
from vanban.timeline.facts import Act

# Whether an effect takes place as it is read; None: it must be asked.
TookPlace = Callable[[Edge], bool | None]


class Judged(NamedTuple):
    """The state of a work, unless the effects `asked` make it another: where they leave it in force, it is `state`."""

    state: State
    asked: list[Edge]


def judged(
    on: dt.date,
    act: Act,
    force: list[Edge],
    insertions: Callable[[], Iterable[Edge]],
    wordings: Callable[[], Iterable[Edge]],
    clauses: ActingClauses,
) -> Judged:
    """The state of a work on a day, from what gives, keeps or stops its `force`, and the rest as far as need be: new
    wording is read until one has certainly changed the work.
    """
    took_place = partial(clauses.took_place, act.work)
    here, odd = _sifted(force, took_place)
    odd += _at_odds(here)
    articles = {outermost(edge.path) for edge in odd}
    whole_is_odd = any(article is None or is_division(article) for article in articles)
    state = of_the_whole(on, act, here)
    if state != "in-force" and not whole_is_odd:
        deciding = [edge for edge in odd if edge.kind in ("keep", "extend") and state == "ended"]
        return Judged(state, _with_neighbours(deciding, [*here, *insertions()]) if deciding else [])
    made = list(insertions())
    suspensions = [edge for edge in odd if edge.kind == "suspend" and _may_hold(edge, on)]
    if suspensions and not whole_is_odd:
        acted_upon = {outermost(edge.path) for edge in chain(here, made) if edge.kind != "suspend"}
        if any(outermost(edge.path) not in acted_upon and _holds(edge, on) and clauses.is_untouched(act.work, edge)
               for edge in suspensions):  # fmt: skip
            return Judged("suspended-in-part", [])
    unsure = articles | {outermost(edge.path) for edge in made}
    if not any(is_division(article) for article in unsure - articles) and any(
        _changes(edge, on) and _is_sure(edge, unsure) and took_place(edge) for edge in chain(here, wordings())
    ):
        deciding = odd if whole_is_odd else suspensions
        return Judged("ended-in-part", _with_neighbours(deciding, [*here, *made]) if deciding else [])
    return _every_effect(on, act, chain(here, made, wordings()), took_place)


def of_the_whole(on: dt.date, act: Act, here: Iterable[Edge] = ()) -> State:
    """The state of a work as far as its own start and the ends of the whole tell it."""
    if any(edge.path in WHOLE and edge.kind in ("end", "move") and _changes(edge, on) for edge in here):
        return "ended"
    if act.start is None:
        return "not-yet" if act.date is not None and on < act.date else "unknown"
    return "not-yet" if on < act.start else "in-force"


def _every_effect(on: dt.date, act: Act, edges: Iterable[Edge], took_place: TookPlace) -> Judged:
    """Asked are all that are in doubt, at odds with another end of the whole, or upon a new unit."""
    here, odd = _sifted(edges, took_place)
    made = {edge.path for edge in here if edge.kind == "insert"}
    odd += [edge for edge in here if edge.path in made and edge.kind != "insert"]
    odd += _at_odds(here)
    asked = _with_neighbours(odd, here) if odd else []
    taken = {id(edge) for edge in asked}
    left = [edge for edge in here if id(edge) not in taken]
    state: State = "in-force" if asked else of_the_whole(on, act, left)
    if state == "in-force" and any(_changes(edge, on) for edge in left):
        state = "ended-in-part"
    return Judged(state, asked)


def _sifted(edges: Iterable[Edge], took_place: TookPlace) -> tuple[list[Edge], list[Edge]]:
    """The effects without those that never took place; and those among them that must be asked."""
    here: list[Edge] = []
    odd: list[Edge] = []
    for edge in edges:
        told = took_place(edge)
        if told is None:
            odd.append(edge)
        if told is not False:
            here.append(edge)
    return here, odd


def _at_odds(here: Iterable[Edge]) -> list[Edge]:
    """The ends of the whole, where they name several days."""
    ends = [edge for edge in here if edge.kind == "end" and edge.path in WHOLE]
    return ends if len({edge.day for edge in ends}) > 1 else []


def _changes(edge: Edge, on: dt.date) -> bool:
    """Whether words cease to hold by that day, if the effect takes place as it is read."""
    return edge.day is not None and edge.day <= on and (edge.ends_part or edge.kind in ("end", "move"))


def _is_sure(edge: Edge, unsure: set[tuple[str, str] | None]) -> bool:
    """Whether nothing else upon the article can undo a change of a work in force; an end of the whole is none."""
    article = outermost(edge.path)
    return edge.kind == "wording" if article is None else article not in unsure and not is_division(article)


def _may_hold(suspension: Edge, on: dt.date) -> bool:
    """Whether a suspension may cover the day. It may end sooner than it says, and begin later than a day it names."""
    if suspension.until is not None and suspension.until <= on:
        return False
    return not suspension.named or suspension.day is None or suspension.day <= on


def _holds(suspension: Edge, on: dt.date) -> bool:
    """Whether a suspension covers the day, if its days are those that it names."""
    return _may_hold(suspension, on) and suspension.day is not None and suspension.day <= on


def _with_neighbours(odd: Iterable[Edge], here: Iterable[Edge]) -> list[Edge]:
    """Odd effects with every other that may decide with them: upon the same articles, what holds them, the whole."""
    articles = {outermost(edge.path) for edge in odd}
    if any(is_division(article) for article in articles):
        return list(here)
    return [edge for edge in here if (unit := outermost(edge.path)) is None or unit in articles or is_division(unit)]
