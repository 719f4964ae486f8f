"""What came of files that were just added: which documents they are, and what those do to the others."""

from collections.abc import Sequence

import msgspec

from vanban import archive as room
from vanban.archive import AddReport, Progress, Store, WorkRow
from vanban.archive.both_ways import effects_both_ways
from vanban.exports.relations import EffectLine, effects_json


class Added(msgspec.Struct, frozen=True):
    """A document among the files: its hash, the work, and the effects that it has on documents of the archive."""

    sha256: str
    work: WorkRow
    effects: tuple[EffectLine, ...]


class Addition(msgspec.Struct, frozen=True):
    """An addition as a page of progress tells it: how far it is; at the end what was read, what was not and why, and
    what came of it. `fault`: why nothing could be added at all.
    """

    id: str
    files: int
    done: bool
    progress: Progress | None
    report: AddReport | None
    added: tuple[Added, ...]
    fault: str


def came_of(store: Store, sha256s: Sequence[str]) -> tuple[Added, ...]:
    """The documents of these sources, in the order of the hashes given; files that were not read are left out."""
    works = room.works_of_sources(store, sha256s)
    found = []
    for sha256 in sha256s:
        row = room.work(store, works[sha256]) if sha256 in works else None
        if row is not None:
            made = effects_json(effects_both_ways(store, row)).made
            found.append(Added(sha256, row, tuple(each for each in made if each.on and each.on != row.id)))
    return tuple(found)
