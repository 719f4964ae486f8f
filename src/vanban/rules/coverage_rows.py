"""The tables of institutionalisation: lists of bodies (`body_lists`), and words that call for a document
(`calling_phrases`).
"""

from vanban.rules.row import PatternRow, Row


class BodyList(Row, frozen=True, kw_only=True):
    """A list of bodies that are asked for together. `issuers` are ids of the table `issuers`; `provinces`: one body for
    each province of today, with its people's council, people's committee and Party committee.
    """

    vi: str
    en: str
    issuers: tuple[str, ...] = ()
    provinces: bool = False


class CallingPhrase(PatternRow, frozen=True, kw_only=True):
    """Words of a clause that calls upon bodies below to issue a document; patterns over folded text."""
