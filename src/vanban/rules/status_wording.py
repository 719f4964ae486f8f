"""The tables `status_labels` and `status_sentences`: how an answer about force is said, in both languages."""

from typing import Literal

from vanban.model import State
from vanban.rules.row import Row


class StatusLabel(Row, frozen=True, kw_only=True):
    """The label of a state, of a whole work or of one provision."""

    state: State
    of: Literal["work", "provision"]
    vi: str
    en: str


class StatusSentence(Row, frozen=True, kw_only=True):
    """One sentence; the `{blanks}` are filled from the period and its reason."""

    vi: str
    en: str
