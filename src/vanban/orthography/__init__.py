"""What the project knows of Vietnamese letters and numerals; no document, no rule of law.

Nothing below this room: every other room may import it.
"""

from vanban.orthography.fold import fold, fold_bytes
from vanban.orthography.numerals import roman_to_int
from vanban.orthography.ordering import number_key, point_letters, successors
from vanban.orthography.spelling import spellings

__all__ = ["fold", "fold_bytes", "number_key", "point_letters", "roman_to_int", "spellings", "successors"]
