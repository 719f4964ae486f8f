"""What is done once before a room is served: the archive must be there, and somebody must be able to enter."""

import datetime as dt

from vanban.accounts import Accounts
from vanban.api import Archive
from vanban.web.gate import accounts_file
from vanban.web.settings import Settings


def first_invitation(settings: Settings) -> str:
    """The secret with which the first administrator begins; "" where there is one, or no accounts are wanted.

    Raises UsageError where there is no archive.
    """
    with Archive(settings.archive, create=False) as archive:
        if not settings.accounts:
            return ""
        accounts = Accounts(accounts_file(archive.store.files))
    try:
        if accounts.has_administrator():
            return ""
        return accounts.invite("quan-tri", "administrator", "vanban serve", dt.datetime.now(dt.UTC))
    finally:
        accounts.close()
