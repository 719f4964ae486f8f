"""Which law judges which day: the regime of a day and a level of government, and the order of legal force.

The end of a document is judged by the regime in force on the day of the ending event; later regimes neither revive nor
end it (Luật 80/2015/QH13, Điều 156; Luật 64/2025/QH15, Điều 58).
"""

import datetime as dt
import re
from functools import cache
from typing import Literal

from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.legal_rank import LegalRank
from vanban.rules.validity_regime import ValidityRegime
from vanban.timeline.facts import Act

Reach = Literal["central", "province", "below"]


@cache
def _marks(rules: Rules) -> tuple[tuple[re.Pattern[str], Reach], ...]:
    return tuple((re.compile(row.pattern), row.level) for row in rules.government_levels)


@cache
def _ranks(rules: Rules) -> dict[str, tuple[tuple[re.Pattern[str], LegalRank], ...]]:
    types = {name for row in rules.legal_ranks for name in row.types}
    return {
        name: tuple((re.compile(row.issuers), row) for row in rules.legal_ranks if name in row.types) for name in types
    }


@cache
def reach(issuer: str, symbol: str, rules: Rules) -> Reach:
    """How far down the issuer stands: central, province, or below it (district, commune)."""
    words = f"{fold(issuer)} {fold(symbol)}"
    return next((level for pattern, level in _marks(rules) if pattern.search(words)), "central")


@cache
def _regime(day: dt.date, level: str, rules: Rules) -> ValidityRegime | None:
    for row in rules.validity_regimes:
        if row.level == level and row.since <= day and (row.until is None or day < row.until):
            return row
    return None


def regime_of(act: Act, day: dt.date | None, rules: Rules) -> ValidityRegime | None:
    """The regime that judges what happens to `act` on `day`.

    None for a Party document (the rules of the State never touch it), for an unknown day, and before 1-1-1997.
    """
    if act.family != "state" or day is None:
        return None
    level = "central" if reach(act.issuer, act.symbol, rules) == "central" else "local"
    return _regime(day, level, rules)


def rank_of(act: Act, rules: Rules) -> int | None:
    """The place of a State document in the order of legal force, 1 the highest; None where no row knows it."""
    if act.family != "state":
        return None
    rows = _ranks(rules).get(act.type, ())
    return next((row.rank for pattern, row in rows if pattern.match(act.issuer)), None)
