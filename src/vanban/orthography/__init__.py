"""What the project knows of Vietnamese letters and numerals; no document, no rule of law.

Nothing below this room: every other room may import it.
"""

from vanban.orthography.fold import fold, fold_bytes
from vanban.orthography.numerals import roman_to_int
from vanban.orthography.ordering import POINT_LETTERS, number_key, successors
from vanban.orthography.spelling import spellings

__all__ = ["POINT_LETTERS", "fold", "fold_bytes", "number_key", "roman_to_int", "spellings", "successors"]
