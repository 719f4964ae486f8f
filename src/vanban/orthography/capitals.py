"""The capital letters of Vietnamese, for patterns that ask whether a sentence or a name begins.

A range such as "À-Ỹ" will not do: capital and small letters alternate there.
"""

import unicodedata

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "AĂÂEÊIOÔƠUƯY"

# The inside of a character class: [{CAPITALS}].
CAPITALS = "A-ZĐ" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES if vowel + tone not in "AEIOUY"
)
