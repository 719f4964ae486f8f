"""The table `citation_phrases`: the words right before a cited document or provision that give it its role."""

from typing import Literal

from vanban.rules.row import PatternRow


class CitationPhrase(PatternRow, frozen=True, kw_only=True):
    """Words that end where the citation begins. `role` is what they make of it (see `model.Reference`).

    `pattern` is read from its end (`orthography.backwards`): no captures, anchors or atoms. `verbs` are the words of
    change (folded) one of which every match holds; () for short phrases that leave a citation what it is ("cites").
    """

    role: Literal["history", "succession", "amends", "cites"]
    verbs: tuple[str, ...] = ()
