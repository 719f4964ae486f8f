"""Texts and their facts, one at a time or streamed: never all of them in memory."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Select, select

from vanban.archive import schema
from vanban.archive.blob import unpack
from vanban.archive.chunks import chunks
from vanban.archive.identity import Identity
from vanban.archive.rows import StoredFinding, StoredText
from vanban.archive.store import Store
from vanban.model import Finding, Parsed

_texts, _facts = schema.texts, schema.facts
_identities = msgspec.msgpack.Decoder(Identity)
_findings = msgspec.msgpack.Decoder(Finding)


def parsed(store: Store, work: str, sha256: str | None = None) -> Parsed | None:
    """The base text of a work with all its facts, or that of the given source; None where it is not here.

    The work's identifier is the archive's (a text without a date says 0000, its work may know better).
    """
    question = select(_facts.c.blob, _texts.c.work, _texts.c.sha256).join(_texts, _texts.c.id == _facts.c.text)
    question = question.where(_texts.c.work == work)
    question = question.where(_texts.c.base) if sha256 is None else question.where(_texts.c.sha256 == sha256)
    origin = select(schema.origins.c.origin).order_by(schema.origins.c.origin).limit(1)
    with store.reading() as connection:
        row = connection.execute(question).first()
        if row is None:
            return None
        name = connection.execute(origin.where(schema.origins.c.sha256 == row.sha256)).scalar()
    return _restore(row.blob, row.work, str(name or ""))


def every_parsed(store: Store) -> Iterator[Parsed]:
    """The base text of every work with all its facts, in the order of the identifiers, streamed."""
    question = select(_facts.c.blob, _texts.c.work).join(_texts, _texts.c.id == _facts.c.text).where(_texts.c.base)
    with store.reading() as connection:
        for blob, work in connection.execution_options(yield_per=50).execute(question.order_by(_texts.c.work)):
            yield _restore(blob, work, "")


def _restore(blob: bytes, work: str, origin: str) -> Parsed:
    value = unpack(blob)
    source = msgspec.structs.replace(value.text.source, origin=origin)
    return msgspec.structs.replace(
        value,
        text=msgspec.structs.replace(value.text, source=source),
        work=msgspec.structs.replace(value.work, id=work),
    )


def texts(store: Store, work: str) -> tuple[StoredText, ...]:
    """Every text of a work, the base text first, then by hash."""
    runs, sources, origins = schema.runs, schema.sources, schema.origins
    question: Select[Any] = (
        select(
            _texts.c.sha256, _texts.c.base, _texts.c.identity, sources.c.media_type, sources.c.size,
            runs.c.code_version, runs.c.rules_version, runs.c.recorded_at,
        )
        .join(sources, sources.c.sha256 == _texts.c.sha256)
        .join(runs, runs.c.id == _texts.c.run)
        .where(_texts.c.work == work)
        .order_by(_texts.c.base.desc(), _texts.c.sha256)
    )  # fmt: skip
    names = select(origins.c.sha256, origins.c.origin).join(_texts, _texts.c.sha256 == origins.c.sha256)
    with store.reading() as connection:
        given: dict[str, list[str]] = {}
        for sha256, origin in connection.execute(names.where(_texts.c.work == work).order_by(origins.c.origin)):
            given.setdefault(sha256, []).append(origin)
        rows = connection.execute(question).all()
    return tuple(_stored(work, tuple(given.get(row.sha256, ())), row) for row in rows)


def _stored(work: str, origins: tuple[str, ...], row: Any) -> StoredText:
    identity = _identities.decode(row.identity)
    return msgspec.convert(
        {
            "work": work, "sha256": row.sha256, "base": bool(row.base), "kind": identity.kind, "origins": origins,
            "language": identity.language, "complete": identity.complete, "media_type": row.media_type,
            "size": row.size, "code_version": row.code_version, "rules_version": row.rules_version,
            "recorded_at": row.recorded_at,
        },
        StoredText,
    )  # fmt: skip


def works_of_sources(store: Store, sha256s: Sequence[str]) -> dict[str, str]:
    """The work that each source is a text of, by hash; those that are not here are left out."""
    found: dict[str, str] = {}
    with store.reading() as connection:
        for piece in chunks(sha256s):
            rows = connection.execute(select(_texts.c.sha256, _texts.c.work).where(_texts.c.sha256.in_(piece)))
            found.update((str(sha256), str(work)) for sha256, work in rows)
    return found


def source_type(store: Store, sha256: str) -> str | None:
    """The media type of a source by its hash; None where it is not here."""
    sources = schema.sources
    with store.reading() as connection:
        return connection.execute(select(sources.c.media_type).where(sources.c.sha256 == sha256)).scalar()


def findings(store: Store, work: str | None = None, code: str | None = None) -> Iterator[StoredFinding]:
    """Every finding in the texts of the archive, or of one work, or of one code; sorted by work, streamed."""
    table = schema.findings
    question = select(_texts.c.work, _texts.c.sha256, table.c.finding).join(_texts, _texts.c.id == table.c.text)
    if work is not None:
        question = question.where(_texts.c.work == work)
    if code is not None:
        question = question.where(table.c.code == code)
    question = question.order_by(_texts.c.work, _texts.c.base.desc(), _texts.c.sha256, table.c.stage, table.c.seq)
    with store.reading() as connection:
        for of_work, sha256, blob in connection.execution_options(yield_per=1_000).execute(question):
            yield StoredFinding(of_work, sha256, _findings.decode(blob))
