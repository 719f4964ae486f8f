"""One administrator is always left: whatever is done to the accounts, somebody can still enter and administer."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from vanban.model.errors import UsageError

# Those who can enter now; those who are open, the invited ones included.
_COUNT = """
SELECT count(password), count(*) FROM accounts WHERE role = 'administrator' AND open = 1
"""


@contextmanager
def an_administrator_stays(connection: sqlite3.Connection) -> Iterator[None]:
    """Around a change, inside its transaction: raises UsageError, so that nothing is kept, where it takes the last
    administrator who has a password away, or (before there is one) the last one invited.
    """
    before = connection.execute(_COUNT).fetchone()
    yield
    after = connection.execute(_COUNT).fetchone()
    if any(was > 0 and now == 0 for was, now in zip(before, after, strict=True)):
        raise UsageError("last-administrator")
