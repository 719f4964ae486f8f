"""A task: a duty that a document lays on bodies or posts, never on persons."""

from datetime import date

import msgspec


class Deadline(msgspec.Struct, frozen=True, rename={"start_on": "from", "end_before": "to"}):
    """A time limit as printed, and as a half-open interval of days where it can be computed.

    One that comes back says how often (`recurs`), and where it prints a day of the period, which is the last one:
    `by_day` of the month, `by_month` the month of the year, or of the quarter (1-3).
    """

    text: str
    start_on: date | None = None
    end_before: date | None = None
    recurs: str | None = None
    by_day: int | None = None
    by_month: int | None = None


class Task(msgspec.Struct, frozen=True, rename={"within": "in"}):
    """A duty: who leads, who joins, the product, the deadline, and the words that say so. Its state is derived."""

    duty: str
    lead: tuple[str, ...]
    join: tuple[str, ...]
    product: str | None
    deadline: Deadline | None
    condition: str | None
    within: str
    start: int
    end: int
