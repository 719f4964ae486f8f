"""What is in force on a day, over a whole archive: one pass over works, one over effects.

Most works are plain: acts that begin on a day they name change or end them. Their state on a day needs no proof, so it
is read from a few days a work, without events and quotes (`oddness`). Every work where anything else may decide
(suspended, kept or moved parts, ends in conflict, acting clauses that had ended, undated clauses) is asked exactly, as
`status` does; a property test holds both to the same answers.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from vanban.model import Effect, Provision, State
from vanban.rules import Rules
from vanban.timeline import edges_in_brief
from vanban.timeline.brief import state_in_brief
from vanban.timeline.edges_in_brief import Edge, Edges
from vanban.timeline.facts import Act, Impact, Tie
from vanban.timeline.ledger import Ledger
from vanban.timeline.oddness import odd, plain_state, settled

_effect = msgspec.msgpack.Decoder(Effect)


class _Known:
    """`Facts` over what was gathered for the works that are asked exactly: no texts, so no quotes."""

    def __init__(
        self, acts: Mapping[str, Act], upon: Mapping[str, list[Impact]], read: Callable[[str], tuple[Provision, ...]]
    ) -> None:
        self._acts, self._upon, self._read = acts, upon, read
        self._divided = {
            impact.target
            for impacts in upon.values()
            for impact in impacts
            if any(
                unit.level in ("part", "chapter", "section", "subsection") for unit in impact.effect.target.provision
            )
        }

    def act(self, work: str) -> Act | None:
        return self._acts.get(work)

    def upon(self, work: str) -> tuple[Impact, ...]:
        return tuple(self._upon.get(work, ()))

    def made_by(self, work: str) -> tuple[Impact, ...]:
        return ()

    def provisions(self, work: str) -> tuple[Provision, ...]:
        # Which articles a chapter holds is only told by the text.
        return self._read(work) if work in self._divided else ()

    def quote(self, work: str, start: int, end: int) -> str:
        return ""

    def unit_at(self, work: str, offset: int) -> str:
        return ""

    def ties_from(self, work: str) -> tuple[Tie, ...]:
        return ()

    def ties_to(self, work: str) -> tuple[Tie, ...]:
        return ()


def states_on(
    on: dt.date,
    acts: Iterable[Act],
    edges: Edges,
    rules: Rules,
    provisions: Callable[[str], tuple[Provision, ...]] = lambda work: (),
) -> Iterator[tuple[str, State]]:
    """The state of every work on a day, in the order of `acts`.

    `edges` gives every effect; `provisions` the units of a work, asked only where a clause acts upon a chapter or the
    like.
    """
    known = {act.work: act for act in acts}
    upon = edges_in_brief.read(known, edges, rules)
    exact = _exact(on, known, upon, rules, provisions)
    for work, act in known.items():
        yield work, exact[work] if work in exact else plain_state(on, act, upon.get(work, ()))


def counts_on(states: Iterable[tuple[str, State]]) -> dict[State, int]:
    """How many works are in each state."""
    return dict(Counter(state for _, state in states))


def _exact(
    on: dt.date,
    known: Mapping[str, Act],
    edges: Mapping[str, list[Edge]],
    rules: Rules,
    provisions: Callable[[str], tuple[Provision, ...]],
) -> dict[str, State]:
    """The works with anything odd upon them, asked one by one, over the odd effects and those upon the acts behind."""
    force = edges_in_brief.of_force(edges)
    moved = edges_in_brief.moved(force)
    stopped = edges_in_brief.stopped(force, moved)
    found: dict[str, State] = {}
    asked: dict[str, list[Edge]] = {}
    for work, here in edges.items():
        if odd_here := odd(work, here, moved, stopped):
            state, deciding = settled(on, known[work], odd_here, here)
            if state is None:
                asked[work] = deciding
            else:
                found[work] = state
    upon = _upon(asked, force)
    taken = {work: {id(edge) for edge in deciding} for work, deciding in asked.items()}
    ledger = Ledger(_Known(known, upon, provisions), rules)
    for work in asked:
        state = state_in_brief(work, on, ledger)
        if state == "in-force":
            others = (edge for edge in edges[work] if edge.ends_part and id(edge) not in taken[work])
            if any(edge.day is not None and edge.day <= on for edge in others):
                state = "ended-in-part"
        found[work] = state
    return found


def _upon(asked: Mapping[str, list[Edge]], force: Mapping[str, list[Edge]]) -> dict[str, list[Impact]]:
    """The effects upon the works asked, and what gives, keeps or stops the force of the acts behind them, and so on."""
    upon: dict[str, list[Impact]] = {}
    fresh, acting = set(asked), set()
    while fresh:
        behind: set[str] = set()
        for work in fresh:
            deciding = asked.get(work) or force.get(work, [])
            upon[work] = _impacts(work, deciding)
            behind.update(edge.acting for edge in deciding)
        acting |= behind
        fresh = behind - upon.keys()
    for work in asked.keys() & acting:
        # A work that is asked about may stand behind others too: then what could stop its clauses belongs to it.
        taken = {id(edge) for edge in asked[work]}
        upon[work] += _impacts(work, (edge for edge in force.get(work, ()) if id(edge) not in taken))
    return upon


def _impacts(work: str, edges: Iterable[Edge]) -> list[Impact]:
    return [Impact(edge.acting, work, _effect.decode(edge.blob)) for edge in edges]
