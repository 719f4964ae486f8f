"""The tables `lapse_lists` and `lapse_columns`: lists of documents that have ended, as the law's forms print them."""

from typing import Literal

from vanban.model import Verb
from vanban.rules.row import PatternRow


class LapseList(PatternRow, frozen=True, kw_only=True):
    """A heading over a list of documents, or over a group of its rows, and what it says of each.

    `work` is the verb upon a whole document, `unit` that upon the provisions that a row names.
    """

    work: Verb
    unit: Verb


class LapseColumn(PatternRow, frozen=True, kw_only=True):
    """What the head of a column of such a list says that the column holds.

    "document": its number and day (its name may follow); "part": the provisions that ended; "day": from when.
    """

    role: Literal["document", "part", "day"]
