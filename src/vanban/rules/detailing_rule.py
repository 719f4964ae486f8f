"""The table `detailing_rules`: does a detailing document fall when the document that it details ends?"""

from typing import Literal

from vanban.rules.row import Row
from vanban.rules.validity_regime import GovernmentLevel


class DetailingRule(Row, frozen=True, kw_only=True):
    """The answer of one regime for one level of government.

    `falls`: "whole" where the law says that it falls with its parent, "part" where only what details delegated units
    falls, "no" where it goes on. A fall is a candidate for a person to decide, never a fact that an answer states.
    `vi` and `en` say the rule in one sentence.
    """

    regime: str
    level: GovernmentLevel
    falls: Literal["whole", "part", "no"]
    vi: str
    en: str
