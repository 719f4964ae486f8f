"""Answers kept at hand until the archive changes in what they rest on."""

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable

import msgspec


class Answer(msgspec.Struct, frozen=True):
    """A page that was made: its bytes, plain and gzipped, and the tag by which a browser knows it again."""

    media_type: str
    plain: bytes
    packed: bytes
    tag: str
    status: int = 200


class _Kept(msgspec.Struct):
    """An answer with the works that decide its words (None: any may).

    `late`: when it is dropped though its own works are as they were. `over`: since when a newer one is due; until that
    is made, this is what was true a moment ago.
    """

    answer: Answer
    works: frozenset[str] | None
    late: float | None = None
    over: float | None = None


class Shelf:
    """Answers kept until the archive changes in what they rest on, the oldest dropped first; safe for many threads.

    Where other works changed, an answer with known works is kept for `_LATE` seconds more: its words and its force are
    those of the moment, a citation of it or a document that it waited for may be told that much later. An answer about
    the whole archive is over with each change; `before` tells it to those who would wait for another's making.
    """

    _LATE, _OVER, LAG = 60.0, 10.0, 1.0

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._revision: object = None
        self._answers: OrderedDict[object, _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: object, revision: object) -> Answer | None:
        """The answer kept under a key; None where there is none, or the shelf has not been sifted for the revision."""
        with self._lock:
            kept = self._answers.get(key)
            if kept is None or revision != self._revision or kept.over is not None:
                return None
            if kept.late is not None and kept.late < time.monotonic():
                return None
            self._answers.move_to_end(key)
            return kept.answer

    def before(self, key: object, seconds: float = _OVER) -> Answer | None:
        """The answer that was true until so many seconds ago; None where it was dropped, or is older than that."""
        with self._lock:
            kept = self._answers.get(key)
            if kept is None or kept.over is None or kept.over + seconds < time.monotonic():
                return None
            return kept.answer

    def drop_over(self) -> None:
        """Drop what is over: whoever has added a document and asks next is told of it."""
        with self._lock:
            for key in [key for key, kept in self._answers.items() if kept.over is not None]:
                self._drop(key)

    def held(self) -> tuple[object, ...]:
        """The keys of what is kept and true."""
        with self._lock:
            return tuple(key for key, kept in self._answers.items() if kept.over is None)

    def sift(self, revision: object, changed: Iterable[str]) -> None:
        """Drop what the change of these works may have made untrue."""
        works = set(changed)
        with self._lock:
            self._revision = revision
            now = time.monotonic()
            for key, kept in list(self._answers.items()):
                if kept.works is None:
                    kept.over = kept.over or now
                elif kept.works & works:
                    self._drop(key)
                else:
                    kept.late = kept.late or now + self._LATE

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
