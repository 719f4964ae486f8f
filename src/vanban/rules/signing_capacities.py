"""The table `signing_capacities`: the prefixes and posts printed above a signature."""

from typing import Literal

from vanban.rules.row import PatternRow


class SigningCapacity(PatternRow, frozen=True, kw_only=True):
    """One prefix ("TM.") or post ("BỘ TRƯỞNG"), over the folded line from its start.

    `prefix` tells the two apart; `says` is the family that a prefix gives away, where it does.
    """

    prefix: bool = False
    says: Literal["state", "party"] | None = None
