"""A page: what it asks of the archive, and how the answer is dressed. The same answer is its JSON."""

import gzip
import hashlib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from vanban.web.asking import Ask
from vanban.web.room import Room
from vanban.web.shelf import Answer
from vanban.web.words import PageWords, page_words

_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_GZIP_LEVEL = 5


class Face(NamedTuple):
    """What dresses an answer: the room, the request, the words of the reader's language."""

    room: Room
    ask: Ask
    t: PageWords


class Page(NamedTuple):
    """`path` as the router writes it; `ask` returns a value of `vanban.api`; `dress` what its template needs.

    `shape` is the type of the value (the schema of the JSON), `query` the parameters understood beside the path, by
    name, with the key of the words that explain them.
    `as_json`: the value as its command prints it, where that is another object. `rests_on`: the works that alone decide
    what it tells of words and force (None: any work of the archive may). `lags`: a page over the whole archive
    that nobody is led back to by a change of his own; while documents are being added it is made once a second.
    """

    name: str
    path: str
    template: str
    ask: Callable[[Room, Ask], Any]
    dress: Callable[[Any, Face], Mapping[str, Any]]
    shape: Any
    query: Mapping[str, str] = {}
    as_json: Callable[[Any, Face], Any] = lambda value, _: value
    rests_on: Callable[[Any], frozenset[str]] | None = None
    lags: bool = False


def json_path(path: str) -> str:
    """Where the JSON of the page at a path is."""
    return "/index.json" if path == "/" else f"{path}.json"


def answer_json(value: Any) -> Answer:
    """The value as JSON."""
    return pack(_JSON, msgspec.json.encode(value))


def answer_html(template: str, face: Face, context: Mapping[str, Any], status: int = 200) -> Answer:
    """The value as a page in the reader's language."""
    words = face.room.templates.get_template(template).render(t=face.t, ask=face.ask, **context)
    return pack(_HTML, words.encode(), status)


def pack(media_type: str, plain: bytes, status: int = 200) -> Answer:
    """Bytes as an answer: gzipped once, however often it is read."""
    packed = gzip.compress(plain, _GZIP_LEVEL, mtime=0)
    return Answer(media_type, plain, packed, f'"{hashlib.sha256(plain).hexdigest()[:20]}"', status)


def face_of(room: Room, ask: Ask) -> Face:
    """The face of a request."""
    return Face(room, ask, page_words(room.rules, ask.language))
