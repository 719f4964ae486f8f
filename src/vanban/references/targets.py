"""From items to references: one for each target, with the unit that holds it and what it means inside the document."""

from msgspec import structs

from vanban.model import Reference, Relative, Role, Target, Unit
from vanban.references.amended import Amended
from vanban.references.inside import Inside
from vanban.references.items import Item
from vanban.references.leads import Lead, introduced
from vanban.references.mention import Mention
from vanban.references.pinpoint import RANK, Path

_SPOKEN = frozenset(
    {"article", "clause", "point", "subpoint", "section", "subsection", "chapter", "part", "appendix", "form"}
)
_NOTHING = Target()
_TOPS = frozenset({"article", "chapter", "appendix", "part"})


def references_of(
    items: list[Item], inside: Inside, amended: Amended, own_keys: frozenset[str], leads: dict[str, Lead]
) -> list[Reference]:
    """The references of every item, in order. `own_keys` are the symbols that mean the document itself; `leads` the
    acts that lists of units are introduced with, by the unit whose lead names them.
    """
    found: list[Reference] = []
    for item, within in zip(items, inside.around(item.start for item in items), strict=True):
        if item.lead and item.role == "amends":
            amended.pass_by(item, within)
        if item.run is not None:
            found.extend(_of_run(item, within, inside, amended, own_keys, leads))
        elif item.mention is not None:
            target = _of_mention(item.mention, within, inside, amended, own_keys)
            role: Role = "self" if _is_own(target) else item.role
            if target.eid == "":
                target = _target(item.mention, relative="this-work")
            found.append(Reference(item.start, item.end, within, role, target))
    return found


def _is_own(target: Target) -> bool:
    return target.relative == "this-work" and (not target.symbol or target.eid == "")


def _of_mention(mention: Mention, within: str, inside: Inside, amended: Amended, own_keys: frozenset[str]) -> Target:
    if mention.relative == "this-work":
        act = amended.act(within) if inside.quoted(within) else None
        return _target(act, relative="this-work") if act is not None else Target(mention.type, relative="this-work")
    if mention.symbol in own_keys:
        # an empty eid marks the document's own number until the role is given
        return _target(mention, relative="this-work", eid="")
    return _target(mention, relative=mention.relative)


def _target(
    named: Mention | Target, provision: tuple[Unit, ...] = (), relative: Relative | None = None, eid: str | None = None
) -> Target:
    """A target in the document that `named` names."""
    return Target(named.type, named.symbol, named.title, named.date, named.year, named.issuer, provision, relative, eid)


def _of_run(
    item: Item, within: str, inside: Inside, amended: Amended, own_keys: frozenset[str], leads: dict[str, Lead]
) -> list[Reference]:
    assert item.run is not None
    document = item.attached or item.shared
    if document is None and item.role != "history":
        document = _introduced(item, within, inside, amended, leads)
    outer = _of_mention(document, within, inside, amended, own_keys) if document is not None else None
    found: list[Reference] = []
    last = item.run.groups[-1]
    article: tuple[Unit, ...] = ()
    for group in item.run.groups:
        start, end = item.run.start + group.start, item.run.start + group.end
        if group is last and item.attached is not None:
            end = item.attached.end
        for path in group.paths:
            target = _of_path(path, outer, item, within, inside, amended)
            if item.role == "amends" and path.relative is None:
                if article and target.provision and RANK[target.provision[0].level] < RANK["article"]:
                    # "Sửa đổi điểm a khoản 2 Điều 7 và khoản 3 như sau": the list goes on in its article
                    target = structs.replace(target, provision=(*article, *target.provision))
                article = tuple(unit for unit in target.provision if unit.level == "article") or article
            own = not target.symbol and not target.title
            role: Role = "self" if own and (item.role == "cites" or target.relative == "this-work") else item.role
            found.append(Reference(start, end, within, role, target))
    return found


def _introduced(item: Item, within: str, inside: Inside, amended: Amended, leads: dict[str, Lead]) -> Mention | None:
    """The act that the list around the run was introduced with: "… của Luật Đường sắt, gồm: 1. Khoản 2 Điều 16 …"."""
    assert item.run is not None
    if item.run.groups[0].paths[0].relative is not None:
        return None
    above = amended.act_above(within)
    if above is not None:
        return above
    levels = {unit.level for unit in item.run.groups[0].paths[0].units}
    return introduced(item.start, within, inside, leads, levels)


def _of_path(path: Path, outer: Target | None, item: Item, within: str, inside: Inside, amended: Amended) -> Target:
    role = item.role
    if path.relative is not None:
        eid = inside.eid(path, within)
        act = amended.act(within) if inside.quoted(within) else None
        units = (*_units_around(eid, path, inside), *path.units)
        return _target(act if act is not None else _NOTHING, units, path.relative, eid)
    if outer is not None:
        under_a_lead = role == "amends" or (item.lead and item.attached is None)
        units = amended.completed(path, within) if under_a_lead and path.rank < RANK["article"] else path.units
        own = outer.relative == "this-work" and (not outer.symbol or outer.eid == "")
        return _target(
            outer, units, outer.relative, (inside.eid(path, within) or inside.numbered(path)) if own else None
        )
    act = amended.act(within) if item.lead or role == "amends" or inside.quoted(within) else None
    if act is not None:
        units = amended.completed(path, within) if role == "amends" or item.lead else path.units
        eid = inside.eid(path, within) if inside.quoted(within) else None
        return _target(act, units, eid=eid)
    if role == "amends":
        return Target(provision=amended.completed(path, within))
    return Target(provision=path.units, eid=inside.eid(path, within))


def _units_around(eid: str | None, path: Path, inside: Inside) -> tuple[Unit, ...]:
    """The units that "Điều này" stands for: the unit around the words and what holds it, up to the article."""
    if eid is None:
        return ()
    said = len(path.units)
    around: list[Unit] = []
    for unit in inside.above(eid):
        if unit.level not in _SPOKEN:
            continue
        if said:
            said -= 1
            continue
        around.append(Unit(unit.level, unit.num))
        if unit.level in _TOPS:
            break
    return tuple(reversed(around))
