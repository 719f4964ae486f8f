"""The table `implementing_headings`: names of the articles and chapters on implementation (điều khoản thi hành)."""

from vanban.rules.row import PatternRow


class ImplementingHeading(PatternRow, frozen=True, kw_only=True):
    """One name, as the whole name of a unit; `rank` 1 is where notes on implementation go first."""

    rank: int
