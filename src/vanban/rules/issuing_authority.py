"""The table `issuing_authorities`: which bodies may issue which normative documents, and since when."""

import datetime as dt

from vanban.rules.row import Row


class IssuingAuthority(Row, frozen=True, kw_only=True):
    """One line of the law's closed list: ids of `types`, and of bodies (`issuers`, a pattern over the whole id).

    `since` and `until` (half-open) are the days on which the list had the line. `examples` are ids of bodies that it
    names, `not` ids that it does not. `read` False: the list is known from elsewhere, its words were not read here, so
    that a body outside of it is a question for a person, no fault.
    """

    types: tuple[str, ...]
    issuers: str
    since: dt.date
    until: dt.date | None = None
    read: bool = True
