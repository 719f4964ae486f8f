"""Symbols in any spelling: "34/2016/nd-cp", "nd 34 2016", "34 2016 nđ cp" and "nghị định 34" mean one act.

A symbol is cut where letters and figures meet and at every sign; its pieces, without accents and leading zeros, are
what spellings have in common, in whatever order they are typed.
"""

import re
import unicodedata
from functools import cache

import msgspec

from vanban.identification.symbol import normalise
from vanban.orthography import fold
from vanban.rules import Rules

_PIECE = re.compile(r"[a-z]+|\d+")
_WORD = re.compile(r"[^\s,;]+")
# Words that stand beside a symbol and say nothing: "Nghị định số 34 năm 2016".
_FILLING = frozenset({"so", "nam", "ngay", "thang"})
_YEAR = re.compile(r"(?:19|20)\d\d")
# A symbol among other words: figures, then a sign, then letters or a year ("34/2016/nd-cp", "126-qd/tw").
_AMONG = re.compile(
    r"(?<![\w/.-])\d{1,5}[a-zđ]?(?:\s?[/-]\s?(?:\d{4}|[a-zđ&.]{1,12}\d{0,2}))+(?![\w/-])", re.IGNORECASE
)


class SymbolAsked(msgspec.Struct, frozen=True):
    """The pieces of the symbol that a question names, the type that stands before it ("" where none does), and what
    else the question says.
    """

    pieces: tuple[str, ...]
    type: str
    rest: str


def pieces(symbol: str) -> tuple[str, ...]:
    """The pieces of a symbol: "034/2016/NĐ-CP" -> ("34", "2016", "nd", "cp")."""
    folded = fold(normalise(symbol))
    return tuple(piece.lstrip("0") or "0" if piece.isdigit() else piece for piece in _PIECE.findall(folded))


def filed(symbol: str) -> tuple[str, ...]:
    """What a symbol is filed under: its pieces, and its letters written in one ("ndcp")."""
    found = pieces(symbol)
    letters = "".join(piece for piece in found if piece.isalpha())
    return tuple(dict.fromkeys((*found, letters) if letters else found))


def read_symbol(typed: str, rules: Rules) -> SymbolAsked | None:
    """The symbol that a question is, or holds; None where it names none.

    A question is a symbol where nothing else is in it but the type and words such as "số"; whether its pieces are those
    of any symbol only the index can tell.
    """
    text = unicodedata.normalize("NFC", typed).strip()
    among = _AMONG.search(text)
    if among is not None:
        before, kind = _without_type(text[: among.start()], rules)
        rest = f"{before} {text[among.end() :]}"
        return SymbolAsked(pieces(among.group()), kind, _without_filling(rest))
    if not any(map(str.isdigit, text)):
        return None
    rest, kind = _without_type(text, rules, anywhere=True)
    words = [word for word in _WORD.findall(rest) if fold(word) not in _FILLING]
    found = tuple(piece for word in words for piece in pieces(word))
    if not words or not any(piece.isdigit() for piece in found) or len(found) > 8:
        return None
    return SymbolAsked(found, kind, "")


def _without_filling(rest: str) -> str:
    return " ".join(word for word in rest.split() if fold(word) not in _FILLING)


def _without_type(text: str, rules: Rules, *, anywhere: bool = False) -> tuple[str, str]:
    """The text without the name of the type at its end (or `anywhere` in it), and the type."""
    folded = fold(text)
    for name, kind in _type_names(rules):
        if name not in folded:
            continue
        found = re.search(rf"(?<!\w){name}(?!\w)" + ("" if anywhere else r"\s*(?:so)?\s*$"), folded)
        if found is not None:
            return f"{text[: found.start()]} {text[found.start() + len(name) :]}", kind
    return text, ""


@cache
def _type_names(rules: Rules) -> tuple[tuple[str, str], ...]:
    """The folded names of types, the longest first."""
    names = {fold(name): row.id for row in rules.document_types for name in (row.name, *row.printed)}
    return tuple(sorted(names.items(), key=lambda item: -len(item[0])))


def likeness(asked: SymbolAsked, symbol: str, type: str) -> tuple[bool, bool, float]:
    """How well a symbol fits what was asked: its number, its type, and how much of it was named; greater is better."""
    own = pieces(symbol)
    number = next((piece for piece in asked.pieces if piece.isdigit() and not _YEAR.fullmatch(piece)), asked.pieces[0])
    named = sum(piece in asked.pieces for piece in own) / max(1, len(own))
    return own[:1] == (number,), not asked.type or type == asked.type, named
