"""Symbols in any spelling: "34/2016/nd-cp", "nd 34 2016", "34 2016 nđ cp" and "nghị định 34" mean one act.

A symbol is cut where letters and figures meet and at every sign; its pieces, without accents and leading zeros, are
what spellings have in common, in whatever order they are typed.
"""

import re

from vanban.orthography import fold

_PIECE = re.compile(r"[a-z]+|\d+")


def pieces(symbol: str) -> tuple[str, ...]:
    """The pieces of a symbol: "034/2016/NĐ-CP" -> ("34", "2016", "nd", "cp")."""
    return tuple(piece.lstrip("0") or "0" if piece.isdigit() else piece for piece in _PIECE.findall(fold(symbol)))
