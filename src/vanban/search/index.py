"""The index of an archive: opened, brought up to date with it, asked. Disposable: it is made anew when it is lost."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import tantivy

from vanban import archive
from vanban.archive import Progress, Store, WorkRow
from vanban.rules import Rules
from vanban.search import fields, place
from vanban.search.answer import Answer, Filters, Suggestion
from vanban.search.asking import ask
from vanban.search.suggesting import suggest
from vanban.search.wordings import passages

# Memory for words that are not yet on the disk, and threads that put them there: a small machine has two cores.
HEAP, THREADS = 256_000_000, 2
_TOLD_EVERY = 50
Moved = Callable[[Progress], None]


class Index:
    """An open index. It brings itself up to date with the archive before each answer."""

    def __init__(self, store: Store, rules: Rules, progress: Moved | None = None) -> None:
        self._store, self._rules = store, rules
        self._progress: Moved = progress or (lambda _: None)
        self._folder = place.folder_of(store)
        self._note: place.Note | None = None
        self._index: tantivy.Index | None = None

    def search(self, typed: str, on: dt.date, filters: Filters, limit: int, offset: int) -> Answer:
        """What answers the words, in the wordings of the day `on`."""
        return ask(self._searcher(), typed, on, self._rules, filters, limit, offset)

    def suggest(self, prefix: str, limit: int) -> tuple[Suggestion, ...]:
        """What somebody who has typed so far may be after."""
        return suggest(self._searcher(), prefix, limit)

    def _searcher(self) -> tantivy.Searcher:
        self.refresh()
        if self._index is None:
            raise RuntimeError("the index was not opened")
        return self._index.searcher()

    def refresh(self) -> None:
        """Bring the index up to date; a lost one, or one of an older program, is made anew."""
        now = _state_of(self._store)
        note = self._note or place.read_note(self._folder)
        if note is not None and (note.version, note.archive) == (fields.VERSION, now):
            if self._index is None or self._note is None:
                self._index = _open(self._folder / note.folder)
            self._note = note
            return
        self._make_anew(now)

    def _make_anew(self, now: str) -> None:
        name = place.fresh(self._folder)
        index = tantivy.Index(fields.schema(), str(self._folder / name))
        fields.register_words(index)
        total = archive.counts(self._store).works
        write(index, self._told(archive.works(self._store), total), self._store, self._rules)
        note = place.Note(fields.VERSION, now, 0, name)
        place.write_note(self._folder, note)
        place.drop_others(self._folder, name)
        index.reload()
        self._index, self._note = index, note

    def _told(self, works: Iterable[WorkRow], total: int) -> Iterator[WorkRow]:
        for done, work in enumerate(works, start=1):
            yield work
            if done % _TOLD_EVERY == 0 or done == total:
                self._progress(Progress(total, done, 0, 0))


def write(index: tantivy.Index, works: Iterable[WorkRow], store: Store, rules: Rules) -> int:
    """Put works into an index; returns how many passages they have."""
    acted_upon = {target for _, target, _ in archive.effect_edges(store)}
    writer = index.writer(HEAP, THREADS)
    count = 0
    for work in works:
        for passage in passages(store, work, rules, acted_upon=work.id in acted_upon):
            writer.add_document(fields.document(passage))
            count += 1
    writer.commit()
    writer.wait_merging_threads()
    return count


def _open(folder: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(folder))
    fields.register_words(index)
    return index


def _state_of(store: Store) -> str:
    """What the archive looks like; another answer, another archive."""
    counts = archive.counts(store)
    return f"{counts.works}-{counts.texts}-{counts.references}"
