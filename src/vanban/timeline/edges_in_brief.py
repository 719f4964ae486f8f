"""The effects upon every work of an archive, as much of each as tells a plain one from an odd one."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

import msgspec

from vanban.rules import Rules
from vanban.timeline.facts import Act
from vanban.timeline.making import consequences

# (acting work, work acted upon, Effect as MessagePack) of every effect, each time it is called.
Edges = Callable[[], Iterable[tuple[str, str, bytes]]]

WHOLE = (b"\x90", b"\xc0")  # the path of an effect upon the work as a whole
_STOPS = frozenset(("end", "move", "suspend", "awaits"))
_FORCE = _STOPS | {"start", "keep", "extend"}  # a clause that gives or keeps force may say until when
_ALWAYS = dt.date.min


class Edge(msgspec.Struct, frozen=True, gc=False):
    """An effect upon a work. `day` is the day that it names (`named`), or else its acting work's first; `until` the day
    on which what it keeps ends; `path` the provision and `blob` the whole effect, as MessagePack.
    """

    acting: str
    kind: str
    named: bool
    day: dt.date | None
    path: bytes
    ends_part: bool
    until: dt.date | None
    blob: bytes


class _Where(msgspec.Struct, gc=False):
    provision: msgspec.Raw = msgspec.Raw(b"\x90")


class _Brief(msgspec.Struct, rename={"start_on": "from", "end_before": "to"}, gc=False):
    """What is decoded of an effect; the rest of its bytes is passed over."""

    verb: str
    target: _Where
    start_on: dt.date | None = None
    end_before: dt.date | None = None
    condition: str | None = None


_brief = msgspec.msgpack.Decoder(_Brief)


def read(known: Mapping[str, Act], edges: Edges, rules: Rules) -> dict[str, list[Edge]]:
    """The effects upon each work, those that its family does not admit left out."""
    table = {
        verb: (row.kind, row.ends_part)
        for verb, row in consequences(rules).items()
        if row.kind not in ("none", "notice")
    }
    found: dict[str, tuple[Act, list[Edge]]] = {}
    decode, tell = _brief.decode, table.get
    last, source = "", None
    for acting, target, blob in edges():
        if acting != last:  # the effects of one act mostly come together
            last, source = acting, known.get(acting)
        there = found.get(target)
        if there is None and target in known:
            there = found[target] = known[target], []
        brief = decode(blob)
        told = tell(brief.verb)
        if told is None or source is None or there is None:
            continue
        upon, here = there
        if source.family != upon.family and {source.family, upon.family} == {"state", "party"}:
            continue
        kind: str = told[0]
        day = brief.start_on
        named = day is not None
        if not named:
            day = source.start
            if brief.condition is not None:
                kind = "awaits"
        path = bytes(brief.target.provision)
        here.append(Edge(source.work, kind, named, day, path, told[1], brief.end_before, blob))
    return {work: here for work, (_, here) in found.items() if here}


def of_force(edges: Mapping[str, list[Edge]]) -> dict[str, list[Edge]]:
    """Of the effects upon each work those that give, keep or stop force: not new wording."""
    chosen = ((work, [edge for edge in here if edge.kind in _FORCE]) for work, here in edges.items())
    return {work: here for work, here in chosen if here}


def moved(force: Mapping[str, list[Edge]]) -> set[str]:
    """The works of which a clause gives some unit, or the whole, a day of its own."""
    return {work for work, here in force.items() if any(edge.kind == "start" for edge in here)}


def stopped(force: Mapping[str, list[Edge]], moved_: set[str]) -> dict[str, dt.date]:
    """The first day on which anything upon a work could stop a clause of it."""
    found: dict[str, dt.date] = {}
    for work, here in force.items():
        days = [
            (edge.day if edge.named or edge.acting not in moved_ else _ALWAYS) if edge.kind in _STOPS else edge.until
            for edge in here
        ]
        first = min((day for day in days if day is not None), default=None)
        if first is not None:
            found[work] = first
    return found
