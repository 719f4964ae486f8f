"""The table `document_types`: every type of document, its codes in symbols and the words printed as its name."""

from typing import Literal

from vanban.rules.row import Row


class DocumentType(Row, frozen=True, kw_only=True):
    """One type. `examples` are lines that print its name (any case), `not` lines that do not.

    `state` and `party` are its codes in the symbols of that family ("QĐ"); both empty: known by its printed name only.
    `kind` is "act" where the law of normative documents knows the type (Luật 80/2015/QH13, 64/2025/QH15, Điều 4),
    "doc" otherwise; `normative` is "always", "never" or "either". `printed` are further names on the title line,
    `english` those of translations. `families` tells who issues it, `issuer` the one body that can, where only one can.
    """

    name: str
    kind: Literal["act", "doc"]
    normative: Literal["always", "never", "either"]
    families: tuple[Literal["state", "party"], ...]
    state: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    issuer: str | None = None
