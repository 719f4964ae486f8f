"""The table `named_acts`: acts that papers cite by name, with the facts that tell one of a name from the next."""

import datetime as dt

from vanban.rules.row import Row


class NamedAct(Row, frozen=True, kw_only=True):
    """One act known by its name. Facts only (number, days, successor), each from at least the sources counted.

    `date` is the day on which it was passed, `force_start` its first day in force, `replaced_by` the id of the row of
    the act that ended it. `aliases` are other names in use. `sources`: how many independent sources agree; 1 is a
    warning.
    """

    type: str
    name: str
    symbol: str = ""
    date: dt.date | None = None
    force_start: dt.date | None = None
    replaced_by: str | None = None
    aliases: tuple[str, ...] = ()
    sources: int = 1
