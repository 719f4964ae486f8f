"""The facts of a whole archive, every effect read in one pass: for questions about all works at once."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from vanban import archive
from vanban.archive import Store, StoredEffect, WorkRow
from vanban.archive.plain_texts import PlainText, plain_text
from vanban.model import Provision, Target
from vanban.references.keys import symbol_key
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts, act_of, spoken_of
from vanban.timeline.facts import Act, Impact

# Texts at hand, for trees: units are asked for work by work.
_AT_HAND = 64
_Words = tuple[str, int, int]


class GatheredFacts(ArchivedFacts):
    """`ArchivedFacts` that has asked the database once. `rows` are the works here, `absent` those only spoken of.

    An act that is not here has one identifier, however often its symbol is written differently. `each` is called with
    every text as it is read, for what else the caller wants of it; the words of clauses are kept, the texts are not.
    """

    def __init__(self, store: Store, rules: Rules, each: Callable[[PlainText], None] = lambda text: None) -> None:
        super().__init__(store, rules)
        self.rows: dict[str, WorkRow] = {row.id: row for row in archive.works(store)}
        self.absent: dict[str, Target] = {}
        self._names: dict[str, str] = {}
        self._on: defaultdict[str, list[Impact]] = defaultdict(list)
        self._by: defaultdict[str, list[Impact]] = defaultdict(list)
        self._quotes: dict[_Words, str] = {}
        self._units: dict[tuple[str, int], str] = {}
        self._plain = lru_cache(maxsize=_AT_HAND)(lambda work: plain_text(store, work))
        effects: defaultdict[str, list[StoredEffect]] = defaultdict(list)
        for stored in archive.every_effect(store):
            effects[stored.work].append(stored)
        for text in archive.every_plain_text(store):
            each(text)
            self._keep(text, effects.get(text.work, ()))
        for stored in (stored for mine in effects.values() for stored in mine):
            target = stored.on or self._absent(stored.effect.target, ambiguous=bool(stored.resolution.candidates))
            if target is not None:
                impact = self._impact(stored, target)
                self._on[target].append(impact)
                self._by[stored.work].append(impact)

    def _keep(self, text: PlainText, effects: Iterable[StoredEffect]) -> None:
        """Keep the words of every clause that acts, and of the one that says when the work begins."""
        for stored in effects:
            span = (stored.effect.start, stored.effect.end)
            self._quotes[(text.work, *span)] = text.content[slice(*span)]
        row = self.rows.get(text.work)
        if row is not None and row.force.basis is not None:
            start, end = row.force.basis.start, row.force.basis.end
            self._quotes[text.work, start, end] = text.content[start:end]
            self._units[text.work, start] = _innermost(text.provisions, start)

    def _absent(self, target: Target, *, ambiguous: bool) -> str | None:
        name = None if ambiguous else spoken_of(target)
        if name is None:
            return None
        key = symbol_key(target.symbol) if target.symbol else name
        name = self._names.setdefault(key, name)
        fuller = self.absent.get(name)
        if fuller is None or len(target.title) + bool(target.date) > len(fuller.title) + bool(fuller.date):
            self.absent[name] = target
        return name

    def works(self) -> Iterator[str]:
        """The ids of the works here, sorted."""
        return iter(sorted(self.rows))

    def act(self, work: str) -> Act | None:
        """The work as the archive tells it, or as others speak of it."""
        row = self.rows.get(work)
        return act_of(row) if row is not None else super().act(work) if work in self.absent else None

    def upon(self, work: str) -> tuple[Impact, ...]:
        """Every effect upon the work."""
        return tuple(self._on.get(work, ()))

    def made_by(self, work: str) -> tuple[Impact, ...]:
        """Every effect of the work whose target has a name."""
        return tuple(self._by.get(work, ()))

    def provisions(self, work: str) -> tuple[Provision, ...]:
        """The units of the base text."""
        text = self._plain(work) if work in self.rows else None
        return () if text is None else text.provisions

    def unit_at(self, work: str, offset: int) -> str:
        """The innermost unit of the base text at that character."""
        known = self._units.get((work, offset))
        return known if known is not None else _innermost(self.provisions(work), offset)

    def quote(self, work: str, start: int, end: int) -> str:
        """The words of the base text."""
        words = self._quotes.get((work, start, end))
        if words is None:
            text = self._plain(work) if work in self.rows else None
            words = "" if text is None else text.content[start:end]
        return words


def _innermost(units: tuple[Provision, ...], offset: int) -> str:
    """The innermost unit at a character, without an index: units come in the order of the text."""
    for at in range(bisect_right(units, offset, key=lambda unit: unit.start) - 1, -1, -1):
        if units[at].end > offset:
            return units[at].eid
    return ""
