"""What `resolve` may ask about the works that an archive holds: facts as printed, nothing else.

An archive implements `Catalogue` over its own tables; `Shelf` is the same in memory. The contract between the two
sides is the key, a short string: `keys_of_work` says under which keys a work is filed, `keys_of` which keys could
answer a reference. A work that arrives therefore reopens exactly the references that share one of its keys.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

import msgspec

from vanban.model import Family, Reference, Work
from vanban.references import named_acts
from vanban.references.keys import symbol_key, title_key
from vanban.rules import Rules


class WorkFacts(msgspec.Struct, frozen=True):
    """What a catalogue tells of one work, as printed: identity, and the days of its force where the text says them.

    `issuer` is the issuer's id ("chinh-phu", "ubnd-tinh-ha-tinh"); `force_start` is the first day in force, `force_end`
    the first day on which it no longer is. None and "" mean: not known.
    """

    id: str
    family: Family
    type: str
    symbol: str
    title: str
    issuer: str
    date: dt.date | None
    force_start: dt.date | None = None
    force_end: dt.date | None = None


class Catalogue(Protocol):
    """The works of an archive, by key."""

    def by_key(self, key: str) -> tuple[WorkFacts, ...]:
        """Every work filed under `key` (see `keys_of_work`), in any order."""
        ...


def keys_of_work(facts: WorkFacts) -> tuple[str, ...]:
    """The keys under which a work is filed: its symbol's ("s:34/2016/NĐ-CP") and its title's ("t:luat:đât đai")."""
    keys = []
    if facts.symbol:
        keys.append(f"s:{symbol_key(facts.symbol)}")
    if facts.title:
        keys.append(f"t:{title_key(facts.type, facts.title)}")
    return tuple(keys)


def facts_of(work: Work, force_start: dt.date | None = None, force_end: dt.date | None = None) -> WorkFacts:
    """The facts that a catalogue keeps of an identified work."""
    return WorkFacts(
        work.id, work.family, work.type, work.symbol, work.title, work.issuer.id, work.date, force_start, force_end
    )


def keys_of(reference: Reference, rules: Rules) -> tuple[str, ...]:
    """The keys of the works that could answer `reference`; () for one that stays inside its own document.

    A symbol asks under the symbol alone. A name asks under the title, and under the symbol of every act of that name
    in the table `named_acts`.
    """
    target = reference.target
    if target.symbol:
        return (f"s:{symbol_key(target.symbol)}",)
    if not target.title:
        return ()
    symbols = (
        f"s:{symbol_key(act.symbol)}" for act in named_acts.of_name(target.type, target.title, rules) if act.symbol
    )
    return tuple(dict.fromkeys((f"t:{title_key(target.type, target.title)}", *symbols)))


class Shelf:
    """A catalogue in memory, for tests and small sets of documents."""

    def __init__(self, works: Iterable[WorkFacts] = ()) -> None:
        self._filed: defaultdict[str, list[WorkFacts]] = defaultdict(list)
        for facts in works:
            self.add(facts)

    def add(self, facts: WorkFacts) -> None:
        """File one more work under each of its keys."""
        for key in keys_of_work(facts):
            self._filed[key].append(facts)

    def by_key(self, key: str) -> tuple[WorkFacts, ...]:
        """Every work filed under `key`."""
        return tuple(self._filed.get(key, ()))
