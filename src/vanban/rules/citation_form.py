"""How a document is cited in writing: the first time in full, later in short (NĐ 30/2020, Phụ lục I; NĐ 78/2025)."""

from vanban.rules.row import Row


class CitationForm(Row, frozen=True, kw_only=True):
    """The form for documents of a family (and of the given `types`; () is any), rows above others first.

    Blanks: {type} {symbol} {day} {issuer} {title} {year}. `numbered`: whether the document has a symbol. `day` says how
    the day is written: "words" ("10 tháng 5 năm 2018") or "slashes" ("10/5/2018").
    """

    family: str
    types: tuple[str, ...] = ()
    numbered: bool = True
    day: str = "words"
    first: str
    later: str
