"""An archive of documents, as a program uses it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import msgspec

from vanban import archive as room
from vanban import search as searching
from vanban import timeline
from vanban.api.asked_day import day_to_ask
from vanban.api.changing import changed_between
from vanban.api.checking import Checked, only, told
from vanban.api.consolidated import Consolidated, consolidated, official
from vanban.api.health import health
from vanban.api.overview import Overview, overview
from vanban.api.pages import PagesOfArchive
from vanban.api.pointing import Pointing, pointing
from vanban.api.settling import Cases, Taken, cases, take
from vanban.api.shown import Shown, show
from vanban.api.verifying import Verification, verification
from vanban.archive import AddReport, Counts, Missing, Progress, RereadReport, WorkRow
from vanban.archive.both_ways import Effects, effects_both_ways
from vanban.consolidation.difference import Difference
from vanban.consolidation.official import OfficialText
from vanban.exports.messages import Language
from vanban.exports.relations import work_name
from vanban.identification.symbol import normalise
from vanban.model import Finding, Severity, Target
from vanban.model.errors import UsageError
from vanban.review.following import Following, TaskQuestion, follow
from vanban.review.task_states import known_states
from vanban.rules import load
from vanban.search.answer import Answer, Filters, Suggestion
from vanban.timeline import Status
from vanban.timeline.archived import ArchivedFacts, spoken_of
from vanban.timeline.changes import Change
from vanban.timeline.checks import check_in
from vanban.timeline.ledger import Ledger
from vanban.timeline.lineage import Kin, lineage
from vanban.timeline.status import status_in

Moved = Callable[[Progress], None]


class Archive(PagesOfArchive):
    """An archive of documents in one file (or at a PostgreSQL address), originals beside it.

    Made where there is none, unless `create` is False. Use as a context manager, or call `close`. Where a document is
    asked for, `words` are its symbol in any spelling, any part of its title, or its identifier.
    """

    def __init__(self, address: str | Path, *, create: bool = True) -> None:
        self.rules = load()
        self.store = room.open_archive(address, create=create)
        # Finishes what a killed run has left over; a single question where nothing is.
        room.resolve_open(self.store, self.rules)
        self._index: searching.Index | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.store.close()

    def add(self, *paths: str | Path, workers: int | None = None, progress: Moved | None = None) -> AddReport:
        """Read files and folders (recursively) into the archive; what cannot be read is told in the report."""
        return room.add(self.store, paths, self.rules, workers=workers, progress=progress)

    def reread(
        self, *, changed_only: bool = False, workers: int | None = None, progress: Moved | None = None
    ) -> RereadReport:
        """Parse the originals again after better rules; judgements survive."""
        return room.reread(self.store, self.rules, changed_only=changed_only, workers=workers, progress=progress)

    def remove(self, words: str) -> WorkRow:
        """Take one document out of the archive, its texts and originals with it; returns what it was."""
        work = self.find(words)
        room.remove(self.store, work.id, self.rules)
        return work

    def works(self) -> Iterator[WorkRow]:
        """Every document, sorted by identifier."""
        return room.works(self.store)

    def search(
        self,
        query: str,
        *,
        on: dt.date,
        filters: Filters = Filters(),  # noqa: B008 (frozen)
        limit: int = 10,
        offset: int = 0,
        progress: Moved | None = None,
    ) -> Answer:
        """The units that answer the words, in their wording of the day `on`, best first, with counts to narrow by.

        `progress` is told of an index that has to be made first.
        """
        return self.index(progress).search(query, on, filters, limit, offset)

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Documents and headings that somebody who has typed so far may be after."""
        return self.index().suggest(prefix, limit)

    def index(self, progress: Moved | None = None) -> searching.Index:
        """The index of the archive; opened on first use, up to date with the archive at each answer."""
        if self._index is None or progress is not None:
            self._index = searching.Index(self.store, self.rules, progress)
        return self._index

    def show(self, words: str, provision: str | None = None) -> Shown:
        """A document as enacted, or one provision of it ("điểm a khoản 2 Điều 5")."""
        return show(self.store, self.find(words), provision, self.rules)

    def text(
        self, words: str, provision: str | None = None, *, on: dt.date | str, official: bool = False
    ) -> Consolidated:
        """The words of a document, or of one provision, in force on a day, with what was applied and what was not.

        With `official` every amendment promulgated by that day, as official consolidated texts show it.
        """
        day = day_to_ask(on)
        return consolidated(self.store, self.find(words), day, provision, self.rules, official=official)

    def official(self, words: str, *, at: dt.date | str) -> OfficialText:
        """The official consolidated text (văn bản hợp nhất) of a document as a body would make it on that day."""
        day = day_to_ask(at)
        return official(self.store, self.find(words), day, self.rules)

    def verify(self, words: str) -> Verification:
        """An official consolidated text (of the archive, or a file's path) held against our own, unit by unit."""
        return verification(self.store, words, self.rules)

    def unsettled(self, words: str, *, at: dt.date, language: Language = "vi") -> Cases:
        """The instructions upon a document, promulgated by a day, that a person must decide before they are applied."""
        return cases(self.store, self.find(words), at, self.rules, language)

    def settle(self, file: str, *, at: dt.datetime) -> Taken:
        """Keep the decisions of a filled-in file of `unsettled` (YAML) as judgements entered at a moment."""
        return take(self.store, file, at, self.rules)

    def diff(self, words: str, *, first: dt.date, last: dt.date) -> tuple[Difference, ...]:
        """The provisions of a document whose words on the day `last` are not those of the day `first`.

        The part of `compare` that is about words. Raises UsageError where `first` is after `last`.
        """
        return self.compare(words, first=first, last=last).differences

    def references(self, words: str) -> Pointing:
        """What a document points at and what points at it, with what is wrong with where its own references lead."""
        return pointing(self.store, self.find(words), self.rules)

    def check(
        self,
        words: str | None = None,
        *,
        on: dt.date,
        severity: Severity = "info",
        code: str | None = None,
        language: Language = "vi",
    ) -> Checked:
        """What is wrong as at a day with one document, or (None) with all that is here; see `api.health`.

        `severity` is the least grave that is told; `code` picks one kind.
        """
        works = self.works() if words is None else [self.find(words)]
        return only(health(self.store, works, on, self.rules, language), code, severity)

    def tell(self, finding: Finding, language: Language = "vi") -> str:
        """A finding in one sentence, documents named as people cite them."""
        return told(finding, self.store, self.rules, language)

    def effects(self, words: str) -> Effects:
        """What a document does to others and to itself, and what is done to it."""
        return effects_both_ways(self.store, self.find(words))

    def status(self, words: str, provision: str | None = None, *, on: dt.date | str) -> Status:
        """Whether a document, or a provision of it, is in force on a day, from when to when, and why.

        A document that is not here, but of which others speak by its symbol, is answered from what they say.
        """
        day = day_to_ask(on)
        facts = ArchivedFacts(self.store, self.rules)
        work = self._here_or_spoken_of(words)
        eid = None if provision is None else timeline.locate(work, provision, facts, self.rules)
        ledger = Ledger(facts, self.rules)
        answer = status_in(work, eid, day, ledger)
        return msgspec.structs.replace(answer, findings=check_in(work, ledger))

    def explain(self, answer: Status, language: Language = "vi") -> tuple[str, ...]:
        """An answer of `status` in sentences, each with the clause that it rests on."""
        return timeline.explain(answer, ArchivedFacts(self.store, self.rules), self.rules, language)

    def overview(self, on: dt.date, *, language: Language = "vi", listed: int = 40) -> Overview:
        """The archive at a glance on a day: holdings, states, one lineage, one explained answer, what is missing."""
        return overview(self.store, on, self.rules, language, listed=listed)

    def lineage(self, words: str, depth: int = 3) -> Kin:
        """The tree of what a document comes from and of what became of it, `depth` steps far."""
        return lineage(self._here_or_spoken_of(words), ArchivedFacts(self.store, self.rules), self.rules, depth)

    def changes(
        self, first: dt.date, last: dt.date, *, document: str | None = None, issuer: str | None = None
    ) -> tuple[Change, ...]:
        """Everything that starts, ends or changes from `first` to `last`, both included: of one document, of the bodies
        that `issuer` (an id, or words of their names) means, or of the whole archive; see `api.changing`.
        """
        return changed_between(self.store, day_to_ask(first), day_to_ask(last), document, issuer, self.rules)

    def tasks(
        self,
        *,
        on: dt.date | str,
        body: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        states: tuple[str, ...] = (),
        document: str | None = None,
    ) -> Following:
        """The tasks that documents lay on bodies, with their state on a day: of one body (any part of its name; it
        leads, joins or was assigned), due from `first` to `last`, in one of `states`, of one document.
        """
        day = day_to_ask(on)
        work = self.find(document).id if document else None
        return follow(self.store, TaskQuestion(day, body, first, last, known_states(states), work), self.rules)

    def name_of(self, work: str) -> str:
        """A document by its identifier, as it is cited: "Nghị định 34/2016/NĐ-CP"."""
        row = room.work(self.store, work)
        return work_name(row) if row else work

    def _here_or_spoken_of(self, words: str) -> str:
        try:
            return self.find(words).id
        except UsageError as error:
            symbol = normalise(words)
            absent = spoken_of(Target(symbol=symbol))
            if error.code != "no-such-work" or absent is None or not any(room.effects_on_symbol(self.store, symbol)):
                raise
            return absent

    def counts(self) -> Counts:
        """How much the archive holds."""
        return room.counts(self.store)

    def missing(self, limit: int = 10) -> tuple[Missing, ...]:
        """The acts most cited that are not here."""
        return room.missing(self.store, limit)

    def export_judgements(self) -> Iterator[bytes]:
        """Every judgement as a line of JSON, in a fixed order."""
        return room.export_judgements(self.store)

    def restore_judgements(self, lines: Iterator[bytes]) -> int:
        """Append the judgements of an export; returns how many are new."""
        return room.restore_judgements(self.store, lines, self.rules)
