"""The table `abbreviations`: short forms that people type, and the words that documents print."""

from vanban.rules.row import Row


class Abbreviation(Row, frozen=True, kw_only=True):
    """One short form. `short` is compared without case and accents; `examples` are typings of it, `not` of others."""

    short: str
    long: str
