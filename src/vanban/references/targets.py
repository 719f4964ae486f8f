"""From items to references: one for each target, with the unit that holds it and what it means inside the document."""

from msgspec import structs

from vanban.model import Provision, Reference, Relative, Target, Unit
from vanban.references.amended import Amended
from vanban.references.inside import Inside
from vanban.references.items import Item
from vanban.references.leads import Lead, introduced
from vanban.references.mention import Mention
from vanban.references.pinpoint import RANK, Path


def references_of(
    items: list[Item], inside: Inside, amended: Amended, own_keys: frozenset[str], leads: dict[str, Lead]
) -> list[Reference]:
    """The references of every item, in order. `own_keys` are the symbols that mean the document itself; `leads` the
    acts that lists of units are introduced with, by the unit whose lead names them.
    """
    found: list[Reference] = []
    for item, within in zip(items, inside.around([item.start for item in items]), strict=True):
        if item.lead and item.role == "amends":
            amended.pass_by(item, within)
        mention = item.mention
        if mention is not None:
            target, own = _of_mention(mention, within, amended, own_keys)
            found.append(Reference(item.start, item.end, within.eid, "self" if own else item.role, target))
        else:
            found += _of_run(item, within, inside, amended, own_keys, leads)
    return found


def _of_mention(mention: Mention, within: Provision, amended: Amended, own_keys: frozenset[str]) -> tuple[Target, bool]:
    """The document that the words name, and whether it is the one that they stand in."""
    if mention.relative == "this-work":
        act = amended.act(within) if within.quoted else None
        if act is None:
            return Target(mention.type, relative="this-work"), True
        return _target(act, (), "this-work"), not act.symbol
    if mention.symbol in own_keys:
        return _target(mention, (), "this-work"), True
    return _target(mention, (), mention.relative), False


def _target(
    named: Mention, provision: tuple[Unit, ...], relative: Relative | None = None, eid: str | None = None
) -> Target:
    """A target in the document that `named` names."""
    return Target(named.type, named.symbol, named.title, named.date, named.year, named.issuer, provision, relative, eid)


def _of_run(
    item: Item, within: Provision, inside: Inside, amended: Amended, own_keys: frozenset[str], leads: dict[str, Lead]
) -> list[Reference]:
    run, role, document = item.run, item.role, item.attached or item.shared
    assert run is not None
    groups = run.groups
    if document is None and role != "history" and groups[0].paths[0].relative is None:
        document = _introduced(item, within, inside, amended, leads)
    outer, inward = _of_mention(document, within, amended, own_keys) if document is not None else (None, False)
    under_a_lead = role == "amends" or (item.lead and item.attached is None)
    found: list[Reference] = []
    last = groups[-1]
    goes_on = role == "amends" and (len(groups) > 1 or len(last.paths) > 1)
    article: tuple[Unit, ...] = ()
    for group in groups:
        start, end = run.start + group.start, run.start + group.end
        if group is last and item.attached is not None:
            end = item.attached.end
        for path in group.paths:
            if path.relative is not None:
                target = _in_a_unit_around(path, within, inside, amended)
            elif outer is not None:
                units = amended.completed(path, within) if under_a_lead else path.units
                eid = (inside.eid(path, within) or inside.numbered(path)) if inward else None
                target = structs.replace(outer, provision=units, eid=eid)
            else:
                target = _without_document(path, item, within, inside, amended)
            if goes_on and path.relative is None:
                if article and target.provision and RANK[target.provision[0].level] < RANK["article"]:
                    # "Sửa đổi điểm a khoản 2 Điều 7 và khoản 3 như sau": the list goes on in its article
                    target = structs.replace(target, provision=(*article, *target.provision))
                article = tuple(unit for unit in target.provision if unit.level == "article") or article
            own = not target.symbol and not target.title and (role == "cites" or target.relative == "this-work")
            found.append(Reference(start, end, within.eid, "self" if own else role, target))
    return found


def _introduced(
    item: Item, within: Provision, inside: Inside, amended: Amended, leads: dict[str, Lead]
) -> Mention | None:
    """The act that the list around the run was introduced with: "… của Luật Đường sắt, gồm: 1. Khoản 2 Điều 16 …"."""
    assert item.run is not None
    above = amended.act_above(within)
    if above is not None or not leads:
        return above
    levels = {unit.level for unit in item.run.groups[0].paths[0].units}
    return introduced(item.start, within.eid, inside, leads, levels)


def _in_a_unit_around(path: Path, within: Provision, inside: Inside, amended: Amended) -> Target:
    """The target of "khoản 2 Điều này": in quoted wording a unit of the act that is amended."""
    eid, unsaid = inside.this(path, within)
    act = amended.act(within) if within.quoted else None
    if act is None:
        return Target(provision=unsaid + path.units, relative=path.relative, eid=eid)
    return _target(act, unsaid + path.units, path.relative, eid)


def _without_document(path: Path, item: Item, within: Provision, inside: Inside, amended: Amended) -> Target:
    """The target of a path that no document is named with: of the act amended, or of the document itself."""
    under_a_lead = item.lead or item.role == "amends"
    act = amended.act(within) if under_a_lead or within.quoted else None
    if act is None and item.role != "amends":
        return Target(provision=path.units, eid=inside.eid(path, within))
    units = amended.completed(path, within) if under_a_lead else path.units
    if act is None:
        return Target(provision=units)
    return _target(act, units, eid=inside.eid(path, within) if within.quoted else None)
