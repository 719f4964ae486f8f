"""Who may do what in a shared reading room: accounts, sessions, tokens, and a log that only grows.

Kept in a file of its own beside the archive: the archive holds documents, and nothing of it is keyed by a person.
"""

from vanban.accounts.desk import SIGNED_FOR, Accounts, Signed
from vanban.accounts.log import Entry
from vanban.accounts.roles import RIGHTS, ROLES, Right, Role, may
from vanban.accounts.tries import Limited

__all__ = ["RIGHTS", "ROLES", "SIGNED_FOR", "Accounts", "Entry", "Limited", "Right", "Role", "Signed", "may"]
