"""The table `amending_verbs`: the words that open a line which changes another act."""

from vanban.rules.row import PatternRow


class AmendingVerb(PatternRow, frozen=True, kw_only=True):
    """Words at the head of a line, after its number: what the line names up to its quotation is what it changes."""
