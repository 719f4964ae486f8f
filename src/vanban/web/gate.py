"""Who is asking, and what they may do. Without accounts: whoever sits at this machine; from elsewhere, only reading."""

import datetime as dt
import hmac
import time
from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple

from fastapi import Request
from starlette.datastructures import FormData

from vanban.accounts import RIGHTS, Accounts, Right, Role, may
from vanban.model.errors import UsageError
from vanban.web.settings import Settings

COOKIE = "session"
# A proxy that tells for whom it asks: then whoever asks does not sit at this machine.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class Viewer(NamedTuple):
    """Whoever asks. `name` "" without an account; `role` None: nobody who may do anything. `form`: see `Signed`."""

    name: str
    role: Role | None
    form: str = ""

    def may(self, right: Right) -> bool:
        """Whether they have a right."""
        return self.role is not None and may(self.role, right)


class Gate:
    """Tells viewers apart and refuses what they may not."""

    def __init__(self, settings: Settings, files: Path) -> None:
        # Beside the archive and its originals: "vanban.db.files" -> "vanban.db.accounts".
        place = files.with_name(files.name.removesuffix(".files") + ".accounts")
        self.accounts = Accounts(place) if settings.accounts else None
        self._stranger: Role | None = "reader" if settings.public_reading else None
        # Nobody signs in at home: whoever can open the page can open the file as well.
        self._home: Role = "reviewer" if settings.at_home else "reader"
        self.signing = Limit(10, 600)
        self.writing = Limit(240, 600)

    def viewer(self, request: Request) -> Viewer:
        """Who sends the request."""
        if self.accounts is None:
            return Viewer("", "reader" if any(name in request.headers for name in _FORWARDED) else self._home)
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            signed = self.accounts.by_token(secret.strip())
        else:
            signed = self.accounts.session(request.cookies.get(COOKIE, ""), dt.datetime.now(dt.UTC))
        return Viewer(signed.name, signed.role, signed.form) if signed else Viewer("", self._stranger)

    def require(self, viewer: Viewer, right: Right) -> None:
        """Let pass who has the right. Raises UsageError: "sign-in-first" for nobody, "no-right" for the others."""
        if viewer.may(right):
            return
        if self.accounts is not None and not viewer.name:
            raise UsageError("sign-in-first")
        raise UsageError("no-right" if self.accounts is not None else "not-from-elsewhere", role=RIGHTS[right])

    def require_form(self, viewer: Viewer, form: FormData) -> None:
        """Refuse a form that is not one of ours: it must bring back the word of the session. A token needs none."""
        told = str(form.get("form", ""))
        if viewer.form and not hmac.compare_digest(told.encode(), viewer.form.encode()):
            raise UsageError("stale-form")

    def tell(self, viewer: Viewer, action: str, subject: str, note: str = "") -> None:
        """Note in the log what was done to the archive."""
        if self.accounts is not None:
            self.accounts.tell(viewer.name, action, subject, note, dt.datetime.now(dt.UTC))

    def close(self) -> None:
        """Give the file of the accounts back."""
        if self.accounts is not None:
            self.accounts.close()


class Limit:
    """At most so many tries of one key in a window of seconds; kept in memory, for as many keys as are busy."""

    _KEYS = 10_000

    def __init__(self, tries: int, seconds: float) -> None:
        self._tries, self._seconds = tries, seconds
        self._told: OrderedDict[str, list[float]] = OrderedDict()

    def take(self, key: str) -> None:
        """Count one try. Raises UsageError("too-often") where there were too many."""
        now = time.monotonic()
        told = [moment for moment in self._told.pop(key, []) if now - moment < self._seconds]
        self._told[key] = told
        if len(self._told) > self._KEYS:
            self._told.popitem(last=False)
        if len(told) >= self._tries:
            raise UsageError("too-often")
        told.append(now)

    def forgive(self, key: str) -> None:
        """Do not count the last try: it was a good one."""
        if self._told.get(key):
            self._told[key].pop()
