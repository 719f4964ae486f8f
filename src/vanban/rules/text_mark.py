"""The table `text_marks`: what the head or the end of a text prints of the kind of text that it is."""

from typing import Literal

from vanban.rules.row import PatternRow


class TextMark(PatternRow, frozen=True, kw_only=True):
    """A mark of the gazette (in the head), or of a file with a digital signature (in head or end of a PDF)."""

    kind: Literal["gazette", "signed"]
