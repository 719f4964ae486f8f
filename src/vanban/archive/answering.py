"""Resolving references that are not stored: those of a text that was made for one question, such as an expression."""

from collections.abc import Sequence

from vanban.archive.catalogue import Prefetched
from vanban.archive.store import Store
from vanban.model import Reference, Resolution, Work
from vanban.references import keys_of, resolve
from vanban.rules import Rules


def resolve_now(store: Store, references: Sequence[Reference], citing: Work, rules: Rules) -> tuple[Resolution, ...]:
    """What each reference, standing in the work `citing`, points at in the archive of this moment. Stores nothing."""
    with store.reading() as connection:
        catalogue = Prefetched(connection, {key for each in references for key in keys_of(each, rules)})
    return tuple(resolve(each, citing, catalogue, rules) for each in references)
