"""Comparison keys: what two spellings of one symbol, or of one title, have in common.

A catalogue files each work under its keys; a reference asks under its own. Keys only bring candidates together:
deciding between them is `resolve`'s business, on the facts as printed.
"""

import re
import unicodedata
from functools import lru_cache

from vanban.identification import symbol as identification_symbol

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_WORD = re.compile(r"[^\W_]+")
_LEADING_TYPE = re.compile(r"(?:bộ luật|luật|pháp lệnh|hiến pháp|nghị quyết|nghị định)(?: số \S+)? ")
# A code and a law never carry one name, and papers write either word before the same name ("Luật Dân sự").
_ONE_FAMILY = {"bo-luat": "luat", "luat": "luat"}


@lru_cache(maxsize=8192)
def symbol_key(symbol: str) -> str:
    """What two spellings of one symbol share (`identification.symbol`), remembered: the same few come again."""
    return identification_symbol.symbol_key(symbol)


@lru_cache(maxsize=4096)
def title_key(type_id: str, title: str) -> str:
    """The name of a work without its type, blind to case, blanks, punctuation and the place of the tone mark.

    "hoá" and "hóa", "lý" and "lí" meet; "Đất đai" and "Dat dai" do not. A code and a law share one family.
    """
    plain = " ".join(_WORD.findall(unicodedata.normalize("NFC", title).lower()))
    plain = _LEADING_TYPE.sub("", plain + " ", count=1).strip() if type_id in _NAMED_TYPES else plain
    return f"{_ONE_FAMILY.get(type_id, type_id)}:{' '.join(_syllable(word) for word in plain.split())}"


_NAMED_TYPES = frozenset({"bo-luat", "luat", "phap-lenh", "hien-phap"})


@lru_cache(maxsize=8192)  # the language has some 7,000
def _syllable(word: str) -> str:
    """A syllable with its tone written last and y as i: "hoá" and "hóa" become one."""
    if word.isascii():
        return word.replace("y", "i")
    pieces = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in pieces if mark in _TONES)
    base = unicodedata.normalize("NFC", "".join(mark for mark in pieces if mark not in _TONES))
    return base.replace("y", "i") + tones
