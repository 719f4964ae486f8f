"""How often each provision of a work is pointed at, without reading the references themselves."""

import msgspec
from sqlalchemy import func, select

from vanban.archive import schema
from vanban.archive.pointers import pointing_at
from vanban.archive.store import Store
from vanban.model import Unit

_units = msgspec.json.Decoder(tuple[tuple[str, str], ...])


def citing_counts(store: Store, work: str) -> dict[tuple[Unit, ...], int]:
    """The path of each provision of `work` that other documents point at (() is the whole) -> how many references."""
    texts, targets, references = schema.texts, schema.targets, schema.references
    same = (targets.c.text == references.c.text) & (targets.c.n == references.c.target)
    question = (
        select(references.c.provision, func.count())
        .select_from(references)
        .join(targets, same)
        .join(texts, texts.c.id == references.c.text)
        .where(texts.c.base, texts.c.work != work, targets.c.work == work, pointing_at(work))
        .group_by(references.c.provision)
    )
    with store.reading() as connection:
        rows = connection.execute(question).all()
    return {
        tuple(Unit(level, num) for level, num in _units.decode(written)): count  # type: ignore[arg-type]
        for written, count in rows
    }
