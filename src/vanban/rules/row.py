"""What every row of every table has."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"not_examples": "not"}):
    """A row: its id, words that it must match (`examples`) and must not (`not`), its legal basis, its review.

    `reviewed` is None until a jurist has confirmed the row ("name of the post, day"); using such a row is visible in
    the explanation of an answer.
    """

    id: str
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    basis: str | None = None
    reviewed: str | None = None


class PatternRow(Row, frozen=True, kw_only=True):
    """A row that recognises words: `pattern` is a Python regular expression over *folded* text.

    Folded: lower case, no diacritics, one character for one (`orthography.fold`). `words`, where given, must stand in
    the original text (NFC, any case): it settles false friends such as "điều" and "diều".
    """

    pattern: str
    words: str | None = None
