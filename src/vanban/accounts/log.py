"""The log of who did what to which fact: each line sealed with the one before it, so that a change shows."""

import datetime as dt
import hashlib
import sqlite3

import msgspec

from vanban.accounts.file import AccountsFile

_FIRST = "0" * 64


class Entry(msgspec.Struct, frozen=True):
    """One line: when, whose account, what was done (`add`, `judge`, `sign-in` …), to what, in which words."""

    at: str
    who: str
    action: str
    subject: str
    note: str
    seal: str = ""


def append(connection: sqlite3.Connection, at: dt.datetime, who: str, action: str, subject: str, note: str) -> None:
    """Add a line, in the transaction of what it tells."""
    row = connection.execute("SELECT seal FROM log ORDER BY id DESC LIMIT 1").fetchone()
    entry = Entry(at.isoformat(timespec="seconds"), who, action, subject, note)
    seal = _seal(row[0] if row else _FIRST, entry)
    connection.execute(
        "INSERT INTO log (at, who, action, subject, note, seal) VALUES (?, ?, ?, ?, ?, ?)",
        (entry.at, who, action, subject, note, seal),
    )


def entries(file: AccountsFile, limit: int) -> tuple[Entry, ...]:
    """The last lines, the newest first."""
    rows = file.ask("SELECT at, who, action, subject, note, seal FROM log ORDER BY id DESC LIMIT ?", limit)
    return tuple(Entry(*row) for row in rows)


def unbroken(file: AccountsFile) -> bool:
    """Whether every line is as it was written and none is missing between the first and the last."""
    seal = _FIRST
    for row in file.ask("SELECT at, who, action, subject, note, seal FROM log ORDER BY id"):
        entry = Entry(*row)
        seal = _seal(seal, entry)
        if seal != entry.seal:
            return False
    return True


def _seal(before: str, entry: Entry) -> str:
    told = msgspec.json.encode([before, entry.at, entry.who, entry.action, entry.subject, entry.note])
    return hashlib.sha256(told).hexdigest()
