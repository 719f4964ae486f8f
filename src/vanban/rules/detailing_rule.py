"""The table `detailing_rules`: does a detailing document fall when the document that it details ends?"""

from typing import Literal

from vanban.rules.row import Row
from vanban.rules.validity_regime import GovernmentLevel


class DetailingRule(Row, frozen=True, kw_only=True):
    """The answer of one regime for one level of government.

    `state` is what a computed lapse makes of the detailing document from that day on, always with grade `candidate`:
    "ended" where the law says that it falls, "unknown" where only a part falls and a person must see which,
    "in-force" where it goes on. `vi` and `en` say the rule in one sentence.
    """

    regime: str
    level: GovernmentLevel
    state: Literal["ended", "unknown", "in-force"]
    vi: str
    en: str
