"""The table `inspection_questions`: what a record of inspection asks, and by which article."""

import datetime as dt
from typing import Literal

from vanban.rules.row import Row

Question = Literal["authority", "matter", "basis", "start", "retroactivity", "citation"]


class InspectionQuestion(Row, frozen=True, kw_only=True):
    """One question. `basis` "" where the article depends on the day (table `validity_regimes`, `issuing_authorities`).

    `since` is the first day on which documents were made under that article; None: it asks of all.
    """

    question: Question
    since: dt.date | None = None
