"""Which texts are of one work, which of them is the base text, and what the work's identity is.

Pure, and a function of the *set* of texts that share a match key: the order in which they came never shows. The rules
are fixed (decision 0008): complete before cut, signed or gazette before portal before copy, hash; a work without date
gets its identifier when a text with the date is here; a translation stands with the work that it renders.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from vanban.archive.identity import Identity
from vanban.archive.kinds import RANK
from vanban.archive.likeness import alike, clusters
from vanban.model import Finding
from vanban.orthography import fold


class Leaf(msgspec.Struct, frozen=True):
    """A text to be shelved: its number and hash in the archive, and its identity."""

    text: int
    sha256: str
    identity: Identity


class Shelf(msgspec.Struct, frozen=True):
    """One work: its identifier, its texts (the base text first) and its identity, put together from them."""

    work: str
    leaves: tuple[Leaf, ...]
    identity: Identity
    findings: tuple[Finding, ...] = ()


def shelve(leaves: Iterable[Leaf]) -> tuple[Shelf, ...]:
    """The works of all texts that share one match key, sorted by identifier."""
    ordered = sorted(leaves, key=_base_order)
    works, unsure = _place([leaf for leaf in ordered if not leaf.identity.is_translation])
    left = []
    for leaf in ordered:
        if not leaf.identity.is_translation:
            continue
        fitting = [work for work, members in works.items() if _renders(leaf.identity, members[0].identity)]
        if len(fitting) == 1 or leaf.identity.id in works:
            works[fitting[0] if len(fitting) == 1 else leaf.identity.id].append(leaf)
        else:
            left.append(leaf)
    alone, unsure_alone = _place(left)
    for work, members in alone.items():
        works[work if work not in works else own_id(members[0])] = members
    unsure |= unsure_alone
    return tuple(_shelf(work, members, work in unsure) for work, members in sorted(works.items()))


def _place(leaves: list[Leaf]) -> tuple[dict[str, list[Leaf]], set[str]]:
    """Works with their texts, and which of the identifiers had to be told apart by hash."""
    works = _certain(leaves)
    doubtful: defaultdict[str, list[Leaf]] = defaultdict(list)
    anchors = {work: list(members) for work, members in works.items()}
    for leaf in leaves:
        if leaf.identity.is_certain:
            continue
        fitting = [work for work, members in anchors.items() if _fits(leaf.identity, members)]
        if len(fitting) == 1:
            works[fitting[0]].append(leaf)
        else:
            doubtful[leaf.identity.id].append(leaf)
    unsure = set()
    for printed, members in doubtful.items():
        # The same words are the same paper; other papers under one identifier stay apart, whichever came first.
        groups = clusters([leaf.identity.sketch for leaf in members])
        for group in groups:
            same = [members[place] for place in group]
            free = len(groups) == 1 and printed not in anchors
            work = printed if free else min(own_id(leaf) for leaf in same)
            works[work] = same
            if len(groups) > 1:
                unsure.add(work)
    return works, unsure


def _certain(leaves: list[Leaf]) -> dict[str, list[Leaf]]:
    """The works that are sure of themselves, by the least of their texts' identifiers ("01-…" and "1-…" are one)."""
    groups: defaultdict[tuple[object, ...], list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        identity = leaf.identity
        if identity.is_certain:
            title = "" if identity.symbol else fold(identity.title)
            groups[identity.type, identity.issuer, identity.date, title].append(leaf)
    works: dict[str, list[Leaf]] = {}
    for members in groups.values():
        least = min(leaf.identity.id for leaf in members)
        # Two long titles can be one up to the length of an identifier.
        works[least if least not in works else min(own_id(leaf) for leaf in members)] = members
    return works


def _base_order(leaf: Leaf) -> tuple[bool, bool, int, str]:
    identity = leaf.identity
    return identity.is_translation, not identity.complete, RANK[identity.kind], leaf.sha256


def _fits(part: Identity, members: list[Leaf]) -> bool:
    """Whether a text of incomplete identity belongs to a work: by its number, or else by its words."""
    if not _compatible(part, members[0].identity):
        return False
    return bool(part.symbol) or any(alike(part.sketch, leaf.identity.sketch) for leaf in members)


def _compatible(part: Identity, whole: Identity) -> bool:
    """Whether an incomplete identity denies nothing of a full one."""

    def agrees(mine: object, theirs: object) -> bool:
        return not mine or not theirs or mine == theirs

    return (
        agrees(part.type, whole.type)
        and agrees(part.issuer, whole.issuer)
        and agrees(part.date, whole.date)
        and agrees(part.year, whole.year)
    )


def _renders(translation: Identity, original: Identity) -> bool:
    """Whether a translation can be one of that work: the match key (its number) is already the same."""
    if translation.id == original.id:
        return True
    if translation.date and original.date:
        return translation.date == original.date and _same_type(translation, original)
    return _same_type(translation, original)


def _same_type(one: Identity, other: Identity) -> bool:
    return not one.type or not other.type or one.type == other.type


def own_id(leaf: Leaf) -> str:
    """The identifier of a text that stands alone although others print the same one."""
    return f"{leaf.identity.id}~{leaf.sha256[:8]}"


def _shelf(work: str, members: list[Leaf], unsure: bool) -> Shelf:
    leaves = tuple(sorted(members, key=_base_order))
    findings = (Finding("identity-unsure", "warning", details={"work": work}),) if unsure else ()
    return Shelf(work, leaves, _merged(work, leaves), findings)


def _merged(work: str, leaves: tuple[Leaf, ...]) -> Identity:
    """The base text's identity, what it lacks supplied by the next text that has it."""
    identities = [leaf.identity for leaf in leaves]
    base = identities[0]
    of_same = [identity for identity in identities if identity.is_translation == base.is_translation]

    def first(name: str) -> object:
        return next((value for identity in of_same if (value := getattr(identity, name))), getattr(base, name))

    names = ("type", "type_name", "symbol", "number", "year", "issuer", "issuer_name", "date", "title")
    force = next((identity.force for identity in of_same if identity.force.start_on), base.force)
    return msgspec.structs.replace(base, id=work, force=force, **{name: first(name) for name in names})
