"""The table `regulation_fields`: fields of regulation (lĩnh vực) and the words by which titles and căn cứ tell them."""

from vanban.rules.row import Row


class RegulationField(Row, frozen=True, kw_only=True):
    """One field. `examples` are titles that belong to it, `not` titles that do not.

    `words` are phrases of a title; `laws` names of laws without "Luật", whose place among the căn cứ speaks for the
    field; `issuers` are ids of bodies whose documents all belong to it.
    """

    name: str
    words: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
