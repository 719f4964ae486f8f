"""Whether an effect takes place, as far as the days of effects alone can tell it: did its clause still stand?"""

import datetime as dt
from collections.abc import Iterable, Mapping

from vanban.model import Unit
from vanban.rules import Rules
from vanban.timeline.edges_in_brief import WHOLE, Edge, clause_of, outermost
from vanban.timeline.naming import eid_of

_PLAIN = frozenset({"end", "move", "wording", "insert"})
_STOPS = frozenset({"end", "suspend", "keep", "extend", "awaits"})
_DEPTH = 50  # acts behind acts; a longer chain, or a circle, is left to those who ask exactly


class ActingClauses:
    """Asked of effects; `force` are those that give, keep or stop force, by work. `Ledger.fired` answers in full."""

    def __init__(self, force: Mapping[str, Iterable[Edge]], rules: Rules) -> None:
        self._force = force
        self._rules = rules
        self._starts: dict[str, list[Edge]] = {}
        self._stops: dict[str, list[tuple[dt.date, Edge]]] = {}
        self._depth = 0

    def _starts_of(self, act: str) -> list[Edge]:
        """What gives some unit of an act, or the whole, a day of its own."""
        if act not in self._starts:
            self._starts[act] = [edge for edge in self._force.get(act, ()) if edge.kind == "start"]
        return self._starts[act]

    def _stops_of(self, act: str) -> list[tuple[dt.date, Edge]]:
        """What may end, suspend or keep clauses of an act, each with the first day on which it may, in their order."""
        if act not in self._stops:
            stops = ((self._first_day(act, edge), edge) for edge in self._force.get(act, ()) if edge.kind in _STOPS)
            self._stops[act] = sorted(((day, edge) for day, edge in stops if day is not None), key=lambda stop: stop[0])
        return self._stops[act]

    def _first_day(self, act: str, stop: Edge) -> dt.date | None:
        return dt.date.min if stop.acting == act or self._is_moved(stop) else stop.day

    def _is_moved(self, edge: Edge) -> bool:
        """Whether the clause may begin on another day than its act, and so the effect."""
        if edge.named or not self._starts_of(edge.acting):
            return False
        clause = clause_of(edge)
        return any(self._may_touch(start, clause) for start in self._starts_of(edge.acting))

    def took_place(self, work: str, edge: Edge) -> bool | None:
        """Whether an effect upon `work` takes place as it is read; False: its clause had ended; None: ask."""
        day, acting = edge.day, edge.acting
        if edge.kind not in _PLAIN or day is None or acting == work:
            return None
        if acting not in self._force:
            return True
        if self._is_moved(edge):
            return None
        stops = self._stops_of(acting)
        if not stops or day < stops[0][0]:
            return True
        if self._depth > _DEPTH:
            return None
        self._depth += 1
        try:
            return self._stood(acting, clause_of(edge), day)
        finally:
            self._depth -= 1

    def is_untouched(self, work: str, edge: Edge) -> bool:
        """Whether nothing ever befell the clause of an effect upon `work`, so that its days are those that it names."""
        if edge.acting == work or self._is_moved(edge):
            return False
        stops = self._stops_of(edge.acting)
        return not stops or not any(self._may_touch(stop, clause_of(edge)) for _, stop in stops)

    def _stood(self, acting: str, clause: str, day: dt.date) -> bool | None:
        """Whether a clause stood on a day; None where more than an end of its whole act may have befallen it."""
        stood = True
        for first, stop in self._stops_of(acting):
            if first > day or not self._may_touch(stop, clause):
                continue
            if stop.kind != "end" or stop.path not in WHOLE or (ended := self.took_place(acting, stop)) is None:
                return None
            if ended:
                stood = False
        return stood

    def _may_touch(self, edge: Edge, clause: str) -> bool:
        """Whether what acts upon a unit may act upon the clause: not if they stand in two articles."""
        unit = outermost(edge.path)
        article = clause.partition("__")[0]
        if unit is None or unit[0] != "article" or not article.startswith("art_"):
            return True
        return article == eid_of((Unit("article", unit[1]),), self._rules)
