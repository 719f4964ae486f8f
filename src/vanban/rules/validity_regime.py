"""The table `validity_regimes`: which law on issuing documents governs which days, for which level of government."""

import datetime as dt
from typing import Literal

from vanban.rules.row import Row

GovernmentLevel = Literal["central", "local"]


class ValidityRegime(Row, frozen=True, kw_only=True):
    """One stretch of days under one law, for one level. The stretches of a level are disjoint; a test checks it.

    `regime` is the short name told with every reason ("R4"); `[since, until)` the days, None: still running.
    `notice_days` are the days that must lie between the making of a document and its start (provincial ones where
    `level` is local), `notice_days_below` those of districts and communes; None: the law sets none or was not read.
    They are a check, never a default start.
    """

    regime: str
    level: GovernmentLevel
    since: dt.date
    until: dt.date | None = None
    law: str
    notice_days: int | None = None
    notice_days_below: int | None = None
    notice_basis: str = ""
