"""text -> provisions: how the document is divided, down to the tiết."""

from vanban.model import Finding, Provision, Text, Work
from vanban.rules import Rules
from vanban.structure.tree import Tree

__all__ = ["Tree", "parse"]


def parse(text: Text, work: Work, rules: Rules) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    """The provisions in document order, tiling the text; quoted new wording hangs under the unit that quotes it."""
    return (), ()
