"""The table `issuers`: bodies that issue documents, as entities with names, codes, lifetimes and successors."""

import datetime as dt
from typing import Literal

from vanban.rules.row import Row

IssuerLevel = Literal["central", "province", "district", "commune", "unit"]


class IssuerRow(Row, frozen=True, kw_only=True):
    """One body. `examples` are lines that print its name, `not` lines that do not.

    `names` the first is today's or its last official name, the others older or shorter ones; `codes` its
    abbreviations in symbols; `posts` the head who signs or issues ("Bộ trưởng Bộ Y tế" is the Ministry). `until` is
    the first day on which it no longer existed; `successors` are ids of this table. None and (): not known or none.
    """

    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    family: Literal["state", "party", "front"] = "state"
    level: IssuerLevel = "central"
    posts: tuple[str, ...] = ()
    parent: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    successors: tuple[str, ...] = ()
