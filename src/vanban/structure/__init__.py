"""text -> provisions: how the document is divided, down to the tiết."""

from vanban.structure.parsing import parse
from vanban.structure.tree import Tree

__all__ = ["Tree", "parse"]
