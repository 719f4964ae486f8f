"""The bare state of a work on a day, without proof: events are made only for the units that decide it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from vanban.model import State
from vanban.timeline.addressing import inserted_eids
from vanban.timeline.event import Event
from vanban.timeline.facts import Impact
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences
from vanban.timeline.moment import state_on
from vanban.timeline.whole import whole_state


class _ByUnit(Mapping[str | None, tuple[Event, ...]]):
    """The events upon a work by unit, each made when it is first asked for."""

    def __init__(self, work: str, ledger: Ledger) -> None:
        self._work, self._ledger = work, ledger
        self._impacts: defaultdict[str | None, list[Impact]] = defaultdict(list)
        self._made: dict[str | None, tuple[Event, ...]] = {}
        self._impacts[None] = []
        table = consequences(ledger.rules)
        for impact in ledger.upon(work):
            kind = table[impact.effect.verb].kind
            if kind == "insert":
                for unit in inserted_eids(impact, ledger.tree(work), ledger.rules):
                    self._impacts[unit].append(impact)
            elif kind != "none":
                self._impacts[ledger.node(impact)[0]].append(impact)

    def __getitem__(self, unit: str | None) -> tuple[Event, ...]:
        if unit not in self._made:
            if unit not in self._impacts:
                raise KeyError(unit)
            self._made[unit] = self._ledger.events_on(self._work, unit, self._impacts[unit])
        return self._made[unit]

    def get(self, unit: str | None, default: Any = ()) -> Any:
        """As of every mapping; without the exception that most units would cost here, upon which nothing happened."""
        return self[unit] if unit in self._impacts else default

    def __iter__(self) -> Iterator[str | None]:
        return iter(self._impacts)

    def __len__(self) -> int:
        return len(self._impacts)

    def kinds(self, unit: str) -> set[str]:
        """What may have happened upon a unit, before asking whether it did."""
        table = consequences(self._ledger.rules)
        return {table[impact.effect.verb].kind for impact in self._impacts[unit]}


def state_in_brief(work: str, on: dt.date, ledger: Ledger) -> State:
    """The state that `status` gives for the work on that day."""
    events = _ByUnit(work, ledger)
    return whole_state(
        state_on((None,), events, on)[0],
        [unit for unit in events if unit is not None],
        lambda unit: ledger.chain(work, unit),
        events,
        on,
        work=True,
        kinds_of=events.kinds,
    )
