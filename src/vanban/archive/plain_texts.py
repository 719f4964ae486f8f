"""The words and the units of base texts, without their other facts: a fifth of the work of reading all of them."""

import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from vanban.archive import schema
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


class _Opening(msgspec.Struct):
    text: _Content
    work: _Fields


class PlainText(msgspec.Struct, frozen=True):
    """The base text of a work: its words, its units and the fields of regulation that were read in it."""

    work: str
    content: str
    provisions: tuple[Provision, ...] = ()
    fields: tuple[Field, ...] = ()


_whole = msgspec.msgpack.Decoder(_Blob)
_opening = msgspec.msgpack.Decoder(_Opening)
_QUESTION = select(_facts.c.blob, _texts.c.work).join(_texts, _texts.c.id == _facts.c.text).where(_texts.c.base)


def plain_text(store: Store, work: str) -> PlainText | None:
    """The words and units of one work; None where it is not here."""
    with store.reading() as connection:
        row = connection.execute(_QUESTION.where(_texts.c.work == work)).first()
    if row is None:
        return None
    read = _whole.decode(zlib.decompress(row.blob))
    return PlainText(work, read.text.content, read.provisions, read.work.fields)


def every_plain_text(store: Store) -> Iterator[PlainText]:
    """The words and fields of every work, without units, sorted by identifier, streamed."""
    with store.reading() as connection:
        for blob, work in connection.execution_options(yield_per=50).execute(_QUESTION.order_by(_texts.c.work)):
            read = _opening.decode(zlib.decompress(blob))
            yield PlainText(work, read.text.content, (), read.work.fields)
