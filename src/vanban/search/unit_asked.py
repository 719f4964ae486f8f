"""A unit that is asked for beside the symbol of its act ("Điều 5"): where the passages that hold it stand."""

from collections.abc import Callable
from typing import NamedTuple

from vanban.model.errors import UsageError
from vanban.rules import Rules
from vanban.structure import Tree
from vanban.timeline.addressing import eid_in
from vanban.timeline.naming import parse_provision


class UnitAsked(NamedTuple):
    """A unit of one work: its eid, the units inside it in their order, and those that hold it, the nearest first."""

    eid: str
    below: tuple[str, ...]
    above: tuple[str, ...]


# The unit that some words name in a work; None where they name none.
UnitIn = Callable[[str, str], UnitAsked | None]


def unit_asked(words: str, tree: Tree, rules: Rules) -> UnitAsked | None:
    """The unit that the words name in a document of this tree, as `show` and `status` find it.

    "Điều 5" of a decision that promulgates a regulation is Điều 5 of the regulation. A unit that the document does not
    print (inserted later, perhaps) has the eid that it would have. None where the words name no unit.
    """
    try:
        path = parse_provision(words, rules)
    except UsageError:
        return None
    eid = eid_in(path, tree, rules)
    if eid is None:
        return None
    if eid not in tree:
        steps = eid.split("__")
        return UnitAsked(eid, (), tuple("__".join(steps[:count]) for count in range(len(steps) - 1, 0, -1)))
    own, above = tree[eid], tuple(unit.eid for unit in tree.ancestors(eid))
    inside = (unit.eid for unit in tree.provisions if own.start <= unit.start and unit.end <= own.end)
    return UnitAsked(eid, tuple(each for each in inside if each not in (eid, *above)), above)
