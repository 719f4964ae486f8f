"""The open reading room: one archive, what is kept at hand of its pages, and the templates that dress them."""

import hashlib
import threading
from collections import OrderedDict
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


class Shelf:
    """Answers kept while the archive does not change, the oldest dropped first; safe for many threads."""

    def __init__(self, limit: int = _KEPT_BYTES) -> None:
        self._limit = limit
        self._size = 0
        self._revision: object = None
        self._answers: OrderedDict[object, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: object, revision: object) -> Answer | None:
        """The answer kept under a key, unless the archive has changed since."""
        with self._lock:
            if revision != self._revision:
                self._answers.clear()
                self._size, self._revision = 0, revision
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def put(self, key: object, revision: object, answer: Answer) -> None:
        """Keep an answer that was made at a revision."""
        with self._lock:
            if revision != self._revision or key in self._answers:
                return
            self._answers[key] = answer
            self._size += len(answer.plain) + len(answer.packed)
            while self._size > self._limit:
                _, old = self._answers.popitem(last=False)
                self._size -= len(old.plain) + len(old.packed)


class Room:
    """What every page is given. Close it when the server stops."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.archive = Archive(settings.archive)
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
        self._named_at = self.watch.revision()

    def revision(self) -> int:
        """The state of the archive; names that were kept are forgotten when it changes."""
        now = self.watch.revision()
        if now != self._named_at:
            self._named_at = now
            self.name_of.cache_clear()
            self.row_of.cache_clear()
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
