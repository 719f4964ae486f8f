"""How often something may be tried: counted in the file of the accounts, so that every serving process counts alike."""

import datetime as dt
import sqlite3
from typing import Literal

from vanban.model.errors import UsageError

Limited = Literal["sign-in", "write"]
_WINDOW = dt.timedelta(minutes=10)
# Tries of one name, or from one address, within the window.
_MOST: dict[Limited, int] = {"sign-in": 10, "write": 240}


def count(connection: sqlite3.Connection, what: Limited, who: str, now: dt.datetime) -> None:
    """Count one try, in a transaction of its own. Raises UsageError("too-often") where there were too many."""
    connection.execute("DELETE FROM tries WHERE at <= ?", ((now - _WINDOW).isoformat(),))
    (told,) = connection.execute("SELECT count(*) FROM tries WHERE what = ? AND who = ?", (what, who)).fetchone()
    if told >= _MOST[what]:
        raise UsageError("too-often")
    connection.execute("INSERT INTO tries VALUES (?, ?, ?)", (what, who, now.isoformat()))


def forgive(connection: sqlite3.Connection, what: Limited, who: str) -> None:
    """Take the last try back."""
    connection.execute(
        "DELETE FROM tries WHERE rowid = (SELECT max(rowid) FROM tries WHERE what = ? AND who = ?)", (what, who)
    )
