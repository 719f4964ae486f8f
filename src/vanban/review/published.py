"""Which ends have been published before, so that part B lists only what was missed (NĐ 79/2025/NĐ-CP, Điều 43 khoản 3).

Known from two places: decisions in the archive that publish lists and name the document, and lists that the caller
gives (the `--json` of an earlier year).
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from vanban import archive
from vanban.archive import Store
from vanban.model.errors import UsageError
from vanban.orthography import fold
from vanban.references.keys import symbol_key
from vanban.rules import Rules
from vanban.timeline.archived import spoken_of
from vanban.timeline.gathered import GatheredFacts


class Published:
    """The ends that were published: by work the day of the last list that names it, and the days given."""

    def __init__(self) -> None:
        self._announced: defaultdict[str, dt.date] = defaultdict(lambda: dt.date.min)
        self._given: set[tuple[str, dt.date]] = set()

    def announce(self, work: str, day: dt.date) -> None:
        """A decision of that day names the work."""
        self._announced[work] = max(self._announced[work], day)

    def give(self, work: str, day: dt.date) -> None:
        """An earlier list has this end."""
        self._given.add((work, day))

    def has(self, work: str, day: dt.date) -> bool:
        """Whether the end of a work on a day was published."""
        announced = work in self._announced and day <= self._announced[work]
        return announced or (work, day) in self._given


def published(store: Store, facts: GatheredFacts, earlier: Iterable[bytes], rules: Rules) -> Published:
    """What was published, by the archive and by earlier lists. Raises UsageError for what is no such list."""
    found = Published()
    rows = [(re.compile(row.pattern), row.words or "") for row in rules.review_announcements]
    for work, row in facts.rows.items():
        title = f"{row.type_name} {row.title}"
        if row.date is None or not any(p.search(fold(title)) and w in title.lower() for p, w in rows):
            continue
        for reference in archive.references_from(store, work):
            named = reference.resolution.work or spoken_of(reference.target)
            if named is not None:
                found.announce(_known(named, facts), row.date)
    for lines in earlier:
        for work, day in _listed(lines):
            found.give(work, day)
    return found


def _known(work: str, facts: GatheredFacts) -> str:
    if not work.startswith("?") or "|" in work:
        return work
    key = symbol_key(work[1:])
    return next((name for name in facts.absent if "|" not in name and symbol_key(name[1:]) == key), work)


class _Document(msgspec.Struct):
    work: str


class _Entry(msgspec.Struct):
    day: dt.date


class _Row(msgspec.Struct):
    document: _Document
    entries: tuple[_Entry, ...]


class _Group(msgspec.Struct):
    rows: tuple[_Row, ...]


class _Part(msgspec.Struct):
    groups: tuple[_Group, ...]


class _Lists(msgspec.Struct):
    ended: tuple[_Part, ...]
    ended_in_part: tuple[_Part, ...]


def _listed(data: bytes) -> Iterable[tuple[str, dt.date]]:
    try:
        lists = msgspec.json.decode(data, type=_Lists)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise UsageError("not-a-list", fault=str(error)) from error
    for part in (*lists.ended, *lists.ended_in_part):
        for group in part.groups:
            for row in group.rows:
                yield from ((row.document.work, entry.day) for entry in row.entries)
