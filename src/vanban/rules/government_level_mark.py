"""The table `government_levels`: how a local document of the State is known by its issuer or symbol."""

from typing import Literal

from vanban.rules.row import PatternRow


class GovernmentLevelMark(PatternRow, frozen=True, kw_only=True):
    """`pattern` is searched in the folded issuer's id and symbol, a space between. What no row knows is central."""

    level: Literal["province", "below"]
