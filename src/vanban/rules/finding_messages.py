"""The table `findings`: the wording and the advice of every finding, in Vietnamese and English."""

from vanban.model import Severity
from vanban.rules.row import Row


class FindingMessage(Row, frozen=True, kw_only=True):
    """The sentence for one code. `{name}` in a sentence is filled from the finding's details."""

    severity: Severity
    vi: str
    en: str
    advice_vi: str = ""
    advice_en: str = ""
