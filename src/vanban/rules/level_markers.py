"""The table `level_markers`: how each level of division is printed at the start of a line."""

from typing import Literal

from vanban.rules.row import PatternRow


class LevelMarker(PatternRow, frozen=True, kw_only=True):
    """One way to print a unit's number. `pattern` matches from the first character of the line and has exactly one
    capturing group, the number.

    `style` says how the number is read: `heading` levels have a word of their own ("Chương", "Điều"), the others are
    lists whose level depends on where they stand (`structure.lists`).
    """

    style: Literal[
        "part", "chapter", "section", "subsection", "article", "appendix", "form",
        "number", "decimal", "bracket", "letter", "dash",
    ]  # fmt: skip
