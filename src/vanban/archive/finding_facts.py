"""A fact by the short name that people type and put into tables (`fact_key`)."""

from sqlalchemy import select

from vanban.archive import schema
from vanban.archive.store import Store
from vanban.archive.stored_texts import parsed
from vanban.archive.subjects import REVIEW_PARTS, fact_key, subject_of_review, subjects
from vanban.model import Subject


def find_facts(store: Store, keys: frozenset[str]) -> dict[str, Subject]:
    """The facts of these names that are here today; each work that they name is opened once."""
    by_work: dict[str, set[str]] = {}
    for key in keys:
        kind, _, rest = key.partition(":")
        segment, _, digest = rest.rpartition(":")
        if kind and segment and digest:
            by_work.setdefault(segment, set()).add(key)
    found: dict[str, Subject] = {}
    table = schema.works
    for segment, wanted in sorted(by_work.items()):
        question = select(table.c.id).where(table.c.id.endswith(f"/{segment}", autoescape=True))
        with store.reading() as connection:
            works = [work for (work,) in connection.execute(question)]
        for work in works:
            here = parsed(store, work)
            if here is None:
                continue
            as_a_whole = (subject_of_review(work, part) for part in REVIEW_PARTS)
            for subject in (*(subject for subject, _, _ in subjects(here)), *as_a_whole):
                key = fact_key(subject)
                if key in wanted:
                    found[key] = subject
    return found
