"""Keep what an officer's table decides as judgements: they make Mẫu 04, and survive every re-reading."""

import datetime as dt
from collections.abc import Iterator

from vanban.archive.subjects import subject_of_review
from vanban.model import Judgement
from vanban.review.tying import Tied


def judgements_of(tied: Tied, by: str, at: dt.datetime) -> Iterator[Judgement]:
    """The judgements of rows that were tied to one document each and mark one form of handling.

    `by` is the post or office that decides, `at` the moment of import.
    """
    for each in tied.rows:
        works = [named.work for named in each.named if named.state == "tied" and named.work is not None]
        if len(each.row.handling) != 1:
            continue
        parts = {
            "handling": each.row.handling[0],
            "reason": each.row.note or each.row.result,
            "drafting": each.row.drafting,
            "deadline": each.row.deadline,
        }
        for work in works:
            for part, verdict in parts.items():
                if verdict:
                    note = each.row.note or each.row.result if part == "handling" else ""
                    yield Judgement(subject_of_review(work, part), verdict, by, at, note)
