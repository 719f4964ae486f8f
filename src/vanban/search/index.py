"""The index of an archive: opened, brought up to date with it, asked. Disposable: it is made anew when it is lost."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Lock
from typing import TypeVar

import msgspec
import tantivy

from vanban import archive
from vanban.archive import Progress, Store, WorkRow
from vanban.rules import Rules
from vanban.search import fields, place
from vanban.search.answer import Answer, Filters, Suggestion
from vanban.search.asking import Asked, Beside, ask
from vanban.search.filtering import by_id
from vanban.search.suggesting import suggest
from vanban.search.unit_asked import UnitAsked, unit_asked
from vanban.search.wordings import passages
from vanban.structure import Tree

# Memory for words that are not yet on the disk, and threads that put them there: a small machine has two cores.
HEAP, THREADS = 256_000_000, 2
_TOLD_EVERY = 50
# An act that changes moves the force of what it acts upon, and so the force of what that acts upon.
_STEPS = 2
T = TypeVar("T")
Moved = Callable[[Progress], None]


class Index:
    """An open index. It brings itself up to date with the archive before each answer."""

    def __init__(self, store: Store, rules: Rules, progress: Moved | None = None) -> None:
        self._store, self._rules = store, rules
        self._progress: Moved = progress or (lambda _: None)
        self._folder = place.folder_of(store)
        self._note: place.Note | None = None
        self._index: tantivy.Index | None = None
        self._names: dict[str, str] = {}
        # Pages are answered by several threads; one of them brings the index up to date.
        self._lock = Lock()

    def search(self, typed: str, on: dt.date, filters: Filters, limit: int, offset: int) -> Answer:
        """What answers the words, in the wordings of the day `on`. Raises UsageError for a filter of no known name."""
        filters = by_id(filters, self._rules, lambda: archive.issuer_names(self._store))
        asked = Asked(typed, on, filters, limit, offset)
        return ask(self._searcher(), asked, self._rules, Beside(self._names_of, self._unit_in))

    def suggest(self, prefix: str, limit: int) -> tuple[Suggestion, ...]:
        """What somebody who has typed so far may be after."""
        return suggest(self._searcher(), prefix, limit)

    def _names_of(self, issuers: list[str]) -> dict[str, str]:
        """The names of bodies as the archive has them; kept at hand."""
        new = [issuer for issuer in issuers if issuer not in self._names]
        if new:
            self._names |= archive.issuer_names(self._store, new)
        return self._names

    def _unit_in(self, work: str, words: str) -> UnitAsked | None:
        parsed = archive.parsed(self._store, work)
        return None if parsed is None else unit_asked(words, Tree(parsed.provisions), self._rules)

    def _searcher(self) -> tantivy.Searcher:
        self.refresh()
        if self._index is None:
            raise RuntimeError("the index was not opened")
        return self._index.searcher()

    def refresh(self) -> None:
        """Bring the index up to date; a lost one, or one of an older program, is made anew.

        Where another process is at it, or the folder cannot be written, what is there is asked as it is.
        """
        with self._lock:
            self._refresh()

    def _refresh(self) -> None:
        if self._index is None or self._note is None:
            note = place.read_note(self._folder)
            named = archive.name_of_archive(self._store)
            known = note is not None and (note.version, note.archive) == (fields.VERSION, named)
            self._index = _open(self._folder / note.folder) if note is not None and known else None
            if self._index is None or note is None:
                self._make_anew(named)
                return
            self._note = note
        changed = archive.changed_since(self._store, self._note.seen)
        if changed.last != self._note.seen:
            self._follow()
            self._take_up(archive.changed_since(self._store, self._note.seen))

    def _follow(self) -> None:
        """Take over what another process has done to the index since this one looked."""
        note = place.read_note(self._folder)
        if note is None or self._note is None or self._index is None or note.seen <= self._note.seen:
            return
        if note.folder == self._note.folder:
            self._index.reload()
        elif (fresh := _open(self._folder / note.folder)) is not None:
            self._index = fresh
        else:
            return
        self._note = note

    def _make_anew(self, named: str) -> None:
        name = place.fresh(self._folder)
        seen = archive.last_change(self._store)
        index = tantivy.Index(fields.schema(), str(self._folder / name))
        fields.register_words(index)
        total = archive.counts(self._store).works
        acted_upon = {target for _, target, *_ in archive.effect_edges(self._store)}
        writer = index.writer(HEAP, THREADS)
        for work in self._told(archive.works(self._store), total):
            _put(writer, work, self._store, self._rules, acted_upon=work.id in acted_upon)
        writer.commit()
        writer.wait_merging_threads()
        note = place.Note(fields.VERSION, named, seen, name)
        place.write_note(self._folder, note)
        place.drop_others(self._folder, name)
        index.reload()
        self._index, self._note = index, note

    def _take_up(self, changed: archive.Changed) -> None:
        if self._index is None or self._note is None or changed.last == self._note.seen:
            return
        try:
            writer = self._index.writer(HEAP, 1)
        except (ValueError, OSError):
            return
        works = _with_touched(changed.works, self._store)
        for id in self._told(works, len(works)):
            writer.delete_documents_by_term("work", id)
            work = archive.work(self._store, id)
            if work is not None:
                _put(writer, work, self._store, self._rules, acted_upon=True)
        writer.commit()
        self._note = msgspec.structs.replace(self._note, seen=changed.last)
        place.write_note(self._folder, self._note)
        self._index.reload()

    def _told(self, items: Iterable[T], total: int) -> Iterator[T]:
        for done, item in enumerate(items, start=1):
            yield item
            if done % _TOLD_EVERY == 0 or done == total:
                self._progress(Progress(total, done, 0, 0))


def _put(writer: tantivy.IndexWriter, work: WorkRow, store: Store, rules: Rules, *, acted_upon: bool) -> None:
    for passage in passages(store, work, rules, acted_upon=acted_upon):
        writer.add_document(fields.document(passage))


def _with_touched(works: Iterable[str], store: Store) -> list[str]:
    """The works, and those whose wording or force hangs on them: what they act upon, and what that acts upon."""
    found = dict.fromkeys(works)
    fresh = list(found)
    for _ in range(_STEPS):
        fresh = [
            effect.on
            for work in fresh
            for effect in archive.effects_of(store, work)
            if effect.on is not None and effect.on not in found
        ]
        found |= dict.fromkeys(fresh)
    return list(found)


def _open(folder: Path) -> tantivy.Index | None:
    """The index in a folder; None where its files are damaged."""
    try:
        index = tantivy.Index.open(str(folder))
    except (ValueError, OSError):
        return None
    fields.register_words(index)
    return index
