"""The rows of the tables that reading asks: repairs, look-alike letters, page chrome, paragraph openings."""

from typing import Literal

from vanban.rules.row import PatternRow, Row


class RepairKind(Row, frozen=True, kw_only=True):
    """What one kind of repair is called on screen."""

    vi: str
    en: str


class LookAlike(Row, frozen=True, kw_only=True):
    """A letter that stands for another: `letter` should be `means`.

    With `beside_latin` only inside a word or symbol that has Latin letters too; else everywhere.
    """

    letter: str
    means: str
    beside_latin: bool = True


class PageChrome(PatternRow, frozen=True, kw_only=True):
    """A line that a web site prints around documents; `pattern` matches the whole folded line.

    `side`: from the first such line *after* the document on, or up to the last such line *before* it, the page is
    not the document.
    """

    side: Literal["before", "after"]


class Opening(PatternRow, frozen=True, kw_only=True):
    """What begins a paragraph: a unit, a bullet, an element of the header or the signature block.

    `pattern` matches at the start of a folded line. `alone`: the line ends there too (a line break after it is hard).
    """

    alone: bool = False


class Continuer(Row, frozen=True, kw_only=True):
    """Words or phrases (lower case, NFC) after which a sentence must go on; `examples` are line ends.

    `unless` are compounds that end with one of them and may end a line.
    """

    words: tuple[str, ...]
    unless: tuple[str, ...] = ()


class SignatureStamp(PatternRow, frozen=True, kw_only=True):
    """A line of a digital signature's stamp; `pattern` matches the whole folded line."""
