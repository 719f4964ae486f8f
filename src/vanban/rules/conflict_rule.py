"""The table `conflict_rules`: which of two documents that contradict each other prevails, by regime."""

from typing import Literal

from vanban.rules.row import Row


class ConflictRule(Row, frozen=True, kw_only=True):
    """`kind` "higher": the document of the higher body prevails; "later": of one body, the later document."""

    kind: Literal["higher", "later"]
    regimes: tuple[str, ...]
    vi: str
    en: str
