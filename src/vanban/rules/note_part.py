"""The table `note_parts`: the words that divide a note of an official consolidated text."""

from typing import Literal

from vanban.rules.row import PatternRow


class NotePart(PatternRow, frozen=True, kw_only=True):
    """Words after which one part of a note begins.

    `clause`: the clause and the act that made the change; `start`: its first day in force; `printed`: the grounds or
    the implementing articles of an act, word for word, which tell no change.
    """

    part: Literal["clause", "start", "printed"]
