"""Who is asking, and what they may do. Without accounts: whoever sits at this machine; from elsewhere, only reading."""

import datetime as dt
import hmac
from pathlib import Path
from typing import NamedTuple

from fastapi import Request
from starlette.datastructures import FormData

from vanban.accounts import RIGHTS, Accounts, Limited, Right, Role, may
from vanban.model.errors import UsageError
from vanban.web.settings import Settings

COOKIE = "session"
# A proxy that tells for whom it asks: then whoever asks does not sit at this machine.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


def accounts_file(files: Path) -> Path:
    """Where the accounts are: beside the archive and its originals ("vanban.db.files" -> "vanban.db.accounts")."""
    return files.with_name(files.name.removesuffix(".files") + ".accounts")


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
        self.accounts = Accounts(accounts_file(files)) if settings.accounts else None
        self._stranger: Role | None = "reader" if settings.public_reading else None
        # Nobody signs in at home: whoever can open the page can open the file as well.
        self._home: Role = "reviewer" if settings.at_home else "reader"

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

    def count(self, what: Limited, who: str) -> None:
        """Count one try of something that may be tried so often only. Raises UsageError("too-often") for one more."""
        if self.accounts is not None:
            self.accounts.count(what, who, dt.datetime.now(dt.UTC))

    def forgive(self, what: Limited, who: str) -> None:
        """Do not count the last try: it was a good one."""
        if self.accounts is not None:
            self.accounts.forgive(what, who)

    def tell(self, viewer: Viewer, action: str, subject: str, note: str = "") -> None:
        """Note in the log what was done to the archive."""
        if self.accounts is not None:
            self.accounts.tell(viewer.name, action, subject, note, dt.datetime.now(dt.UTC))

    def close(self) -> None:
        """Give the file of the accounts back."""
        if self.accounts is not None:
            self.accounts.close()
