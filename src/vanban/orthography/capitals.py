"""The capital and small letters of Vietnamese, for patterns that ask whether a sentence or a name begins or goes on.

A range such as "À-Ỹ" or "à-ỹ" will not do: capital and small letters alternate there.
"""

import unicodedata

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "AĂÂEÊIOÔƠUƯY"

# The insides of character classes: [{CAPITALS}], [{SMALL}].
CAPITALS = "A-ZĐ" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES if vowel + tone not in "AEIOUY"
)
SMALL = CAPITALS.lower()
