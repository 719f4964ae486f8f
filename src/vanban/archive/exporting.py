"""The whole archive as lines of JSON that depend only on what was added: not on the order, the day or the database."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from vanban.archive import schema
from vanban.archive.finding_works import works
from vanban.archive.judging import judgements
from vanban.archive.pointers import every_effect, every_reference
from vanban.archive.store import Store
from vanban.archive.stored_texts import findings

_encoder = msgspec.json.Encoder()


def export(store: Store) -> Iterator[bytes]:
    """Every work, text, reference, effect, finding and judgement, one JSON object a line, in a fixed order, streamed.

    Two archives of the same documents and judgements give the same bytes.
    """
    for row in works(store):
        yield _line("work", row)
    texts, origins = schema.texts, schema.origins
    question = select(texts.c.work, texts.c.sha256, texts.c.base).order_by(texts.c.sha256)
    names = select(origins.c.sha256, origins.c.origin).order_by(origins.c.sha256, origins.c.origin)
    with store.reading() as connection:
        for work, sha256, base in connection.execution_options(yield_per=1_000).execute(question):
            yield _line("text", {"work": work, "sha256": sha256, "base": bool(base)})
        for sha256, origin in connection.execution_options(yield_per=1_000).execute(names):
            yield _line("origin", {"sha256": sha256, "origin": origin})
    for reference in every_reference(store):
        yield _line("reference", reference)
    for effect in every_effect(store):
        yield _line("effect", effect)
    for finding in findings(store):
        yield _line("finding", finding)
    for judgement in judgements(store):
        yield _line("judgement", judgement)


def _line(kind: str, value: object) -> bytes:
    return _encoder.encode({kind: value}) + b"\n"
