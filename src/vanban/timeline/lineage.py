"""What a work comes from and what became of it: a view over effects and pointers, never stored."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from vanban.rules import Rules
from vanban.timeline.facts import Act, Facts, Impact
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences

Relation = Literal[
    "self", "replaces", "replaced-by", "repeals", "repealed-by", "succeeds", "succeeded-by", "amends", "amended-by",
    "suspends", "suspended-by", "details", "detailed-by", "based-on", "basis-of",
]  # fmt: skip

# The clause "Luật cũ hết hiệu lực kể từ ngày Luật này có hiệu lực" of a document of the same type makes a successor.
_REPLACING = ("replace-work", "end")
_FOLLOWED: tuple[Relation, ...] = (
    "replaces", "replaced-by", "repeals", "repealed-by", "succeeds", "succeeded-by", "amended-by", "amends",
    "suspends", "suspended-by", "details", "detailed-by", "based-on", "basis-of",
)  # fmt: skip


class Kin(msgspec.Struct, frozen=True, rename={"within": "in"}):
    """A work and how it is related to the one above it in the tree: `relation` reads from the work above to this one.

    `work` {replaces, is amended by …}; `day` is when, where a clause dates it, `by` and `within` the document and unit
    whose words `quote` say so. `cut` where the tree goes on but was not followed: too deep, or met before.
    """

    work: str
    type_name: str
    symbol: str
    title: str
    date: dt.date | None
    present: bool
    relation: Relation
    day: dt.date | None = None
    by: str = ""
    within: str = ""
    quote: str = ""
    cut: bool = False
    children: tuple["Kin", ...] = ()


def lineage(work: str, facts: Facts, rules: Rules, depth: int = 3) -> Kin:
    """The tree of what `work` replaces, amends, details and rests on, and of what does so to it.

    Each branch follows its own relation on ("replaced by … replaced by …"), `depth` steps at most; a work met before on
    the way is shown and not followed.
    """
    ledger = Ledger(facts, rules)
    act = ledger.act(work)
    children = tuple(kin for relation in _FOLLOWED for kin in _branch(work, relation, ledger, depth, frozenset({work})))
    return _kin(act, "self", children=children)


def _branch(work: str, relation: Relation, ledger: Ledger, depth: int, met: frozenset[str]) -> Iterator[Kin]:
    for other, day, by, within, quote in _related(work, relation, ledger):
        further = depth > 1 and other not in met
        below = tuple(_branch(other, relation, ledger, depth - 1, met | {other})) if further else ()
        cut = not further and any(True for _ in _related(other, relation, ledger))
        yield _kin(ledger.act(other), relation, day, by, within, quote, cut, below)


def _kin(
    act: Act,
    relation: Relation,
    day: dt.date | None = None,
    by: str = "",
    within: str = "",
    quote: str = "",
    cut: bool = False,
    children: tuple[Kin, ...] = (),
) -> Kin:
    return Kin(act.work, act.type_name, act.symbol, act.title, act.date, act.present, relation, day, by, within, quote,
               cut, children)  # fmt: skip


_Told = tuple[str, dt.date | None, str, str, str]


def _related(work: str, relation: Relation, ledger: Ledger) -> list[_Told]:
    """The works in one relation to `work`, each once, the earliest first, with the clause that says so."""
    if relation in ("based-on", "basis-of", "succeeds", "succeeded-by"):
        return _tied(work, relation, ledger)
    passive = relation.endswith("-by")
    impacts = ledger.upon(work) if passive else ledger.facts.made_by(work)
    found: dict[str, _Told] = {}
    for impact in impacts:
        if impact.acting == impact.target or relation not in _relations_of(impact, ledger):
            continue
        other = impact.acting if passive else impact.target
        told = (other, _day(impact, ledger), impact.acting, impact.effect.within, ledger.quote(impact))
        if other not in found or _order(told) < _order(found[other]):
            found[other] = told
    return sorted(found.values(), key=_order)


def _order(told: _Told) -> tuple[str, str, str]:
    return (str(told[1] or "~"), told[0], told[3])


def _day(impact: Impact, ledger: Ledger) -> dt.date | None:
    fired = ledger.fired(impact)
    return None if fired.void else fired.day


def _relations_of(impact: Impact, ledger: Ledger) -> tuple[Relation, ...]:
    """The relation that an effect makes, in its active and its passive name."""
    verb, kind = impact.effect.verb, consequences(ledger.rules)[impact.effect.verb].kind
    whole = not impact.effect.target.provision
    if verb == "detail":
        return "details", "detailed-by"
    if kind == "suspend":
        return "suspends", "suspended-by"
    if kind == "end" and whole:
        same = ledger.act(impact.acting).type == ledger.act(impact.target).type
        replacing = verb == "replace-work" or (verb in _REPLACING and same)
        return ("replaces", "replaced-by") if replacing else ("repeals", "repealed-by")
    if kind in ("end", "wording", "insert", "move") or verb == "correct":
        return "amends", "amended-by"
    return ()


def _tied(work: str, relation: Relation, ledger: Ledger) -> list[_Told]:
    kind = "legal-basis" if relation in ("based-on", "basis-of") else "succession"
    outward = relation in ("based-on", "succeeds")
    ties = ledger.facts.ties_from(work) if outward else ledger.facts.ties_to(work)
    found: dict[str, _Told] = {}
    for tie in sorted(ties, key=lambda each: (each.citing, each.start, each.cited)):
        if tie.kind == kind and tie.citing != tie.cited:
            other = tie.cited if outward else tie.citing
            quote = ledger.facts.quote(tie.citing, tie.start, tie.end)
            found.setdefault(other, (other, ledger.act(other).date, tie.citing, "", quote))
    return sorted(found.values(), key=_order)
