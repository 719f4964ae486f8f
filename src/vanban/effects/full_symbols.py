"""The full symbols that a text tells elsewhere of acts named by name alone, or by a number with a part left out."""

import datetime as dt
from collections.abc import Iterable

from vanban.model import Target
from vanban.orthography import fold


def _meant(named: Target, full: Iterable[Target]) -> set[str]:
    """The full symbols that one with a part left out can be a slip for: "38/TT-BTC ngày 25/3/2015" for 38/2015/TT-BTC.

    Every part of the short one stands in the full one, and the year or the printed day agrees.
    """
    parts = _parts(named.symbol)
    found = set()
    for other in full:
        whole = _parts(other.symbol)
        if len(whole) != len(parts) + 1 or not set(parts) <= set(whole):
            continue
        year = next((part for part in whole[1:] if len(part) == 4 and part.isdigit()), "")
        if (year and year in parts) or (named.date is not None and named.date == other.date):
            found.add(other.symbol)
    return found


def _parts(symbol: str) -> list[str]:
    return symbol.replace("-", "/").split("/")


def of_slips(targets: Iterable[Target]) -> dict[tuple[str, str, dt.date | None], str]:
    """What the numbers with a part left out stand for, by type, symbol and day: the one full symbol that each means."""
    different = {(target.type, target.symbol, target.date): target for target in targets}
    numbered: dict[tuple[str, str], list[Target]] = {}
    for target in different.values():
        numbered.setdefault((target.type, target.symbol.partition("/")[0]), []).append(target)
    found: dict[tuple[str, str, dt.date | None], str] = {}
    for same in numbered.values():
        for target in same if len(same) > 1 else ():
            symbols = _meant(target, same)
            if len(symbols) == 1:
                found[target.type, target.symbol, target.date] = min(symbols)
    return found


def by_name(targets: Iterable[Target]) -> dict[tuple[str, str], set[str]]:
    """The symbols that stand beside each name, told by its type and its folded words."""
    found: dict[tuple[str, str], set[str]] = {}
    for target in targets:
        if target.title:
            found.setdefault((target.type, fold(target.title)), set()).add(target.symbol)
    return found
