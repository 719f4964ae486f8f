"""What is in force on a day, over a whole archive: one pass over works, one over effects.

Most works are plain: acts that begin on a day they name change or end them. Their state on a day needs no proof, so it
is read from a few days a work, without events and quotes. Every work where anything else plays a part (suspended, kept
or moved parts, ends in conflict, acting clauses that had ended, undated clauses) is asked exactly, as `status` does;
a property test holds both to the same answers.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from vanban.model import Effect, Provision, State, Unit
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
_path = msgspec.msgpack.Decoder(tuple[Unit, ...])


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
# The acting work, the kind, the day named, the path, whether it ends a part, the day on which what it keeps ends, the
# effect itself.
_Row = tuple[str, str, dt.date | None, bytes, bool, dt.date | None, bytes]


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
    moved, stopped = _moved(rows), _stopped(known, rows)
    exact = _exact(on, known, rows, moved, stopped, rules, provisions)
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
        rows[target].append((acting, told, day, bytes(brief.target.provision), ends_part, brief.end_before, blob))
    return rows


def _day(row: _Row, known: dict[str, Act]) -> dt.date | None:
    return row[2] if row[2] is not None else known[row[0]].start


def _moved(rows: dict[str, list[_Row]]) -> set[str]:
    """The works of which a clause gives some unit, or the whole, a day of its own."""
    return {work for work, here in rows.items() if any(row[1] == "start" for row in here)}


def _stopped(known: dict[str, Act], rows: dict[str, list[_Row]]) -> dict[str, dt.date]:
    """The first day on which anything upon a work could stop a clause of it."""
    moved = _moved(rows)
    found: dict[str, dt.date] = {}
    for work, here in rows.items():
        for row in here:
            day = row[5] if row[1] in _KEEPING else None
            if row[1] in _STOPS:
                day = _ALWAYS if row[2] is None and row[0] in moved else _day(row, known)
            if day is not None:
                found[work] = min(day, found.get(work, day))
    return found


def _is_plain(work: str, row: _Row, known: dict[str, Act], moved: set[str], stopped: dict[str, dt.date]) -> bool:
    """Whether an effect takes place on the day that can be read from it and its acting work, and does nothing odd."""
    acting, kind, named, *_ = row
    day = _day(row, known)
    if kind not in _PLAIN or acting == work or day is None or (named is None and acting in moved):
        return False
    return acting not in stopped or day < stopped[acting]


@lru_cache(maxsize=1 << 16)
def _article(path: bytes) -> tuple[str, str] | None:
    """The outermost unit of a path: what happens in another article is independent of it."""
    units = _path.decode(path) if path not in _WHOLE else ()
    return (units[0].level, units[0].num) if units else None


def _odd(
    work: str, here: list[_Row], known: dict[str, Act], moved: set[str], stopped: dict[str, dt.date]
) -> list[_Row]:
    """The effects upon a work that must be asked exactly, with every other upon the same articles; [] where none."""
    odd = [row for row in here if not _is_plain(work, row, known, moved, stopped)]
    inserted = {row[3] for row in here if row[1] == "insert"}
    whole = [row for row in here if row[1] == "end" and row[3] in _WHOLE]
    if inserted:
        odd += [row for row in here if row[1] != "insert" and row[3] in inserted]
    if len({_day(row, known) for row in whole}) > 1:
        odd += whole
    if not odd:
        return []
    articles = {_article(row[3]) for row in odd}
    if any(_is_division(article) for article in articles):
        return here
    return [row for row in here if (unit := _article(row[3])) is None or unit in articles or _is_division(unit)]


def _is_division(unit: tuple[str, str] | None) -> bool:
    """Whether a unit may hold articles, so that what happens to it happens to them."""
    return unit is not None and unit[0] in _DIVISIONS


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
    moved: set[str],
    stopped: dict[str, dt.date],
    rules: Rules,
    provisions: Callable[[str], tuple[Provision, ...]],
) -> dict[str, State]:
    """The works with anything odd upon them, asked one by one, over the odd effects and those upon the acts behind."""
    asked = {work: odd for work, here in rows.items() if (odd := _odd(work, here, known, moved, stopped))}
    upon: dict[str, list[Impact]] = {}
    fresh, acting = set(asked), set()
    while fresh:
        behind: set[str] = set()
        for work in fresh:
            deciding = asked.get(work) or [row for row in rows.get(work, ()) if row[1] in (*_STOPS, *_KEEPING)]
            upon[work] = [Impact(row[0], work, _effect.decode(row[6])) for row in deciding]
            behind.update(row[0] for row in deciding)
        acting |= behind
        fresh = behind - upon.keys()
    taken = {work: {id(row) for row in odd} for work, odd in asked.items()}
    for work in asked.keys() & acting:
        # A work that is asked about may stand behind others too: then what could stop its clauses belongs to it.
        upon[work] += [
            Impact(row[0], work, _effect.decode(row[6]))
            for row in rows[work]
            if id(row) not in taken[work] and row[1] in (*_STOPS, *_KEEPING)
        ]
    ledger = Ledger(_Known(known, upon, provisions), rules)
    found: dict[str, State] = {}
    for work in asked:
        state = state_in_brief(work, on, ledger)
        if state == "in-force":
            others = (row for row in rows[work] if row[4] and id(row) not in taken[work])
            if any((day := _day(row, known)) is not None and day <= on for row in others):
                state = "ended-in-part"
        found[work] = state
    return found
