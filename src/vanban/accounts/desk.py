"""Accounts: invited, never given a password by somebody else; signed in by password, or by a token for programs."""

import datetime as dt
import hashlib
import re
import secrets
import sqlite3
from pathlib import Path

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from vanban.accounts import log, tries
from vanban.accounts.administrators import an_administrator_stays
from vanban.accounts.file import AccountsFile
from vanban.accounts.log import Entry
from vanban.accounts.roles import ROLES, Role
from vanban.accounts.tries import Limited
from vanban.model.errors import UsageError

SHORTEST_PASSWORD = 12
_INVITED_FOR, SIGNED_FOR = dt.timedelta(days=7), dt.timedelta(hours=12)
_NAME = re.compile(r"[\w.@-]{2,64}")


class Signed(msgspec.Struct, frozen=True):
    """Whose account a request comes from. `form` is the word that its forms must bring back ("" for a token)."""

    name: str
    role: Role
    form: str


class Account(msgspec.Struct, frozen=True):
    """One account as an administrator sees it: `waiting` until its password is set, `open` until it is closed."""

    name: str
    role: Role
    waiting: bool
    open: bool


class Token(msgspec.Struct, frozen=True):
    """A token for programs, by its label; the secret itself is shown once and not kept."""

    id: str
    label: str
    made: str


