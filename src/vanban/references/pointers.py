"""The stage itself: every pointer of one document, in one pass over mentions and runs."""

import itertools
import re

import msgspec

from vanban.identification.symbol import symbol_key
from vanban.model import Finding, Provision, Reference, Role, Target, Text, Unit, Work
from vanban.orthography import fold
from vanban.references.attachment import attach
from vanban.references.inside import Inside
from vanban.references.mention import Mention
from vanban.references.names import named_mentions
from vanban.references.party_names import party_mentions
from vanban.references.pinpoint import Path
from vanban.references.roles import amending_lines, basis_lines, is_list_glue, role_before
from vanban.references.runs import Run, runs_in
from vanban.references.self_words import self_mentions
from vanban.references.symbols import symbol_mentions
from vanban.rules import Rules


class _Item(msgspec.Struct):
    """One mention or one run, waiting for its role."""

    start: int
    end: int
    mention: Mention | None = None
    run: Run | None = None
    attached: Mention | None = None
    shared: Mention | None = None
    role: Role = "cites"


def find(
    text: Text, work: Work, provisions: tuple[Provision, ...], rules: Rules
) -> tuple[tuple[Reference, ...], tuple[Finding, ...]]:
    """Every pointer in a document, one item per target, in the order of the text."""
    content = text.content
    folded = fold(content)
    mentions = mentions_in(content, folded, work, rules)
    runs = runs_in(content, folded)
    items = _items(runs, mentions, attach(runs, mentions, folded))
    _give_roles(items, content, folded, work, provisions, rules)
    _share_documents(items, folded)
    _place_insertions(items, folded)
    return tuple(_references(items, work, provisions)), ()


def mentions_in(content: str, folded: str, work: Work, rules: Rules) -> list[Mention]:
    """Every document named in the text, in order, the document's own header left out."""
    numbered = symbol_mentions(content, folded, rules)
    named = named_mentions(content, folded, numbered, rules)
    party = party_mentions(content, folded)
    own = self_mentions(content, folded, rules)
    mentions = [item for item in numbered if item.tail >= 0 and not _is_header(item, work)]
    mentions = [*mentions, *named, *party, *own]
    mentions.sort(key=lambda item: (item.start, -item.end))
    kept: list[Mention] = []
    for mention in mentions:
        inside = kept and mention.end <= kept[-1].end and mention.start > kept[-1].start and not kept[-1].plural
        if not inside:
            kept.append(mention)
    return kept


def _is_header(mention: Mention, work: Work) -> bool:
    """Whether the mention is the printed number of the document itself, which points at nothing."""
    printed = work.evidence.symbol
    return printed is not None and mention.start < printed.end and printed.start < mention.end


def _items(runs: list[Run], mentions: list[Mention], attached: list[Mention | None]) -> list[_Item]:
    taken = {id(mention) for mention in attached if mention is not None}
    items = [_Item(run.start, run.end, run=run, attached=to) for run, to in zip(runs, attached, strict=True)]
    items += [_Item(item.start, item.end, mention=item) for item in mentions if id(item) not in taken]
    items.sort(key=lambda item: item.start)
    return items


def _give_roles(
    items: list[_Item], content: str, folded: str, work: Work, provisions: tuple[Provision, ...], rules: Rules
) -> None:
    body = next((unit.start for unit in provisions if unit.level in ("article", "chapter", "part")), len(content))
    bases = basis_lines(folded, work, body)
    leads = amending_lines(content, folded)
    base = lead = 0
    previous: _Item | None = None
    for item in items:
        end = item.attached.end if item.attached is not None else item.end
        while base < len(bases) and bases[base][1] <= item.start:
            base += 1
        while lead < len(leads) and leads[lead][1] <= item.start:
            lead += 1
        glued = previous is not None and is_list_glue(folded, _end(previous), item.start)
        said = role_before(folded, item.start, rules)
        if base < len(bases) and bases[base][0] <= item.start:
            first = previous is None or previous.start < bases[base][0]
            item.role = _basis_role(item, previous, first, glued, said, folded)
        elif said == "amends":
            in_title = item.start < body or (lead < len(leads) and leads[lead][0] <= item.start)
            after_act = (
                previous is not None
                and previous.start > item.start - 160
                and _names_act(previous)
                and "\n" not in folded[_end(previous) : item.start]
            )
            item.role = "cites" if after_act and not in_title else "amends"
        elif said is not None:
            item.role = said
        elif glued and previous is not None and previous.role in ("history", "amends", "succession", "legal-basis"):
            item.role = previous.role
        elif lead < len(leads) and leads[lead][0] <= item.start and item.run is not None:
            item.role = "amends"
        previous = item
        item.end = max(item.end, end)


