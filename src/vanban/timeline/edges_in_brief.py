"""The effects upon the works of an archive, as much of each as tells a plain one from an odd one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from vanban.model import Unit
from vanban.rules import Rules
from vanban.timeline.facts import Act
from vanban.timeline.making import consequences

# Acting work, work acted upon, verb, Effect as MessagePack.
Row = tuple[str, str, str, bytes]

WHOLE = (b"\x90", b"\xc0")  # the path of an effect upon the work as a whole
Outermost = tuple[str, str] | None
_DIVISIONS = ("part", "chapter", "section", "subsection")


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

    target: _Where
    start_on: dt.date | None = None
    end_before: dt.date | None = None
    condition: str | None = None


class _Acting(msgspec.Struct, rename={"within": "in"}, gc=False):
    within: str


_brief = msgspec.msgpack.Decoder(_Brief).decode
_acting = msgspec.msgpack.Decoder(_Acting).decode
_path = msgspec.msgpack.Decoder(tuple[Unit, ...]).decode


class Upon(NamedTuple):
    """The effects upon one work: those that give, keep or stop force, those that make a unit, and those that bring new
    wording: four of five.
    """

    force: list[Row]
    insertions: list[Row]
    wordings: list[Row]


@cache
def _piles(rules: Rules) -> dict[str, int]:
    """The place in `Upon` of the effects of each verb that counts."""
    kinds = {verb: row.kind for verb, row in consequences(rules).items() if row.kind not in ("none", "notice")}
    return {verb: {"insert": 1, "wording": 2}.get(kind, 0) for verb, kind in kinds.items()}


def told_apart(rows: Iterable[Row], rules: Rules) -> dict[str, Upon]:
    """The effects upon each work."""
    pile_of = _piles(rules).get
    found: defaultdict[str, Upon] = defaultdict(lambda: Upon([], [], []))
    for row in rows:
        pile = pile_of(row[2])
        if pile is not None:
            found[row[1]][pile].append(row)
    return found


def read(upon: Act, rows: Iterable[Row], known: Mapping[str, Act], rules: Rules) -> Iterator[Edge]:
    """Each effect upon a work that counts: of an act that is known, and of a family that may act upon the work."""
    table = consequences(rules)
    for acting, _, verb, blob in rows:
        source = known.get(acting)
        if source is None or (source.family != upon.family and {source.family, upon.family} == {"state", "party"}):
            continue
        brief, row = _brief(blob), table[verb]
        kind: str = row.kind
        day = brief.start_on
        named = day is not None
        if not named:
            day = source.start
            if brief.condition is not None:
                kind = "awaits"
        path = bytes(brief.target.provision)
        yield Edge(acting, kind, named, day, path, row.ends_part, brief.end_before, blob)


def clause_of(edge: Edge) -> str:
    """The provision of the acting work that makes the effect."""
    return _acting(edge.blob).within


@lru_cache(maxsize=1 << 16)
def outermost(path: bytes) -> Outermost:
    """The level and number of the outermost unit of a path, None of the whole: what happens in another article is
    independent of it.
    """
    units = _path(path) if path not in WHOLE else ()
    return (units[0].level, units[0].num) if units else None


def is_division(unit: Outermost) -> bool:
    """Whether a unit may hold articles, so that what happens to it happens to them."""
    return unit is not None and unit[0] in _DIVISIONS
