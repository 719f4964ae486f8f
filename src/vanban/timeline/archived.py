"""Facts out of an archive. The only file of this room that knows that there is one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from vanban import archive
from vanban.archive import Store, StoredEffect, WorkRow
from vanban.identification import symbol as symbols
from vanban.model import Parsed, Provision, Target
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.structure import Tree
from vanban.timeline.facts import Act, Impact, Tie

SPOKEN_OF = "?"
_AT_HAND = 256


def spoken_of(target: Target) -> str | None:
    """The id under which this room speaks of a work that is not here: "?905/2003/PL-UBTVQH11"; None: has no name."""
    if target.symbol:
        return f"{SPOKEN_OF}{target.symbol}"
    return f"{SPOKEN_OF}{target.type}|{target.title}" if target.title else None


@cache
def _starts(rules: Rules) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row.pattern) for row in rules.event_conditions)


class ArchivedFacts:
    """`Facts` over an archive; what was read is kept at hand while a question is answered.

    A work that is only spoken of has the id `spoken_of(target)`; ask for its status with that id.
    """

    def __init__(self, store: Store, rules: Rules) -> None:
        self._store = store
        self._rules = rules
        self._parsed = lru_cache(maxsize=_AT_HAND)(lambda work: archive.parsed(store, work))
        self._tree = lru_cache(maxsize=_AT_HAND)(lambda work: Tree(self.provisions(work)))
        self._row = lru_cache(maxsize=16 * _AT_HAND)(lambda work: archive.work(store, work))

    def works(self) -> Iterator[str]:
        """The ids of the works here, sorted, streamed."""
        return (row.id for row in archive.works(self._store))

    def act(self, work: str) -> Act | None:
        """The work as the archive tells it, or as others speak of it."""
        if work.startswith(SPOKEN_OF):
            kind, _, title = work[1:].rpartition("|")
            if not kind:
                return Act(work, symbols.parse(title, self._rules).family, symbol=title, present=False)
            name = next((row.name for row in self._rules.document_types if row.id == kind), "")
            return Act(work, type=kind, type_name=name, title=title, present=False)
        row = self._row(work)
        return None if row is None else act_of(row)

    def upon(self, work: str) -> tuple[Impact, ...]:
        """Every effect upon the work."""
        if work.startswith(SPOKEN_OF):
            symbol = work[1:]
            found = [] if "|" in symbol else archive.effects_on_symbol(self._store, symbol)
            return tuple(self._impact(each, work) for each in found if each.on is None)
        return tuple(self._impact(each, work) for each in archive.effects_on(self._store, work))

    def made_by(self, work: str) -> tuple[Impact, ...]:
        """Every effect of the work whose target has a name."""
        if work.startswith(SPOKEN_OF):
            return ()
        named = ((each, each.on or spoken_of(each.effect.target)) for each in archive.effects_of(self._store, work))
        return tuple(self._impact(each, target) for each, target in named if target is not None)

    def _impact(self, stored: StoredEffect, target: str) -> Impact:
        return Impact(stored.work, target, stored.effect, self._awaited(stored))

    def _awaited(self, stored: StoredEffect) -> str | None:
        """The one work whose start the condition of an effect waits for."""
        effect = stored.effect
        if not effect.condition or effect.start_on is not None:
            return None
        if not any(pattern.search(fold(effect.condition)) for pattern in _starts(self._rules)):
            return None
        at = self.quote(stored.work, effect.start, effect.end).find(effect.condition)
        if at < 0:
            return None
        start = effect.start + at
        named = {
            pointer.resolution.work
            for pointer in archive.references_from(self._store, stored.work)
            if start <= pointer.start < start + len(effect.condition) and pointer.role != "history"
        }
        return named.pop() if len(named) == 1 else None

    def _text(self, work: str) -> Parsed | None:
        return None if work.startswith(SPOKEN_OF) else self._parsed(work)

    def provisions(self, work: str) -> tuple[Provision, ...]:
        """The units of the base text."""
        parsed = self._text(work)
        return () if parsed is None else parsed.provisions

    def quote(self, work: str, start: int, end: int) -> str:
        """The words of the base text."""
        parsed = self._text(work)
        return "" if parsed is None else parsed.text.content[start:end]

    def unit_at(self, work: str, offset: int) -> str:
        """The innermost unit of the base text at that character."""
        return self._tree(work).at(offset) or ""

    def ties_from(self, work: str) -> tuple[Tie, ...]:
        """The legal bases and successions that the work tells of."""
        if work.startswith(SPOKEN_OF):
            return ()
        return tuple(
            Tie(work, cited, pointer.role, pointer.start, pointer.end)
            for pointer in archive.references_from(self._store, work)
            if pointer.role in ("legal-basis", "succession")
            and (cited := pointer.resolution.work or spoken_of(pointer.target)) is not None
        )

    def ties_to(self, work: str) -> tuple[Tie, ...]:
        """The legal bases and successions of others that point at the work."""
        if work.startswith(SPOKEN_OF):
            return ()
        return tuple(
            Tie(pointer.work, work, pointer.role, pointer.start, pointer.end)
            for pointer in archive.references_to(self._store, work)
            if pointer.role in ("legal-basis", "succession")
        )


def act_of(row: WorkRow) -> Act:
    """A row of the catalogue as the timeline needs it. A work of which only a translation is here is spoken of only."""
    return Act(
        work=row.id,
        family=row.family,
        type=row.type,
        type_name=row.type_name,
        symbol=row.symbol,
        title=row.title,
        issuer=row.issuer,
        date=row.date,
        start=row.force.start_on,
        start_span=row.force.basis,
        start_rule=row.force.rule or "",
        normative=row.normative,
        present=row.language == "vi",
        complete=row.complete,
    )
