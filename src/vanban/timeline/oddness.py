"""Which effects upon a work take place on the day that can be read from them, and which must be asked exactly."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from vanban.model import State, Unit
from vanban.timeline.edges_in_brief import WHOLE, Edge
from vanban.timeline.facts import Act

_PLAIN = frozenset({"end", "move", "wording", "insert"})
_DIVISIONS = ("part", "chapter", "section", "subsection")
_path = msgspec.msgpack.Decoder(tuple[Unit, ...])


def odd(work: str, here: list[Edge], moved: set[str], stopped: dict[str, dt.date]) -> list[Edge]:
    """The effects upon a work that must be asked exactly; [] where every one takes place as it is read.

    Odd are those that suspend, keep or move, whose acting clause may have been moved or stopped, whose day is not
    known, those at odds with another end of the whole, and those upon a unit that was inserted.
    """
    found: list[Edge] = []
    inserted: set[bytes] = set()
    whole: list[Edge] = []
    for edge in here:
        kind, day, acting = edge.kind, edge.day, edge.acting
        if (
            kind not in _PLAIN
            or day is None
            or acting == work
            or (not edge.named and acting in moved)
            or (acting in stopped and day >= stopped[acting])
        ):
            found.append(edge)
        if kind == "insert":
            inserted.add(edge.path)
        elif kind == "end" and edge.path in WHOLE:
            whole.append(edge)
    if inserted:
        found += [edge for edge in here if edge.path in inserted and edge.kind != "insert"]
    if len({edge.day for edge in whole}) > 1:
        found += whole
    return found


def with_neighbours(odd_: list[Edge], here: list[Edge]) -> list[Edge]:
    """Odd effects with every other that may decide with them: upon the same articles, what holds them, the whole."""
    articles = {_article(edge.path) for edge in odd_}
    if any(_is_division(article) for article in articles):
        return here
    return [edge for edge in here if (unit := _article(edge.path)) is None or unit in articles or _is_division(unit)]


def plain_state(on: dt.date, act: Act, here: Iterable[Edge]) -> State:
    """The state of a work upon which nothing odd happened."""
    part = False
    for edge in here:
        if edge.day is not None and edge.day <= on:
            if edge.kind in ("end", "move") and edge.path in WHOLE:
                return "ended"
            part = part or edge.ends_part or edge.kind in ("end", "move")
    if act.start is None:
        return "not-yet" if act.date is not None and on < act.date else "unknown"
    if on < act.start:
        return "not-yet"
    return "ended-in-part" if part else "in-force"


def settled(on: dt.date, act: Act, odd_: list[Edge], here: list[Edge]) -> tuple[State | None, list[Edge]]:
    """The state of a work with odd effects upon it where they cannot change it; else None, and those that can.

    What happens to articles changes the state of a work in force only by suspending one, or by being the only end or
    change of its words; that of a work that has ended only by keeping one.
    """
    if any(edge.path in WHOLE or _is_division(_article(edge.path)) for edge in odd_):
        return None, with_neighbours(odd_, here)
    articles = {_article(edge.path) for edge in odd_}
    state = plain_state(on, act, (edge for edge in here if edge.path in WHOLE))
    if state == "in-force":
        elsewhere = (edge for edge in here if edge.day is not None and edge.day <= on)
        if any(_changes(edge) and not _is_division(unit := _article(edge.path)) and unit not in articles
               for edge in elsewhere):  # fmt: skip
            state = "ended-in-part"
    if state == "in-force":
        return None, with_neighbours(odd_, here)
    deciding = {"ended": ("keep", "extend"), "ended-in-part": ("suspend",)}.get(state, ())
    fewer = [edge for edge in odd_ if edge.kind in deciding]
    return (None, with_neighbours(fewer, here)) if fewer else (state, [])


def _changes(edge: Edge) -> bool:
    return edge.ends_part or edge.kind in ("end", "move")


@lru_cache(maxsize=1 << 16)
def _article(path: bytes) -> tuple[str, str] | None:
    """The outermost unit of a path: what happens in another article is independent of it."""
    units = _path.decode(path) if path not in WHOLE else ()
    return (units[0].level, units[0].num) if units else None


def _is_division(unit: tuple[str, str] | None) -> bool:
    """Whether a unit may hold articles, so that what happens to it happens to them."""
    return unit is not None and unit[0] in _DIVISIONS