def _share_documents(items: list[_Item], folded: str) -> None:
    """In an amending line a run without a document belongs to the one that the rest of its list names.

    "Bãi bỏ Điều 50; cụm từ “…” tại khoản 8 Điều 54 của Luật Đo lường": both articles are of that law.
    """
    shared: Mention | None = None
    after = len(folded)
    for item in reversed(items):
        if item.run is None or item.role != "amends":
            continue
        if item.attached is not None:
            shared = item.attached if item.attached.relative is None else None
        elif shared is not None and folded.find("\n", item.end, after) < 0:
            item.shared = shared
        else:
            shared = None
        after = item.start


_POSITION = re.compile(r"\s*(?:vao\s)?(?:ngay\s|lien\s|tiep\s)?(?:sau|truoc|duoi)\s(?:cac\s)?", re.ASCII)


def _place_insertions(items: list[_Item], folded: str) -> None:
    """ "bổ sung điểm c2 vào sau điểm c1 khoản 1 Điều 6": the new point stands where its neighbour stands."""
    for item, following in itertools.pairwise(items):
        if item.run is None or following.run is None or item.attached is not None or following.start - item.end > 24:
            continue
        if _POSITION.fullmatch(folded, item.run.end, following.start) is None:
            continue
        item.shared = following.attached or item.shared
        last = item.run.groups[-1]
        beside = following.run.groups[0].paths[0]
        level = last.paths[0].units[-1].level if last.paths[0].units else None
        if all(len(path.units) == 1 and path.relative is None for path in last.paths) and beside.units:
            if beside.units[-1].level == level:
                above = beside.units[:-1]
                paths = tuple(Path((*above, *path.units), beside.relative) for path in last.paths)
                group = msgspec.structs.replace(last, paths=paths)
                item.run = msgspec.structs.replace(item.run, groups=(*item.run.groups[:-1], group))


def _basis_role(item: _Item, previous: _Item | None, first: bool, glued: bool, said: Role | None, folded: str) -> Role:
    if said == "history":
        return "history"
    if first or previous is None:
        return "legal-basis"
    between = folded[_end(previous) : item.start].rstrip()
    if glued:
        return previous.role
    if between.endswith((";", " va")) and item.mention is not None and item.mention.typed:
        return "legal-basis"
    return "cites"


def _names_act(item: _Item) -> bool:
    mention = item.attached or item.mention
    return mention is not None and mention.relative is None


def _end(item: _Item) -> int:
    return item.attached.end if item.attached is not None else item.end


def _references(items: list[_Item], work: Work, provisions: tuple[Provision, ...]) -> list[Reference]:
    inside = Inside(provisions)
    amended = _Amended(items, work, inside)
    own_key = symbol_key(work.symbol) if work.symbol else ""
    found: list[Reference] = []
    for item in items:
        within = inside.at(item.start)
        amended.pass_by(item, within)
        if item.run is None:
            assert item.mention is not None
            found.append(_of_mention(item, item.mention, within, inside, amended, own_key))
        else:
            found.extend(_of_run(item, item.run, within, inside, amended, own_key))
    return found


def _of_mention(
    item: _Item, mention: Mention, within: str, inside: Inside, amended: "_Amended", own_key: str
) -> Reference:
    target, role = _target_of(mention, item.role, within, inside, amended, own_key), item.role
    if target.relative == "this-work" and not target.symbol and not target.title:
        role = "self"
    return Reference(mention.start, mention.end, within, role, target)


def _target_of(mention: Mention, role: Role, within: str, inside: Inside, amended: "_Amended", own_key: str) -> Target:
    if mention.relative == "this-work":
        act = amended.act(within) if inside.quoted(within) else None
        if act is not None:
            return Target(act.type, act.symbol, act.title, act.date, act.year, act.issuer, relative="this-work")
        return Target(mention.type, relative="this-work")
    return Target(
        mention.type,
        mention.symbol,
        mention.title,
        mention.date,
        mention.year,
        mention.issuer,
        relative=mention.relative,
    )


