"""The facts of a whole archive, every effect read in one pass: for questions about all works at once."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from vanban import archive
from vanban.archive import Store, WorkRow
from vanban.archive.plain_texts import PlainText, plain_text
from vanban.model import Provision, Target
from vanban.references.keys import symbol_key
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts, act_of, spoken_of
from vanban.timeline.facts import Act, Impact

# Texts at hand: an act that ends forty others is asked for its words forty times in a row.
_AT_HAND = 512


class GatheredFacts(ArchivedFacts):
    """`ArchivedFacts` that has asked the database once. `rows` are the works here, `absent` those only spoken of.

    An act that is not here has one identifier, however often its symbol is written differently.
    """

    def __init__(self, store: Store, rules: Rules) -> None:
        super().__init__(store, rules)
        self.rows: dict[str, WorkRow] = {row.id: row for row in archive.works(store)}
        self.absent: dict[str, Target] = {}
        self._names: dict[str, str] = {}
        self._on: defaultdict[str, list[Impact]] = defaultdict(list)
        self._by: defaultdict[str, list[Impact]] = defaultdict(list)
        self._plain = lru_cache(maxsize=_AT_HAND)(lambda work: plain_text(store, work))
        for stored in tuple(archive.every_effect(store)):
            target = stored.on or self._absent(stored.effect.target, ambiguous=bool(stored.resolution.candidates))
            if target is not None:
                impact = self._impact(stored, target)
                self._on[target].append(impact)
                self._by[stored.work].append(impact)

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

    def _words(self, work: str) -> PlainText | None:
        return self._plain(work) if work in self.rows else None

    def provisions(self, work: str) -> tuple[Provision, ...]:
        """The units of the base text."""
        text = self._words(work)
        return () if text is None else text.provisions

    def quote(self, work: str, start: int, end: int) -> str:
        """The words of the base text."""
        text = self._words(work)
        return "" if text is None else text.content[start:end]
