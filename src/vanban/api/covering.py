"""Which bodies have carried a higher document out with one of their own."""

import datetime as dt
from pathlib import Path

from vanban.api.archive import Archive
from vanban.review.body_lists import bodies_named, bodies_of
from vanban.review.coverage import CoverageAnswer, coverage


def review_coverage(archive: Archive, words: str, *, on: dt.date, bodies: str = "provinces") -> CoverageAnswer:
    """The coverage of the document that `words` mean: `bodies` is a list of the tables, or a file of names."""
    path = Path(bodies)
    listed = (
        bodies_named(path.read_text(encoding="utf-8").splitlines(), archive.rules)
        if path.is_file()
        else bodies_of(bodies, archive.rules)
    )
    return coverage(archive.store, archive.find(words), listed, on, archive.rules)
