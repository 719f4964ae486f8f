"""Which texts are of one work, which of them is the base text, and what the work's identity is.

Pure, and a function of the *set* of texts that share a match key: the order in which they came never shows. The rules
are DESIGN §3's: complete before cut, signed or gazette before portal before copy, then the hash; a work without a date
gets its identifier when a text with the date is here; a translation stands with the work that it renders.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from vanban.archive.identity import Identity
from vanban.archive.kinds import RANK
from vanban.model import Finding


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
    originals = [leaf for leaf in ordered if not leaf.identity.is_translation]
    works = _certain(originals)
    anchors = {work: members[0].identity for work, members in works.items()}
    doubtful = []
    for leaf in originals:
        if _is_certain(leaf.identity):
            continue
        fitting = [work for work, anchor in anchors.items() if _compatible(leaf.identity, anchor)]
        if len(fitting) == 1:
            works[fitting[0]].append(leaf)
        else:
            doubtful.append(leaf)
    unsure = set()
    for leaf in doubtful:
        # Two papers that do not say enough to be told apart stay two, whichever came first.
        alone = sum(other.identity.id == leaf.identity.id for other in doubtful) == 1
        work = leaf.identity.id if alone and leaf.identity.id not in anchors else own_id(leaf)
        works[work] = [leaf]
        if not alone:
            unsure.add(work)
    rendered = {work: members[0].identity for work, members in works.items()}
    for leaf in ordered:
        if leaf.identity.is_translation:
            fitting = [work for work, identity in rendered.items() if _renders(leaf.identity, identity)]
            works.setdefault(fitting[0] if len(fitting) == 1 else _translation_id(leaf), []).append(leaf)
    return tuple(_shelf(work, members, work in unsure) for work, members in sorted(works.items()))


def _certain(originals: list[Leaf]) -> dict[str, list[Leaf]]:
    """The works that are sure of themselves, by the least of their texts' identifiers ("01-…" and "1-…" are one)."""
    groups: defaultdict[tuple[object, ...], list[Leaf]] = defaultdict(list)
    for leaf in originals:
        if _is_certain(leaf.identity):
            groups[leaf.identity.type, leaf.identity.issuer, leaf.identity.date].append(leaf)
    return {min(leaf.identity.id for leaf in members): members for members in groups.values()}


def _base_order(leaf: Leaf) -> tuple[bool, bool, int, str]:
    identity = leaf.identity
    return identity.is_translation, not identity.complete, RANK[identity.kind], leaf.sha256


def _is_certain(identity: Identity) -> bool:
    """Whether the identity is enough to call two texts of it one work: DOMAIN §1.3 and §1.5.

    A number needs its day (or its year, in its symbol) and its issuer, since local numbers repeat; without a number it
    takes the type, the body, the day and the title.
    """
    if not identity.type or not identity.issuer or identity.date is None:
        return False
    return bool(identity.symbol or identity.title)


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


def _translation_id(leaf: Leaf) -> str:
    """A translation whose original is not here stands under its own identifier, where that is of this number at all."""
    own = leaf.identity.id
    return own if own.rpartition("/")[2].lstrip("0") == leaf.identity.match_key() else own_id(leaf)


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
