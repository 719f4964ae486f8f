"""The open reading room: one archive, what is kept at hand of its pages, and the templates that dress them."""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import jinja2
import msgspec
from fastapi import Request

from vanban.accounts import Right
from vanban.api import Archive
from vanban.archive import Watch
from vanban.web.asking import Ask
from vanban.web.gate import Gate
from vanban.web.settings import Settings

_HERE = Path(__file__).parent
_KEPT_BYTES = 96 << 20


STATIC = _HERE / "static"


@lru_cache
def static_tag() -> str:
    """A short word that changes with the files of styles and scripts, so that browsers may keep them for ever."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


class Answer(msgspec.Struct, frozen=True):
    """A page that was made: its bytes, plain and gzipped, and the tag by which a browser knows it again."""

    media_type: str
    plain: bytes
    packed: bytes
    tag: str
    status: int = 200


class _Kept(msgspec.Struct):
    """An answer with the works that decide its words (None: any may); `late` is when it is dropped all the same."""

    answer: Answer
    works: frozenset[str] | None
    late: float | None = None


class Shelf:
    """Answers kept until the archive changes in what they rest on, the oldest dropped first; safe for many threads.

    Where other works changed, an answer with known works is kept for `_LATE` seconds more: its words and its force are
    those of the moment, a citation of it or a document that it waited for may be told that much later.
    """

    _LATE = 60.0

    def __init__(self, limit: int = _KEPT_BYTES) -> None:
        self._limit = limit
        self._size = 0
        self._revision: object = None
        self._answers: OrderedDict[object, _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: object, revision: object) -> Answer | None:
        """The answer kept under a key; None where there is none, or the shelf has not been sifted for the revision."""
        with self._lock:
            kept = self._answers.get(key)
            if kept is None or revision != self._revision or (kept.late is not None and kept.late < time.monotonic()):
                return None
            self._answers.move_to_end(key)
            return kept.answer

    def sift(self, revision: object, changed: Iterable[str]) -> None:
        """Drop what the change of these works may have made untrue."""
        works = set(changed)
        with self._lock:
            self._revision = revision
            late = time.monotonic() + self._LATE
            for key, kept in list(self._answers.items()):
                if kept.works is None or kept.works & works:
                    self._drop(key)
                else:
                    kept.late = kept.late or late

    def put(self, key: object, revision: object, answer: Answer, works: frozenset[str] | None) -> None:
        """Keep an answer that was made at a revision and rests on these works."""
        with self._lock:
            if revision != self._revision:
                return
            self._drop(key)
            self._answers[key] = _Kept(answer, works)
            self._size += len(answer.plain) + len(answer.packed)
            while self._size > self._limit:
                self._drop(next(iter(self._answers)))

    def _drop(self, key: object) -> None:
        kept = self._answers.pop(key, None)
        if kept is not None:
            self._size -= len(kept.answer.plain) + len(kept.answer.packed)


class Room:
    """What every page is given. Close it when the server stops."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.archive = Archive(settings.archive, create=False)
        self.rules = self.archive.rules
        self.gate = Gate(settings, self.archive.store.files)
        self.shelf = Shelf()
        self.watch = Watch(self.archive.store)
        self.templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.globals["static_tag"] = static_tag
        self.templates.globals["signs_in"] = settings.accounts
        self.name_of = lru_cache(maxsize=4096)(self.archive.name_of)
        self.row_of = lru_cache(maxsize=4096)(self.archive.row_of)
        self._sifting = threading.Lock()
        self._seen = self.watch.revision()
        self._place = self.archive.changed_since(0).last
        self.shelf.sift(self._seen, ())

    def revision(self) -> int:
        """The state of the archive; where it has changed, what was kept is sifted first."""
        now = self.watch.revision()
        if now != self._seen:
            with self._sifting:
                if now != self._seen:
                    changed = self.archive.changed_since(self._place)
                    self._place = changed.last
                    self.name_of.cache_clear()
                    self.row_of.cache_clear()
                    self.shelf.sift(now, changed.works)
                    self._seen = now
        return now

    def close(self) -> None:
        """Give the archive back."""
        self.gate.close()
        self.watch.close()
        self.archive.close()

    def asked(self, request: Request, right: Right = "read") -> Ask:
        """The request, from somebody who has the right. Raises UsageError for anybody else."""
        viewer = self.gate.viewer(request)
        self.gate.require(viewer, right)
        return Ask(request, viewer)
