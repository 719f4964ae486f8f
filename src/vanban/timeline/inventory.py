"""What is in force on a day, over a whole archive: one pass over works, one over effects.

Most works are plain: acts that begin on a day they name change or end them. Their state on a day needs no proof, so it
is read from a few days a work, without events and quotes. Every work where anything else plays a part (suspended, kept
or moved parts, ends in conflict, acting clauses that had ended, undated clauses) is asked exactly, as `status` does;
a property test holds both to the same answers.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from vanban.model import Effect, Provision, State
from vanban.rules import Rules
from vanban.timeline.brief import state_in_brief
from vanban.timeline.facts import Act, Impact, Tie
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences

Edges = Callable[[], Iterable[tuple[str, str, bytes]]]

_STOPS = ("end", "move", "suspend", "awaits")
_KEEPING = ("start", "keep", "extend")  # a clause that gives or keeps force may say until when
_PLAIN = ("end", "move", "wording", "insert")
_DIVISIONS = ("part", "chapter", "section", "subsection")
_ALWAYS = dt.date.min
_effect = msgspec.msgpack.Decoder(Effect)


class _Where(msgspec.Struct):
    """As much of a target as the plain way needs."""

    provision: msgspec.Raw = msgspec.Raw(b"\x90")


class _Brief(msgspec.Struct, rename={"start_on": "from", "end_before": "to"}):
    """As much of an effect as the plain way needs; the rest of its bytes is passed over."""

    verb: str
    target: _Where
    start_on: dt.date | None = None
    end_before: dt.date | None = None
    condition: str | None = None


_brief = msgspec.msgpack.Decoder(_Brief)
_WHOLE = (b"\x90", b"\xc0")
# The acting work, the kind, the day named, the path, whether it ends a part, the day on which what it keeps ends.
_Row = tuple[str, str, dt.date | None, bytes, bool, dt.date | None]


class _Known:
    """`Facts` over what was gathered for the works that are asked exactly: no texts, so no quotes."""

    def __init__(self, acts: dict[str, Act], upon: dict[str, list[Impact]], read: Callable[[str], Any]) -> None:
        self._acts, self._upon, self._read = acts, upon, read
        self._divided = {
            impact.target
            for impacts in upon.values()
            for impact in impacts
            if any(
                unit.level in ("part", "chapter", "section", "subsection") for unit in impact.effect.target.provision
            )
        }

    def act(self, work: str) -> Act | None:
        return self._acts.get(work)

    def upon(self, work: str) -> tuple[Impact, ...]:
        return tuple(self._upon.get(work, ()))

    def made_by(self, work: str) -> tuple[Impact, ...]:
        return ()

    def provisions(self, work: str) -> tuple[Provision, ...]:
        # Which articles a chapter holds is only told by the text.
        return self._read(work) if work in self._divided else ()

    def quote(self, work: str, start: int, end: int) -> str:
        return ""

    def unit_at(self, work: str, offset: int) -> str:
        return ""

    def ties_from(self, work: str) -> tuple[Tie, ...]:
        return ()

    def ties_to(self, work: str) -> tuple[Tie, ...]:
        return ()


def states_on(
    on: dt.date,
    acts: Iterable[Act],
    edges: Edges,
    rules: Rules,
    provisions: Callable[[str], tuple[Provision, ...]] = lambda work: (),
) -> Iterator[tuple[str, State]]:
    """The state of every work on a day, in the order of `acts`.

    `edges` gives (acting work, target work, Effect as MessagePack) of every effect, each time it is called;
    `provisions` the units of a work, asked only where a clause acts upon a chapter or the like.
    """
    known = {act.work: act for act in acts}
    rows = _rows(known, edges, rules)
    intricate = _intricate(known, rows)
    exact = _exact(on, known, rows, intricate, edges, rules, provisions)
    for work, act in known.items():
        yield work, exact[work] if work in exact else _plain_state(on, act, rows.get(work, ()), known)


def counts_on(states: Iterable[tuple[str, State]]) -> dict[State, int]:
    """How many works are in each state."""
    return dict(Counter(state for _, state in states))


def _rows(known: dict[str, Act], edges: Edges, rules: Rules) -> dict[str, list[_Row]]:
    """The effects upon each work in brief, those that its family does not admit left out."""
    table = {verb: (row.kind, row.ends_part) for verb, row in consequences(rules).items()}
    rows: defaultdict[str, list[_Row]] = defaultdict(list)
    for acting, target, blob in edges():
        brief = _brief.decode(blob)
        kind, ends_part = table[brief.verb]
        if kind in ("none", "notice") or target not in known or acting not in known:
            continue
        if {known[acting].family, known[target].family} == {"state", "party"}:
            continue
        day = brief.start_on
        awaits = day is None and brief.condition is not None
        told = "awaits" if awaits else kind
        rows[target].append((acting, told, day, bytes(brief.target.provision), ends_part, brief.end_before))
    return rows


def _day(row: _Row, known: dict[str, Act]) -> dt.date | None:
    return row[2] if row[2] is not None else known[row[0]].start


def _intricate(known: dict[str, Act], rows: dict[str, list[_Row]]) -> set[str]:
    """The works whose state cannot be read from the days alone."""
    moved = {work for work, here in rows.items() if any(row[1] == "start" for row in here)}
    stopped: dict[str, dt.date] = {}
    for work, here in rows.items():
        for row in here:
            day = row[5] if row[1] in _KEEPING else None
            if row[1] in _STOPS:
                day = _ALWAYS if row[2] is None and row[0] in moved else _day(row, known)
            if day is not None:
                stopped[work] = min(day, stopped.get(work, day))
    return {work for work, here in rows.items() if _is_intricate(work, here, known, moved, stopped)}


def _is_intricate(
    work: str, here: list[_Row], known: dict[str, Act], moved: set[str], stopped: dict[str, dt.date]
) -> bool:
    inserted = {row[3] for row in here if row[1] == "insert"}
    ends: set[tuple[str, dt.date | None]] = set()
    for row in here:
        acting, kind, named, path, *_ = row
        day = _day(row, known)
        if kind not in _PLAIN or acting == work or day is None or (named is None and acting in moved):
            return True
        if acting in stopped and stopped[acting] <= day:
            return True
        if kind != "insert" and path in inserted:
            return True
        if kind == "end" and path in _WHOLE:
            ends.add((acting, day))
    return len({day for _, day in ends}) > 1


def _plain_state(on: dt.date, act: Act, here: Iterable[_Row], known: dict[str, Act]) -> State:
    part = False
    for row in here:
        day = _day(row, known)
        if day is not None and day <= on:
            if row[1] in ("end", "move") and row[3] in _WHOLE:
                return "ended"
            part = part or row[4] or row[1] in ("end", "move")
    if act.start is None:
        return "not-yet" if act.date is not None and on < act.date else "unknown"
    if on < act.start:
        return "not-yet"
    return "ended-in-part" if part else "in-force"


def _exact(
    on: dt.date,
    known: dict[str, Act],
    rows: dict[str, list[_Row]],
    intricate: set[str],
    edges: Edges,
    rules: Rules,
    provisions: Callable[[str], tuple[Provision, ...]],
) -> dict[str, State]:
    """The intricate works asked one by one, over their effects and those upon the acts that make them."""
    if not intricate:
        return {}
    needed, fresh = set(intricate), set(intricate)
    while fresh:
        fresh = {row[0] for work in fresh for row in rows.get(work, ())} - needed
        needed |= fresh
    upon: defaultdict[str, list[Impact]] = defaultdict(list)
    for acting, target, blob in edges():
        if target in needed and acting in known:
            upon[target].append(Impact(acting, target, _effect.decode(blob)))
    ledger = Ledger(_Known(known, upon, provisions), rules)
    return {work: state_in_brief(work, on, ledger) for work in sorted(intricate)}
