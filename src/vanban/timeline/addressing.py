"""Where an effect lands: from the path that a clause names to the eids of units, those not printed yet included."""

from vanban.model import Unit
from vanban.model.provision import Level
from vanban.rules import Rules
from vanban.structure import Tree
from vanban.timeline.facts import Impact
from vanban.timeline.naming import eid_of, path_of

# Parts of a unit's words that have no eid of their own: an effect upon them changes the wording of the unit.
PARTS: frozenset[Level] = frozenset({"paragraph", "sentence", "heading", "title", "table", "indent"})


def whole_units(path: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The path without the parts of a unit at its end ("đoạn 2 khoản 1" -> "khoản 1")."""
    while path and path[-1].level in PARTS:
        path = path[:-1]
    return path


def eid_in(path: tuple[Unit, ...], tree: Tree | None, rules: Rules) -> str | None:
    """The unit that a path names: as the document prints it, or as the naming convention calls it; None: the whole."""
    if not path:
        return None
    found = find(path, tree)
    return found if found is not None else eid_of(path, rules)


def find(path: tuple[Unit, ...], tree: Tree | None) -> str | None:
    """The printed unit that a path names; where the document itself has none, the one of a document attached to it.

    "Điều 4" of a decision of three articles is Điều 4 of the regulation that it promulgates, if only one has it.
    """
    if tree is None:
        return None
    found = tree.find(path)
    if found is not None:
        return found
    attached = (unit.eid for unit in tree.provisions if unit.level in ("appendix", "form") and not unit.quoted)
    places = [place for place in (tree.find(path, within=eid) for eid in attached) if place is not None]
    return places[0] if len(set(places)) == 1 else None


def target_eid(impact: Impact, tree: Tree | None, rules: Rules) -> tuple[str | None, bool]:
    """The unit that an effect acts upon (None: the whole work), and whether only a part of its words is meant."""
    target = impact.effect.target
    if target.eid is not None and impact.acting == impact.target:
        return target.eid, False
    whole = whole_units(target.provision)
    if len(whole) < len(target.provision) and tree is not None:
        exact = find(target.provision, tree)
        if exact is not None:
            return exact, False
    return eid_in(whole, tree, rules), len(whole) < len(target.provision)


def inserted_eids(impact: Impact, tree: Tree | None, rules: Rules) -> dict[str | None, str]:
    """The units that an insertion makes, each with the eid of the quoted wording in the acting document.

    A clause may name the new unit itself ("Bổ sung khoản 9"), the unit after which it comes, or the unit that takes it
    up; the number printed in the quoted wording decides.
    """
    effect = impact.effect
    path = whole_units(effect.target.provision)
    if not effect.new_eids:
        return {eid_in(path, tree, rules): ""} if path else {}
    found: dict[str | None, str] = {}
    for quoted in effect.new_eids:
        units = path_of(quoted, rules)
        if not units:
            continue
        first = units[0]
        if path and first.num == path[-1].num and _alike(first.level, path[-1].level):
            first = path[-1]
        named = {unit.level: index for index, unit in enumerate(path)}
        above = path[: named[first.level]] if first.level in named else path
        found[eid_in((*above, first, *units[1:]), tree, rules)] = quoted
    return found or ({eid_in(path, tree, rules): ""} if path else {})


def _alike(one: Level, other: Level) -> bool:
    """Whether two levels may be one: "đ1)" quoted alone does not show whether it is a point or a subpoint."""
    return one == other or {one, other} <= {"point", "subpoint"}


def rewritten_eids(impact: Impact, node: str, acting: Tree | None, rules: Rules) -> dict[str, str]:
    """The units of a unit's new wording: eid in the target -> eid of the quoted wording, `node` itself first.

    Empty where the wording was not quoted as a unit of the same number, so that nothing is concluded from it.
    """
    wanted = path_of(node, rules)
    if acting is None or not wanted:
        return {}
    for quoted in impact.effect.new_eids:
        last = path_of(quoted, rules)[-1:]
        if quoted in acting and last and last[0].num == wanted[-1].num and _alike(last[0].level, wanted[-1].level):
            below = (unit.eid for unit in acting.provisions if unit.eid.startswith(quoted + "__"))
            return {node: quoted, **{node + eid[len(quoted) :]: eid for eid in below}}
    return {}