class Accounts:
    """The accounts of one reading room, in the file at `path`. Every change is told in the log.

    Moments are given by the face. Raises UsageError where something cannot be done, with what to do.
    """

    def __init__(self, path: Path) -> None:
        self._file = AccountsFile(path)
        self._hasher = PasswordHasher()
        # Checked where there is no such account, so that the time of an answer does not tell which names there are.
        self._nobody = self._hasher.hash(secrets.token_urlsafe(24))

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def every(self) -> tuple[Account, ...]:
        """All accounts, sorted by name."""
        rows = self._file.ask("SELECT name, role, password IS NULL, open FROM accounts ORDER BY name")
        return tuple(Account(name, _role(role), bool(waiting), bool(is_open)) for name, role, waiting, is_open in rows)

    def has_administrator(self) -> bool:
        """Whether somebody can enter and administer: an open account of that role with a password."""
        return any(each.role == "administrator" and each.open and not each.waiting for each in self.every())

    def invite(self, name: str, role: str, by: str, now: dt.datetime) -> str:
        """A secret with which `name` sets a password and begins; a new one replaces the old. An existing account keeps
        its password until the secret is used, and takes the role at once; one administrator is always left.
        """
        if not _NAME.fullmatch(name):
            raise UsageError("bad-account-name", name=name)
        secret = secrets.token_urlsafe(32)
        with self._file.writing() as connection, an_administrator_stays(connection):
            connection.execute(
                "INSERT INTO accounts (name, role) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET role = excluded.role, open = 1",
                (name, _role(role)),
            )
            connection.execute("DELETE FROM invitations WHERE name = ?", (name,))
            until = (now + _INVITED_FOR).isoformat()
            connection.execute("INSERT INTO invitations VALUES (?, ?, ?)", (_hashed(secret), name, until))
            log.append(connection, now, by, "invite", name, role)
        return secret

    def invited(self, secret: str, now: dt.datetime) -> str:
        """The name that an invitation is for. Raises UsageError where it is unknown, used or too old."""
        rows = self._file.ask("SELECT name, until FROM invitations WHERE secret = ?", _hashed(secret))
        if not rows or rows[0][1] < now.isoformat():
            raise UsageError("invitation-over")
        return rows[0][0]

    def begin(self, secret: str, password: str, now: dt.datetime) -> str:
        """Set the password that an invitation allows, once; returns the name. Its sessions end."""
        name = self.invited(secret, now)
        # A name of three letters is part of many good phrases.
        told = len(name) > 3 and name.casefold() in password.casefold()
        if len(password) < SHORTEST_PASSWORD or told:
            raise UsageError("weak-password", least=str(SHORTEST_PASSWORD))
        hashed = self._hasher.hash(password)
        with self._file.writing() as connection:
            connection.execute("UPDATE accounts SET password = ? WHERE name = ?", (hashed, name))
            connection.execute("DELETE FROM invitations WHERE name = ?", (name,))
            connection.execute("DELETE FROM sessions WHERE name = ?", (name,))
            log.append(connection, now, name, "password", name, "")
        return name

    def sign_in(self, name: str, password: str, now: dt.datetime) -> str:
        """The secret of a new session. Raises UsageError("not-signed-in") for a wrong name or password alike."""
        rows = self._file.ask("SELECT password FROM accounts WHERE name = ? AND open = 1", name)
        known = rows[0][0] if rows and rows[0][0] else None
        try:
            self._hasher.verify(known or self._nobody, password)
        except (VerificationError, InvalidHashError):
            known = None
        if known is None:
            with self._file.writing() as connection:
                log.append(connection, now, name if rows else "", "sign-in-failed", "", "")
            raise UsageError("not-signed-in")
        secret = secrets.token_urlsafe(32)
        with self._file.writing() as connection:
            if self._hasher.check_needs_rehash(known):
                connection.execute(
                    "UPDATE accounts SET password = ? WHERE name = ?", (self._hasher.hash(password), name)
                )
            connection.execute("DELETE FROM sessions WHERE until < ?", (now.isoformat(),))
            connection.execute(
                "INSERT INTO sessions VALUES (?, ?, ?, ?)",
                (_hashed(secret), name, secrets.token_urlsafe(24), (now + SIGNED_FOR).isoformat()),
            )
            log.append(connection, now, name, "sign-in", "", "")
        return secret

    def session(self, secret: str, now: dt.datetime) -> Signed | None:
        """Whose session a secret is; None where it is unknown or over, or the account was closed."""
        rows = self._file.ask(
            "SELECT accounts.name, accounts.role, sessions.form FROM sessions JOIN accounts USING (name) "
            "WHERE sessions.secret = ? AND sessions.until > ? AND accounts.open = 1",
            _hashed(secret), now.isoformat(),
        )  # fmt: skip
        return Signed(rows[0][0], _role(rows[0][1]), rows[0][2]) if rows else None

    def sign_out(self, secret: str, now: dt.datetime) -> None:
        """End a session."""
        signed = self.session(secret, now)
        with self._file.writing() as connection:
            connection.execute("DELETE FROM sessions WHERE secret = ?", (_hashed(secret),))
            if signed is not None:
                log.append(connection, now, signed.name, "sign-out", "", "")

    def give_role(self, name: str, role: str, by: str, now: dt.datetime) -> None:
        """Give an account another role; whether it is open stays as it is. One administrator is always left."""
        with self._file.writing() as connection, an_administrator_stays(connection):
            _one(connection.execute("UPDATE accounts SET role = ? WHERE name = ?", (_role(role), name)), name)
            log.append(connection, now, by, "change", name, role)

    def shut(self, name: str, by: str, now: dt.datetime) -> None:
        """Close an account: its sessions, tokens and invitations end at once. One administrator is always left."""
        with self._file.writing() as connection, an_administrator_stays(connection):
            _one(connection.execute("UPDATE accounts SET open = 0 WHERE name = ?", (name,)), name)
            for table in ("sessions", "tokens", "invitations"):
                connection.execute(f"DELETE FROM {table} WHERE name = ?", (name,))
            log.append(connection, now, by, "change", name, "closed")

    def reopen(self, name: str, by: str, now: dt.datetime) -> None:
        """Open a closed account again, with its role and password."""
        with self._file.writing() as connection:
            _one(connection.execute("UPDATE accounts SET open = 1 WHERE name = ?", (name,)), name)
            log.append(connection, now, by, "change", name, "opened")

    def make_token(self, name: str, label: str, now: dt.datetime) -> str:
        """A secret for programs with the rights of the account."""
        secret = "vanban_" + secrets.token_urlsafe(32)
        with self._file.writing() as connection:
            connection.execute(
                "INSERT INTO tokens VALUES (?, ?, ?, ?)",
                (_hashed(secret), name, label[:80], now.isoformat("T", "seconds")),
            )
            log.append(connection, now, name, "token", "", label[:80])
        return secret

    def tokens(self, name: str) -> tuple[Token, ...]:
        """The tokens of an account, by label."""
        rows = self._file.ask(
            "SELECT substr(secret, 1, 16), label, made FROM tokens WHERE name = ? ORDER BY made", name
        )
        return tuple(Token(*row) for row in rows)

    def drop_token(self, name: str, id: str, now: dt.datetime) -> None:
        """End a token of an account."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM tokens WHERE name = ? AND substr(secret, 1, 16) = ?", (name, id))
            log.append(connection, now, name, "token-ended", "", id)

    def by_token(self, secret: str) -> Signed | None:
        """Whose token a secret is."""
        rows = self._file.ask(
            "SELECT name, role FROM tokens JOIN accounts USING (name) WHERE secret = ? AND open = 1", _hashed(secret)
        )
        return Signed(rows[0][0], _role(rows[0][1]), "") if rows else None

    def count(self, what: Limited, who: str, now: dt.datetime) -> None:
        """Count one try of something by a name or an address. Raises UsageError("too-often") for one too many."""
        with self._file.writing() as connection:
            tries.count(connection, what, who, now)

    def forgive(self, what: Limited, who: str) -> None:
        """Do not count the last try."""
        with self._file.writing() as connection:
            tries.forgive(connection, what, who)

    def tell(self, who: str, action: str, subject: str, note: str, now: dt.datetime) -> None:
        """Note in the log that an account did something to the archive."""
        with self._file.writing() as connection:
            log.append(connection, now, who, action, subject, note)

    def log(self, limit: int = 200) -> tuple[Entry, ...]:
        """The last lines of the log, the newest first."""
        return log.entries(self._file, limit)

    def log_is_whole(self) -> bool:
        """Whether the log is as it was written."""
        return log.unbroken(self._file)


def _one(cursor: sqlite3.Cursor, name: str) -> None:
    if cursor.rowcount == 0:
        raise UsageError("no-such-account", name=name)


def _role(words: str) -> Role:
    for role in ROLES:
        if role == words:
            return role
    raise UsageError("no-such-role", role=words, roles=", ".join(ROLES))


def _hashed(secret: str) -> str:
    """Secrets of our own making are long and random: a plain hash keeps them."""
    return hashlib.sha256(secret.encode()).hexdigest()
