"""The table `delegation_phrases`: how an act orders a body to lay down its details."""

from vanban.rules.row import PatternRow


class DelegationPhrase(PatternRow, frozen=True, kw_only=True):
    """One way to order it, from the beginning of a sentence; the group `body` is the name or the post of the body."""
