"""A document as enacted, or one provision of it."""

import msgspec

from vanban.api.finding import base_of
from vanban.archive import Store, WorkRow
from vanban.model import Parsed
from vanban.model.errors import UsageError
from vanban.rules import Rules
from vanban.structure.tree import Tree
from vanban.timeline.addressing import find
from vanban.timeline.naming import parse_provision


class Shown(msgspec.Struct, frozen=True):
    """What was asked for: `text` is the words of the unit `eid`, or of the whole document where `eid` is None."""

    work: WorkRow
    parsed: Parsed
    eid: str | None
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words asked for."""
        return self.parsed.text.content[self.start : self.end]


class ShownJson(msgspec.Struct, frozen=True):
    """The answer of `vanban show SYMBOL PROVISION`: the words of the unit, `[start, end)` of the whole text."""

    work: str
    eid: str
    start: int
    end: int
    text: str


def show(store: Store, work: WorkRow, provision: str | None, rules: Rules) -> Shown:
    """The base text of a work, or one provision. Raises UsageError for a provision that the text does not have."""
    parsed = base_of(store, work.id)
    if provision is None:
        return Shown(work, parsed, None, 0, len(parsed.text.content))
    eid = eid_in(parsed, provision, rules)
    unit = Tree(parsed.provisions)[eid]
    return Shown(work, parsed, eid, unit.start, unit.end)


def eid_in(parsed: Parsed, words: str, rules: Rules) -> str:
    """The eid of the unit that a person's words name in this text. Raises UsageError for none or several."""
    tree = Tree(parsed.provisions)
    if words in tree:
        return words
    return eid_named(tree, words, rules)


def eid_named(tree: Tree, words: str, rules: Rules) -> str:
    """The eid that words name in a tree: as `timeline.locate` finds it, in an attached document too, but printed."""
    path = parse_provision(words, rules)
    found = tree.find_all(path)
    one = find(path, tree) if not found else None
    if one is not None:
        return one
    if len(found) != 1:
        code = "several-provisions" if found else "no-such-provision"
        raise UsageError(code, words=words, names=", ".join(found))
    return found[0]
