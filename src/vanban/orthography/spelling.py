"""One syllable in its other correct spellings: the tone of "hóa" or "hoá", the last letter of "lý" or "lí"."""

import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_OPEN = ("oa", "oe", "uy")
_BEFORE_I = frozenset("hklmst")


@lru_cache(maxsize=65_536)
def spellings(word: str) -> tuple[str, ...]:
    """The other spellings of a lower-case NFC syllable; () where there is but one.

    The tone of an open syllable in oa, oe, uy stands on either letter ("hóa", "hoá"); y and i at the end of an open
    syllable are one sound after h, k, l, m, s, t ("lý", "lí") and in "quy".
    """
    if word.isascii() and not word.endswith(("y", "i")):
        return ()
    pieces = unicodedata.normalize("NFD", word)
    tones = "".join(piece for piece in pieces if piece in _TONES)
    plain = unicodedata.normalize("NFC", "".join(piece for piece in pieces if piece not in _TONES))
    if plain[-2:] in _OPEN and not plain.startswith("qu"):
        found = {_with_tone(plain, tones, place) for place in (1, 2)}
    elif (len(plain) == 2 and plain[0] in _BEFORE_I and plain[1] in "yi") or plain in ("quy", "qui"):
        found = {_with_tone(plain[:-1] + last, tones, 1) for last in "yi"}
    else:
        return ()
    return tuple(sorted(found - {word}))


def _with_tone(plain: str, tone: str, place: int) -> str:
    """The syllable with its tone on the letter at `place` from the end."""
    at = len(plain) - place + 1
    return unicodedata.normalize("NFC", plain[:at] + tone + plain[at:])
