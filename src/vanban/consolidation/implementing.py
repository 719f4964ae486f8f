"""The clauses on implementation: those of the amending acts, and the unit of the base where their note stands.

Pháp lệnh 01/2012/UBTVQH13, Điều 17, khoản 1.
"""

import re
from collections.abc import Iterable
from functools import cache

from vanban.consolidation.change import TEXTUAL
from vanban.model import ExpressedProvision, Parsed, Provision
from vanban.orthography import fold
from vanban.rules import Rules


@cache
def _patterns(rules: Rules) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(row.pattern), row.rank) for row in rules.implementing_headings)


def rank(heading: str, rules: Rules) -> int | None:
    """How well a name says that its unit is about implementation: 1 is best; None: it does not."""
    folded = fold(heading).strip(" .:;")
    return min((rank for pattern, rank in _patterns(rules) if pattern.fullmatch(folded)), default=None)


def implementing_articles(acting: Parsed, rules: Rules) -> tuple[Provision, ...]:
    """The articles of an amending act on its implementation, in order: by their name; where no article has a name of
    that kind, the last one if it changes no text and says when the act begins.
    """
    articles = [
        unit for unit in acting.provisions if unit.level == "article" and not unit.quoted and "app_" not in unit.eid
    ]
    named = tuple(unit for unit in articles if rank(unit.heading, rules) is not None)
    if named or not articles:
        return named
    last, basis = articles[-1], acting.force.basis
    changes_text = any(effect.verb in TEXTUAL and last.start <= effect.start < last.end for effect in acting.effects)
    begins = basis is not None and last.start <= basis.start < last.end
    return (last,) if begins and not changes_text else ()


def implementing_unit(units: Iterable[ExpressedProvision], rules: Rules) -> ExpressedProvision | None:
    """The article of a text on its implementation, or else the chapter; None where it has neither."""
    ranked = [
        (found, unit.level != "article", -unit.start, unit)
        for unit in units
        if unit.level in ("article", "chapter") and not unit.quoted and not unit.eid.startswith(("app_", "form_"))
        if (found := rank(unit.heading, rules)) is not None
    ]
    return min(ranked, key=lambda each: each[:3])[3] if ranked else None