def _of_run(item: _Item, run: Run, within: str, inside: Inside, amended: "_Amended", own_key: str) -> list[Reference]:
    found: list[Reference] = []
    attached = item.attached or item.shared
    outer = _target_of(attached, item.role, within, inside, amended, own_key) if attached is not None else None
    last = run.groups[-1]
    for group in run.groups:
        start, end = run.start + group.start, run.start + group.end
        if group is last and item.attached is not None and item.attached.start - end <= 45:
            end = item.attached.end
        for path in group.paths:
            target = _of_path(path, outer, item.role, within, inside, amended)
            role: Role = item.role
            if role == "cites" and not target.symbol and not target.title:
                role = "self"
            found.append(Reference(start, end, within, role, target))
    return found


def _of_path(path: Path, outer: Target | None, role: Role, within: str, inside: Inside, amended: "_Amended") -> Target:
    if path.relative is not None:
        eid = inside.eid(path, within)
        act = amended.act(within) if inside.quoted(within) else None
        units = (*_units_of(eid, path, inside), *path.units)
        if act is not None:
            return Target(act.type, act.symbol, act.title, act.date, act.year, act.issuer, units, path.relative, eid)
        return Target(provision=units, relative=path.relative, eid=eid)
    if outer is not None:
        if outer.relative == "this-work" and not outer.symbol:
            return msgspec.structs.replace(outer, provision=path.units, eid=inside.eid(path, within))
        return msgspec.structs.replace(outer, provision=path.units)
    act = amended.act(within) if role == "amends" or inside.quoted(within) else None
    if act is not None:
        units = path.units
        if role == "amends":
            units = amended.completed(path, within)
        eid = inside.eid(path, within) if inside.quoted(within) else None
        return Target(act.type, act.symbol, act.title, act.date, act.year, act.issuer, units, eid=eid)
    return Target(provision=path.units, eid=inside.eid(path, within))


def _units_of(eid: str | None, path: Path, inside: Inside) -> tuple[Unit, ...]:
    """The units that "Điều này" stands for: the unit around the words and what holds it up to the article."""
    if eid is None:
        return ()
    own = len(path.units)
    chain = [unit for unit in inside.above(eid) if unit.level in _SPOKEN]
    named = [Unit(unit.level, unit.num) for unit in chain[own:]]
    cut: list[Unit] = []
    for unit in named:
        cut.append(unit)
        if unit.level in ("article", "chapter", "appendix", "part"):
            break
    return tuple(reversed(cut))


_SPOKEN = frozenset(
    {"article", "clause", "point", "subpoint", "section", "subsection", "chapter", "part", "appendix", "form"}
)


class _Amended:
    """Which act the clause at hand amends: named in its lead, in a heading above it, or in the document's own title."""

    def __init__(self, items: list[_Item], work: Work, inside: Inside) -> None:
        self._inside = inside
        self._by_unit: dict[str, Mention] = {}
        self._units: dict[str, tuple[Unit, ...]] = {}
        self._of_title: Mention | None = None
        title = work.evidence.title
        named = [
            item.mention
            for item in items
            if item.mention is not None
            and item.role == "amends"
            and title is not None
            and title.start <= item.start < title.end
        ]
        if named and len({(mention.symbol, mention.title) for mention in named}) == 1:
            self._of_title = named[0]

    def pass_by(self, item: _Item, within: str) -> None:
        """Take note of an item on the way through the text."""
        if item.role != "amends" or self._inside.quoted(within):
            return
        mention = item.attached or item.mention
        if mention is not None and mention.relative is None:
            self._by_unit.setdefault(within, mention)
        if item.run is not None and len(item.run.groups) == 1 and len(item.run.groups[0].paths) == 1:
            path = item.run.groups[0].paths[0]
            if path.relative is None:
                self._units.setdefault(within, self.completed(path, within))

    def act(self, within: str) -> Mention | None:
        """The act that the clause at `within` amends; None where no words above it name one."""
        for unit in self._inside.above(within):
            if not unit.quoted and unit.eid in self._by_unit:
                return self._by_unit[unit.eid]
        return self._of_title

    def completed(self, path: Path, within: str) -> tuple[Unit, ...]:
        """The path with what the lead above it names: "b) Bãi bỏ điểm h" under "Sửa đổi … của Điều 73"."""
        if not path.units or path.rank >= 7:
            return path.units
        for unit in self._inside.above(within)[1:]:
            above = self._units.get(unit.eid)
            if above and above[0].level == "article":
                kept = [step for step in above if _ranks_above(step, path.units[0])]
                return (*kept, *path.units)
        return path.units


def _ranks_above(step: Unit, first: Unit) -> bool:
    from vanban.references.pinpoint import RANK

    return RANK[step.level] > RANK[first.level]


__all__ = ["find", "mentions_in"]
