"""A finding: a fault in a document, as a value with a place. Its wording and advice live in the table `findings`."""

from typing import Literal

import msgspec

Severity = Literal["info", "warning", "error"]


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One fault. `code` is a row of the table `findings`, which holds the sentence; `details` fills its blanks.

    `start:end` is the evidence in the text (both 0 where the whole document is meant).
    """

    code: str
    severity: Severity
    start: int = 0
    end: int = 0
    details: dict[str, str] = {}
