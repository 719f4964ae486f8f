"""Folding a text to one byte a character, so that one pattern covers every case and missing diacritics.

Byte offset in the folded text = character offset in the original. Characters outside the Vietnamese page become `?`,
so a pattern can never match beside a letter that it does not know as if it stood alone.
"""

import codecs
import unicodedata
from functools import lru_cache
from typing import Any

_MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_BASES = "aăâeêioôơuưy"
# What else deserves a place on the page: spaces, dashes and quotation marks in the shapes that real files use.
_PUNCTUATION = {
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ",
    "–": "-", "—": "-", "−": "-", "‐": "-", "\u2011": "-",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "…": ".",
}  # fmt: skip
_CONTROLS_KEPT = "\t\n\r\x0c"


def _letters() -> dict[str, str]:
    """Every Vietnamese letter that is not ASCII, with the ASCII letter it folds to."""
    table = {"đ": "d"}
    for base in _BASES:
        plain = unicodedata.normalize("NFD", base)[0]
        for mark in _MARKS:
            letter = unicodedata.normalize("NFC", base + mark)
            if not letter.isascii():
                table[letter] = plain
    return table


def page() -> tuple[str, bytes]:
    """The character of each byte (U+FFFE: none), and the table that drops case and diacritics.

    256 places: ASCII with the unused control characters given away, 134 letters, the punctuation above. A compiled
    encoding map of it is 15 times as fast as a dictionary here, and needs NUL in place 0.
    """
    letters = _letters()
    folded = {**letters, **{letter.upper(): plain for letter, plain in letters.items()}, **_PUNCTUATION}
    free = [code for code in range(1, 32) if chr(code) not in _CONTROLS_KEPT] + list(range(127, 256))
    places = [chr(code) if code < 127 else "\ufffe" for code in range(256)]
    drop = bytearray(range(256))
    for code in range(ord("A"), ord("Z") + 1):
        drop[code] = code + 32
    for code in free:
        places[code] = "\ufffe"
        drop[code] = ord("?")
    drop[0] = ord("?")
    for code, (letter, plain) in zip(free, folded.items(), strict=False):
        places[code] = letter
        drop[code] = ord(plain)
    if len(folded) > len(free):
        raise AssertionError("the one-byte page is full")
    return "".join(places), bytes(drop)


_LETTERS, _DROP = page()
# CPython's compiled encoding map: character -> its own byte.
_PAGE: Any = codecs.charmap_build(_LETTERS)
_charmap_encode = codecs.charmap_encode


def to_bytes(text: str) -> bytes:
    """Each character as its own byte of the page; `?` for what the page does not have."""
    return _whole_to_bytes(text) if len(text) > _LONG else _encoded(text)


def fold_bytes(text: str) -> bytes:
    """The folded text as bytes: ASCII, lower case, no diacritics, `len(result) == len(text)`."""
    return to_bytes(text).translate(_DROP)


def fold(text: str) -> str:
    """The folded text as a string of the same length: "Điều 5" -> "dieu 5"."""
    if len(text) > _LONG:
        return _fold_whole(text)
    return _charmap_encode(text, "replace", _PAGE)[0].translate(_DROP).decode("ascii")


# Each stage asks for the whole text of the document in hand: done once, kept until the next documents push it out.
_LONG = 2_000


def _encoded(text: str) -> bytes:
    return _charmap_encode(text, "replace", _PAGE)[0]


@lru_cache(maxsize=4)
def _whole_to_bytes(text: str) -> bytes:
    return _encoded(text)


@lru_cache(maxsize=4)
def _fold_whole(text: str) -> str:
    return fold_bytes(text).decode("ascii")
