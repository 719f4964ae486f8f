"""Instructions that a person has settled: written at the unit named, in the instruction's words or in words given.

A decision stands for one instruction of one act (an effect, keyed by its words); the expression says whose it is.
"""

import msgspec

from vanban.consolidation.applying import apply
from vanban.consolidation.node import Node
from vanban.consolidation.writing import Writing, ending, one
from vanban.model import Settled


def apply_settled(writing: Writing, settled: Settled | None) -> list[Node]:
    """Write the effect as a person decided, or as it says where nobody did. Raises RefusedError as `apply` does."""
    if settled is None:
        return apply(writing)
    if settled.words:
        node = one(writing.draft, settled.path)
        words = settled.words.strip() + (ending(node.text) or "\n")
        writing.draft.rewrite(node, [words], writing.since, writing.by)
        return [node]
    effect = writing.effect
    target = msgspec.structs.replace(effect.target, provision=settled.path)
    meant = msgspec.structs.replace(effect, target=target, grade="explicit", exception=None, condition=None)
    return apply(msgspec.structs.replace(writing, effect=meant))
