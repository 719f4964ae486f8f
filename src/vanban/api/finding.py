"""The one document that a person means, or a fault that says what to do."""

from vanban import archive as room
from vanban.archive import Store, WorkRow
from vanban.model import Parsed
from vanban.model.errors import UsageError
from vanban.rules import Rules

_LISTED = 10


def find_one(store: Store, words: str) -> WorkRow:
    """The document that the words mean: its symbol in any spelling, any part of its title, or its identifier.

    Raises UsageError where there is none, or where there are several.
    """
    found = room.find_works(store, words, _LISTED + 1)
    if not found:
        raise UsageError("no-such-work", words=words)
    if len(found) > 1:
        names = "; ".join(f"{work.type_name} {work.symbol} ({work.id})" for work in found[:_LISTED])
        raise UsageError("several-works", words=words, names=names + ("; …" if len(found) > _LISTED else ""))
    return found[0]


def base_of(store: Store, work: str) -> Parsed:
    """The base text of a work, with all that was read of it. Raises UsageError where its text is not here."""
    base = room.parsed(store, work)
    if base is None:
        raise UsageError("no-such-work", words=work)
    return base


class OpenStore:
    """What every part of `Archive` stands on: the open archive, its tables, and the way to a document in it."""

    store: Store
    rules: Rules

    def find(self, words: str) -> WorkRow:
        """The one document that the words mean. Raises UsageError where there is none, or where there are several."""
        return find_one(self.store, words)
