"""The effects upon every work of an archive, as much of each as tells a plain one from an odd one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import msgspec

from vanban.rules import Rules
from vanban.timeline.facts import Act
from vanban.timeline.making import consequences

# (acting work, work acted upon, Effect as MessagePack) of every effect, each time it is called.
Edges = Callable[[], Iterable[tuple[str, str, bytes]]]

WHOLE = (b"\x90", b"\xc0")  # the path of an effect upon the work as a whole
STOPS = ("end", "move", "suspend", "awaits")
KEEPING = ("start", "keep", "extend")  # a clause that gives or keeps force may say until when
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
    found: defaultdict[str, list[Edge]] = defaultdict(list)
    decode, look, tell = _brief.decode, known.get, table.get
    for acting, target, blob in edges():
        brief = decode(blob)
        told, source, upon = tell(brief.verb), look(acting), look(target)
        if told is None or source is None or upon is None:
            continue
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
        found[target].append(Edge(acting, kind, named, day, path, told[1], brief.end_before, blob))
    return found


def moved(edges: Mapping[str, list[Edge]]) -> set[str]:
    """The works of which a clause gives some unit, or the whole, a day of its own."""
    return {work for work, here in edges.items() if any(edge.kind == "start" for edge in here)}


def stopped(edges: Mapping[str, list[Edge]], moved_: set[str]) -> dict[str, dt.date]:
    """The first day on which anything upon a work could stop a clause of it."""
    found: dict[str, dt.date] = {}
    for work, here in edges.items():
        days = [
            (edge.day if edge.named or edge.acting not in moved_ else _ALWAYS) if edge.kind in STOPS else edge.until
            for edge in here
            if edge.kind in STOPS or edge.kind in KEEPING
        ]
        first = min((day for day in days if day is not None), default=None)
        if first is not None:
            found[work] = first
    return found
