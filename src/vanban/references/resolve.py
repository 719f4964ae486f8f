"""Deciding what a reference points at: one candidate is an answer, several are a list, none is waiting.

Uses only facts that the catalogue holds as printed, weighed on the citing document's own day.
"""

import datetime as dt

from vanban.model import Reference, Resolution, Target, Work
from vanban.model.resolution import ResolutionGrade
from vanban.references import named_acts
from vanban.references.catalogue import Catalogue, WorkFacts, keys_of
from vanban.references.local_numbers import is_local, place_of
from vanban.references.name_meant import meant
from vanban.rules import Rules

_LAWS = frozenset({"luat", "bo-luat", "hien-phap"})


def resolve(
    reference: Reference, citing: Work, catalogue: Catalogue, rules: Rules, in_force: dt.date | None = None
) -> Resolution:
    """The work that `reference`, standing in the work `citing`, points at.

    `in_force` is the first day in force of the citing text, where it says one: the day of a text that tells no other.

    A symbol decides by itself where it is unique by construction; a symbol without a year (Party documents, individual
    decisions) or of a local body needs a date or the issuer beside it. A name without year or date is the act of that
    name in force when the citing document takes effect (`name_meant`); what the words say and a candidate denies is
    named in `mismatches`.
    """
    target = reference.target
    if not target.symbol and not target.title:
        inside = target.relative is not None or target.eid is not None
        return Resolution(work=citing.id or None, grade="relative") if inside else Resolution()
    candidates = {facts.id: facts for key in keys_of(reference, rules) for facts in catalogue.by_key(key)}
    found = [facts for facts in candidates.values() if _same_kind(target, facts)]
    if target.symbol:
        return _by_symbol(target, citing, found, rules)
    return _by_name(target, citing, found, rules, in_force)


def _same_kind(target: Target, facts: WorkFacts) -> bool:
    """A law and a resolution of one Quốc hội look alike (Luật 80/2015/QH13, Điều 10): the type is part of the key."""
    if not target.type or not facts.type or target.type == facts.type:
        return True
    if facts.type == "van-ban-hop-nhat" or target.type == "van-ban-hop-nhat":
        return False
    return (target.type in _LAWS) == (facts.type in _LAWS)


def _by_symbol(target: Target, citing: Work, found: list[WorkFacts], rules: Rules) -> Resolution:
    if is_local(target.symbol, rules):
        found = [facts for facts in found if _place_fits(target, citing, facts, rules)]
    same_type = [facts for facts in found if not target.type or facts.type == target.type]
    found = same_type or found
    dated = [facts for facts in found if target.date is not None and facts.date == target.date]
    if len(dated) == 1:
        return Resolution(work=dated[0].id, grade="number-and-date")
    if dated or not found:
        return Resolution(candidates=tuple(sorted(facts.id for facts in dated)))
    if len(found) > 1:
        return Resolution(candidates=tuple(sorted(facts.id for facts in found)))
    only = found[0]
    mismatches = _mismatches(target, only)
    # Without a year in it a number recurs (each year, each term): a denied date means another document.
    if "date" in mismatches and not _carries_year(target.symbol):
        return Resolution(candidates=(only.id,), mismatches=mismatches)
    return Resolution(work=only.id, grade="number", mismatches=mismatches)


def _by_name(
    target: Target, citing: Work, found: list[WorkFacts], rules: Rules, in_force: dt.date | None
) -> Resolution:
    said = target.date or target.year
    # a paper without its head tells no day of its own, but often the one on which it takes effect
    on = citing.date or in_force
    found = [facts for facts in found if facts.symbol != citing.symbol or not citing.symbol]
    found = [facts for facts in found if on is None or facts.date is None or facts.date <= on]
    if target.date is not None:
        found = [facts for facts in found if facts.date == target.date]
    elif target.year is not None:
        found = [facts for facts in found if facts.date is not None and facts.date.year == target.year]
    else:
        # a law that replaces one of its own name cites the one before it
        known = [act for act in named_acts.of_name(target.type, target.title, rules) if act.symbol != citing.symbol]
        found = list(meant(found, known, on, in_force)) if on is not None else found
    grade: ResolutionGrade = "title-and-date" if said else "title"
    if len(found) == 1:
        return Resolution(work=found[0].id, grade=grade)
    return Resolution(candidates=tuple(sorted(facts.id for facts in found)))


def _mismatches(target: Target, facts: WorkFacts) -> tuple[str, ...]:
    wrong = []
    if target.date is not None and facts.date is not None and target.date != facts.date:
        wrong.append("date")
    elif target.year is not None and facts.date is not None and target.year != facts.date.year:
        wrong.append("year")
    if target.type and facts.type and target.type != facts.type:
        wrong.append("type")
    return tuple(wrong)


def _carries_year(symbol: str) -> bool:
    return any(len(part) == 4 and part.isdigit() for part in symbol.split("/"))


def _place_fits(target: Target, citing: Work, facts: WorkFacts, rules: Rules) -> bool:
    """A local number means the body named with it, or else one of the citing document's own place."""
    place = place_of(facts.issuer, rules)
    if target.issuer:
        said = place_of(target.issuer, rules)
        return said == place or not said
    return not place or place == place_of(citing.issuer.id, rules)
