"""The words and the units of base texts, without their other facts: a fifth of the work of reading all of them."""

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import bindparam, select

from vanban.archive import schema
from vanban.archive.blob import inflate
from vanban.archive.chunks import chunks
from vanban.archive.store import Store
from vanban.model import Field, Provision

_texts, _facts = schema.texts, schema.facts


class _Content(msgspec.Struct):
    content: str


class _Fields(msgspec.Struct):
    fields: tuple[Field, ...] = ()


class _Blob(msgspec.Struct):
    text: _Content
    work: _Fields
    provisions: tuple[Provision, ...] = ()


class _Words(msgspec.Struct):
    text: _Content


class PlainText(msgspec.Struct, frozen=True):
    """The base text of a work: its words, its units and the fields of regulation that were read in it."""

    work: str
    content: str
    provisions: tuple[Provision, ...] = ()
    fields: tuple[Field, ...] = ()


_whole = msgspec.msgpack.Decoder(_Blob)
_content = msgspec.msgpack.Decoder(_Words)
_QUESTION = select(_facts.c.blob, _texts.c.work).join(_texts, _texts.c.id == _facts.c.text).where(_texts.c.base)
_ONE = _QUESTION.where(_texts.c.work == bindparam("work"))


def plain_text(store: Store, work: str) -> PlainText | None:
    """The words and units of one work; None where it is not here."""
    with store.reading() as connection:
        row = connection.execute(_ONE, {"work": work}).first()
    if row is None:
        return None
    read = _whole.decode(inflate(row.blob))
    return PlainText(work, read.text.content, read.provisions, read.work.fields)


def other_texts(store: Store, work: str) -> tuple[tuple[str, str], ...]:
    """(sha256 of the source, words) of the texts of a work beside its base text, in the order of their hashes."""
    question = select(_facts.c.blob, _texts.c.sha256).join(_texts, _texts.c.id == _facts.c.text)
    question = question.where(_texts.c.work == work, ~_texts.c.base).order_by(_texts.c.sha256)
    with store.reading() as connection:
        rows = connection.execute(question).all()
    return tuple((row.sha256, _content.decode(inflate(row.blob)).text.content) for row in rows)


def contents(store: Store, works: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(work, words) of the base texts of many works, in the order given; those that are not here are left out."""
    for piece in chunks(works):
        with store.reading() as connection:
            rows = connection.execute(_QUESTION.where(_texts.c.work.in_(piece)))
            found = {row.work: _content.decode(inflate(row.blob)).text.content for row in rows}
        yield from ((work, found[work]) for work in piece if work in found)


def every_plain_text(store: Store) -> Iterator[PlainText]:
    """The words, units and fields of every work, sorted by identifier, streamed."""
    with store.reading() as connection:
        for blob, work in connection.execution_options(yield_per=50).execute(_QUESTION.order_by(_texts.c.work)):
            read = _whole.decode(inflate(blob))
            yield PlainText(work, read.text.content, read.provisions, read.work.fields)
