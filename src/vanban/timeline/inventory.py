"""What is in force on a day, over a whole archive: one pass over works, one over effects.

Most works are plain: acts that begin on a day they name change or end them. Their state on a day needs no proof, so it
is read from a few days a work, without events and quotes (`oddness`). Every work where anything else may decide
(suspended, kept or moved parts, ends in conflict, acting clauses that had ended, undated clauses) is asked exactly, as
`status` does; a property test holds both to the same answers.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import msgspec

from vanban.model import Effect, Provision, State
from vanban.rules import Rules
from vanban.timeline.acting_clauses import ActingClauses
from vanban.timeline.brief import state_in_brief
from vanban.timeline.edges_in_brief import Edge, Row, read, told_apart
from vanban.timeline.facts import Act, Impact, Tie
from vanban.timeline.ledger import Ledger
from vanban.timeline.oddness import judged, of_the_whole

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
    edges: Iterable[Row],
    rules: Rules,
    provisions: Callable[[str], tuple[Provision, ...]] = lambda work: (),
) -> Iterator[tuple[str, State]]:
    """The state of every work on a day, in the order of `acts`.

    `edges` gives every effect; `provisions` the units of a work, asked only where a clause acts upon a chapter or the
    like.
    """
    known = {act.work: act for act in acts}
    states = _touched(on, known, edges, rules, provisions)
    for work, act in known.items():
        yield work, states[work] if work in states else of_the_whole(on, act)


def counts_on(states: Iterable[tuple[str, State]]) -> dict[State, int]:
    """How many works are in each state."""
    return dict(Counter(state for _, state in states))


def _touched(
    on: dt.date,
    known: Mapping[str, Act],
    rows: Iterable[Row],
    rules: Rules,
    provisions: Callable[[str], tuple[Provision, ...]],
) -> dict[str, State]:
    """The works that anything acts upon. What is odd is asked, over the odd effects and those upon the acts behind."""
    told = {work: here for work, here in told_apart(rows, rules).items() if work in known}
    force = {work: list(read(known[work], here.force, known, rules)) for work, here in told.items() if here.force}
    clauses = ActingClauses(force, rules)
    found: dict[str, State] = {}
    asked: dict[str, list[Edge]] = {}
    for work, here in told.items():
        act = known[work]
        insertions, wordings = (partial(read, act, each, known, rules) for each in (here.insertions, here.wordings))
        found[work], odd = judged(on, act, force.get(work, []), insertions, wordings, clauses)
        if odd:
            asked[work] = odd
    ledger = Ledger(_Known(known, _impacts_upon(asked, force), provisions), rules)
    for work in asked:
        state = state_in_brief(work, on, ledger)
        if state != "in-force":
            found[work] = state
    return found


def _impacts_upon(asked: Mapping[str, list[Edge]], force: Mapping[str, list[Edge]]) -> dict[str, list[Impact]]:
    """The effects asked, and what gives, keeps or stops the force of the acts behind them, and so on."""
    found = {work: _impacts(work, edges) for work, edges in asked.items()}
    behind = {edge.acting for edges in asked.values() for edge in edges}
    done: set[str] = set()
    while fresh := behind - done:
        behind = set()
        for work in fresh:
            # A work that is asked about may stand behind others too: then what could stop its clauses belongs to it.
            taken = {id(edge) for edge in asked.get(work, ())}
            others = [edge for edge in force.get(work, ()) if id(edge) not in taken]
            found.setdefault(work, []).extend(_impacts(work, others))
            behind.update(edge.acting for edge in others)
        done |= fresh
    return found


def _impacts(work: str, edges: Iterable[Edge]) -> list[Impact]:
    return [Impact(edge.acting, work, _effect.decode(edge.blob)) for edge in edges]
