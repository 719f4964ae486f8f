"""What the reading room asks of an archive: one function a page, so that a page, its JSON and a program share it."""

import datetime as dt
from collections.abc import Sequence

from vanban import archive as room
from vanban.api.added import Added, came_of
from vanban.api.compared import Compared, compared
from vanban.api.finding import OpenStore
from vanban.api.force_periods import ForcePeriods, force_periods
from vanban.api.front import Front, front
from vanban.api.judging import Judged, Verdict, judge_fact, judged
from vanban.api.opened import Opened, opened
from vanban.api.originals import Originals, original, originals
from vanban.api.unit_page import UnitPage, unit_page
from vanban.archive import Changed, Shelved, WorkRow
from vanban.model import Judgement


class PagesOfArchive(OpenStore):
    """The part of `Archive` that pages are made of; see there for what `words` are."""

    def opened(self, words: str, *, on: dt.date) -> Opened:
        """A document as a reader opens it on a day: its words, what of it is in force, where its pointers lead."""
        return opened(self.store, self.find(words), on, self.rules)

    def unit(self, words: str, eid: str, *, on: dt.date) -> UnitPage:
        """One provision on a day: its words and their history, what it cites, who cites it, what acts upon it."""
        return unit_page(self.store, self.find(words), eid, on, self.rules)

    def compare(self, words: str, *, first: dt.date | None, last: dt.date) -> Compared:
        """A document on two days (`first` None: as enacted): what differs, written by which clause."""
        return compared(self.store, self.find(words), first, last, self.rules)

    def originals(self, words: str) -> Originals:
        """The texts that were given for a document, and on which page of the base text each provision begins."""
        return originals(self.store, self.find(words))

    def changed_since(self, place: int) -> Changed:
        """The works whose words or force may be others than they were at a place of the queue of changes."""
        return room.changed_since(self.store, place)

    def judge(self, told: Verdict, at: dt.datetime) -> Judgement:
        """Append a person's decision about one fact; it survives every re-reading."""
        return judge_fact(self.store, told, at, self.rules)

    def judged(self) -> Judged:
        """Every judgement, the newest first, and those whose fact is no longer there as it was judged."""
        return judged(self.store)

    def came_of(self, sha256s: Sequence[str]) -> tuple[Added, ...]:
        """The documents that the sources of these hashes are texts of, and what each does to documents here."""
        return came_of(self.store, sha256s)

    def original(self, sha256: str) -> tuple[bytes, str]:
        """The bytes of an original by their hash, and their media type."""
        return original(self.store, sha256)

    def periods(self, words: str) -> ForcePeriods:
        """The periods of force of a document and of each provision with a force of its own."""
        return force_periods(self.store, self.find(words), self.rules)

    def front(self, on: dt.date) -> Front:
        """The archive as a visitor meets it on a day: how much is here, what changes around it, what came last."""
        return front(self.store, on, self.rules)

    def row_of(self, work: str) -> WorkRow | None:
        """A document by its identifier; None where it is not here."""
        return room.work(self.store, work)

    def shelved(
        self, *, type: str = "", issuer: str = "", year: int | None = None, limit: int = 50, offset: int = 0
    ) -> Shelved:
        """A page of the documents of a type, a body (ids) and a year, the newest first, with counts to narrow by."""
        return room.browse(self.store, type=type, issuer=issuer, year=year, limit=limit, offset=offset)
