"""What an instruction acts on: the thing named, completed by the lines above; nothing where that would be a guess."""

from collections.abc import Callable

import msgspec

from vanban.effects import context
from vanban.effects.acts import Act
from vanban.effects.context import Context
from vanban.effects.instruction import Page
from vanban.effects.named import Named
from vanban.effects.place_groups import RANK
from vanban.effects.wording import Clause
from vanban.model import Target, Unit
from vanban.structure import Tree

# What is numbered anew in each article: the levels from a clause down to a sentence.
_OF_AN_ARTICLE = frozenset(level for level in RANK if RANK["clause"] <= RANK[level] <= RANK["sentence"])
_OF_A_UNIT = _OF_AN_ARTICLE | {"heading"}


def is_whole(item: Named) -> bool:
    """Whether the document itself is named, as a whole."""
    return not item.path and item.act is not None and item.act.own


def find(
    page: Page, tree: Callable[[], Tree], clause: Clause, outer: Context, item: Named, *, amending: bool
) -> Target | None:
    """The target of one thing named, its act and larger units taken from the context where the words leave them out.

    None where no act is known (a wrong guess is worse than none), and where an amending verb would act on its own act.
    "Tại các điều 20, 72 và 94 của Luật này", below a line that names the law amended, in an act without such articles:
    the words are those of the law amended.
    """
    path = item.path
    own = item.act is not None and item.act.own
    here = "này" in [unit.num for unit in path]
    if here or (own and not (amending and path and outer.act is not None and tree().find(path) is None)):
        return None if amending else _own(page, tree, clause, path)
    act: Act | None = None if own else item.act
    if act is None:
        if not amending and outer.act is None:
            return _own(page, tree, clause, path)
        act = outer.act or page.acts.carried.get(item.start)
        path = context.joined(outer.path, path)
    elif outer.act is not None and context.same_act(act, outer.act) and path and outer.path:
        path = context.joined(outer.path, path) if path[0].level in _OF_AN_ARTICLE else path
    if act is None:
        return Target(provision=path) if path else None
    return msgspec.structs.replace(act.target, provision=path)


def is_adrift(target: Target) -> bool:
    """Whether the words do not tie a place to an act, or to a unit that the act numbers through.

    Such an effect says what its words say and no more; it is a candidate that a person must complete.
    """
    if target.relative is not None:
        return False
    path = target.provision
    if not (target.symbol or target.title):
        return True
    return bool(path) and path[0].level in _OF_A_UNIT and not _numbers_through(target)


def _numbers_through(target: Target) -> bool:
    """Whether a point of a technical standard ("QCVN 07-1:2023/BXD") is meant, placed by its number: 2.5.9.1."""
    return ":" in target.symbol and "." in target.provision[0].num


def _own(page: Page, tree: Callable[[], Tree], clause: Clause, path: tuple[Unit, ...]) -> Target | None:
    """A place of the document itself: "khoản 2 Điều này" with the number of the article that says so."""
    full: list[Unit] = []
    for unit in path:
        if unit.num != "này":
            full.append(unit)
            continue
        eid = tree().enclosing(clause.eid, unit.level) if clause.eid in tree() else None
        if eid is None:
            return None
        full.append(Unit(unit.level, tree()[eid].num))
    if full and full[0].level in ("clause", "point"):
        return None  # "khoản 2" alone: of this article, or of the one that the line above names
    return Target(relative="this-work", provision=tuple(full), eid=tree().find(full) if full else None)
