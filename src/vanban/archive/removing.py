"""Taking a work out of the archive: its texts, their facts and their originals. Judgements on it stay, orphaned."""

from sqlalchemy import delete, select

from vanban.archive import originals, schema
from vanban.archive.arranging import arrange
from vanban.archive.chunks import chunks
from vanban.archive.keeping import forget_facts
from vanban.archive.resolving import resolve_open
from vanban.archive.store import Store
from vanban.rules import Rules


def remove(store: Store, work: str, rules: Rules) -> int:
    """Remove the work of that identifier with all its texts; returns how many texts went (0: it is not here).

    References that pointed at it wait again.
    """
    texts = schema.texts
    with store.writing() as connection:
        rows = connection.execute(
            select(texts.c.id, texts.c.sha256, texts.c.match_key).where(texts.c.work == work)
        ).all()
        forget_facts(connection, [row.id for row in rows])
        hashes = [row.sha256 for row in rows]
        for piece in chunks(hashes):
            for table in (schema.sources, schema.origins, texts):
                connection.execute(delete(table).where(table.c.sha256.in_(piece)))
        if rows:
            arrange(connection, {row.match_key for row in rows}, emptied=[work])
    # After the commit: a file too many does no harm, a row without its file would.
    for sha256 in hashes:
        originals.drop(store.files, sha256)
    resolve_open(store, rules)
    return len(rows)
