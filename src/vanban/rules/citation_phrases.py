"""The table `citation_phrases`: the words right before a cited document or provision that give it its role."""

from typing import Literal

from vanban.rules.row import PatternRow


class CitationPhrase(PatternRow, frozen=True, kw_only=True):
    """Words that end where the citation begins. `role` is what they make of it (see `model.Reference`).

    `endings`, where given, are all the ways in which `pattern` can end (folded): a quick look before the pattern.
    `verbs` are the words of change (folded) that every match holds; () for short phrases without one.
    """

    role: Literal["history", "succession", "amends", "cites"]
    endings: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
