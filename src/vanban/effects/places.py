"""Places inside an act as amending clauses name them: "các điểm a, b khoản 2 và khoản 3 Điều 5; tên Chương II".

The grammar of amending language, wider than that of citations: parts of a unit (tên, tiêu đề, đoạn, câu), lists whose
article stands at their end, decimal numbers of annexes. Nghị định 30/2020/NĐ-CP, Phụ lục I, V.7 gives the order
small to large; commas between the units occur all the same (Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

import re
from itertools import product

import msgspec

from vanban.effects.place_groups import ARTICLE, RANK, Group, group_at
from vanban.model import Level, Unit

# "tại các điều, khoản sau: Điều 1; khoản 8 Điều 2": the kinds of units told before the units.
_KINDS = (
    r"(?:cac\s+)?(?:dieu|khoan|diem|muc)(?:\s*,\s*(?:va\s+)?(?:dieu|khoan|diem|muc)|\s+va\s+(?:dieu|khoan|"
    r"diem))+(?:\s+sau(?:\s+day)?)?\s*:?\s+"
)
_LINK = re.compile(
    rf"(?:\s*(?:tai\s+)?{_KINDS}|)"
    r"\s*(?:(?:cua|t(?:ai|huoc|rong|heo)|o|ve)\s+|)(?:(?:cac|n(?:hung|oi dung)|quy dinh(?: tai| ve|))\s+)*"
)
_IN = re.compile(r"\s+(?:cua|tai|thuoc|trong|o)\s+(?:cac\s+)?")
_PAREN = re.compile(r"\s*\(\s*(?=mau|bieu|phu luc|diem|khoan)")
_CLOSE = re.compile(r"\s*\)")
# What a unit of an annex is called, before the next form or what holds it: "Mẫu số 02 (Chứng thư xuất khẩu), Mẫu số 03
# (…) Phụ lục III", "phần V - Phí thuộc lĩnh vực giao thông trong Danh mục phí".
_CALLED: dict[Level, re.Pattern[str]] = {
    "form": re.compile(
        r"\s*\((?!mau|bieu|phu luc|diem|khoan)[^()~;\n]{2,120}\)"
        r"(?=\s*,?\s*(?:va\s+)?(?:(?:tai|cua|thuoc|trong)\s+)?(?:mau|phu luc)\b)"
    ),
    "part": re.compile(r"\s*[-–]\s*[^,;:.~\n\d]{2,80}?(?=\s(?:trong|tai|thuoc|cua)\s(?:danh muc|phu luc)\b)"),
}
_COMMA = re.compile(r"\s*,\s*")
# Where a list stands: "Danh mục quy hoạch có tính chất kỹ thuật thuộc Phụ lục II ban hành kèm theo …".
_LIST_IN = re.compile(
    r"(?<=muc)\s(?:(?!kem\s)[^;:.~\n\d\s]+\s){0,24}?(?:thuoc|tai|trong)\s+"
    r"(?=(?:phu luc|phan|muc)\s+(?:so\s+)?(?:\d|[ivxlc]+\b))"
)
# Before it "Nghị quyết" alone: the act that the line above names.
_SEPARATOR = re.compile(
    r"(?:\s(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet|thong tu|quyet dinh|quy che|quy dinh)(?=,? va\s|[,;])|)"
    r"\s*(?:,|;|\bva\b|\bcung\b|\bden\b)\s*(?:va\s+|)"
    r"(?:(?:tai|cua|noi dung|quy dinh(?: tai)?|cac|o)\s+)*(?=\S)"
)
# A comma left out: "Điều 12, Điều 13 Điều 15".
_FORGOTTEN = re.compile(r"\s+(?=(?:dieu|khoan|diem)\s+\w)")
_ENDS_PLACE = ".;:~"  # right behind a unit none of these is followed by the unit that holds it
# The decree's own order: a comma may stand between these two ("khoản 1, Điều 5").
_STEPS = {
    ("point", "clause"), ("clause", "article"), ("subpoint", "point"), ("point", "subsection"), ("section", "chapter"),
}  # fmt: skip
# An annex is divided as its writer liked: "Phần D Mục 1 Phụ lục I.10", "Mẫu số 01 mục 2 tại Phụ lục VI".
_ANNEX: frozenset[Level] = frozenset(
    {"form", "part", "section", "subsection", "table", "row", "column", "clause", "point"}
)
# There a comma may stand between more of them: "tiểu mục 04, mục II, Phần A thuộc Phụ lục số 01".
_ANNEX_STEPS = {("subsection", "section"), ("section", "part"), ("point", "section"), ("clause", "section")}
_ALL_STEPS = _STEPS | _ANNEX_STEPS
_DIVISIONS: frozenset[Level] = frozenset({"chapter", "section", "subsection"})
_OUTER: frozenset[Level] = frozenset({"appendix", "form", "chapter", "article"})


class Chain(msgspec.Struct, frozen=True):
    """Groups that hold one another, small to large: "điểm a, b" of "khoản 2" of "Điều 5"."""

    groups: tuple[Group, ...]
    start: int
    end: int

    @property
    def top(self) -> int:
        """The rank of the largest unit named."""
        return min([RANK[group.level] for group in self.groups])

    def paths(self) -> tuple[tuple[Unit, ...], ...]:
        """Every path that the chain names, outermost unit first: the order of the words, turned round."""
        outermost = self.groups[::-1]
        levels = [group.level for group in outermost]
        return tuple([tuple(map(Unit, levels, nums)) for nums in product(*[group.nums for group in outermost])])


def chains_at(content: str, folded: str, at: int, end: int) -> tuple[Chain, ...]:
    """The list of places that begins at `at`, with what stands last shared out to what stands before it.

    "khoản 1 và khoản 3 Điều 5" is two places in Điều 5; "tên và khoản 4 Điều 3" the heading of Điều 3 and its khoản 4.
    Empty where no place begins here. The list ends at the first word that belongs to no place (an act, a prose word).
    """
    found: list[Chain] = []
    up_to = False
    while True:
        chain = _chain_at(content, folded, at, end)
        if chain is None:
            break
        if up_to:
            chain = _filled(found.pop(), chain)
        if chain.end >= end:
            found.append(chain)
            break
        found.extend(_narrowed(content, folded, chain, end))
        last = found[-1].end
        separator = _SEPARATOR.match(folded, last, end) or _FORGOTTEN.match(folded, last, end)
        if separator is None:
            break
        up_to = separator.group().strip() == "den"
        at = separator.end()
    return _shared(found) if len(found) > 1 else tuple(found)


def _filled(first: Chain, last: Chain) -> Chain:
    """As in "Điều 5 đến Điều 9" as one group of five articles; where the numbers are no range, both are kept."""
    one, other = first.groups[0], last.groups[0]
    if one.level != other.level or not (one.nums[-1].isdigit() and other.nums[0].isdigit()):
        nums = (*one.nums, *other.nums)
    else:
        nums = (*one.nums, *(str(number) for number in range(int(one.nums[-1]) + 1, int(other.nums[0]))), *other.nums)
    return Chain(
        (Group(one.level, nums, one.start, other.end), *(last.groups[1:] or first.groups[1:])), first.start, last.end
    )


def _narrowed(content: str, folded: str, chain: Chain, end: int) -> tuple[Chain, ...]:
    """As in "Phụ lục I (Mẫu số 01a và Mẫu số 01b)": the units in parentheses are meant, inside the unit before them."""
    bracket = _PAREN.match(folded, chain.end, end)
    if bracket is None:
        return (chain,)
    inner = chains_at(content, folded, bracket.end(), end)
    close = _CLOSE.match(folded, inner[-1].end, end) if inner else None
    if close is None or any(part.top <= chain.top for part in inner):
        return (chain,)
    return tuple(Chain((*part.groups, *chain.groups), chain.start, close.end()) for part in inner)


def _chain_at(content: str, folded: str, at: int, end: int) -> Chain | None:
    past = _past_link(folded, at, end)
    first = group_at(content, folded, past, end)
    if first is None and past > at:
        first = group_at(content, folded, at, end)
    if first is None:
        return None
    if first.level in _CALLED:
        first = _with_name(folded, first, end)
    # "mục số 44 điểm b khoản 3 Điều 1": a numbered item inside a point.
    inside = group_at(content, folded, _past_link(folded, first.end, end), end) if first.level == "section" else None
    if inside is not None and inside.level in ("point", "clause"):
        first = Group("subpoint", first.nums, first.start, first.end)
    groups = [first, *_holders(content, folded, first, end)]
    if groups[-1].level == "appendix":
        groups = _where_listed(content, folded, groups, end)
    return Chain(tuple(groups), first.start, groups[-1].end)


def _with_name(folded: str, unit: Group, end: int) -> Group:
    """The unit of an annex up to the end of what it is called; its level is one of `_CALLED`."""
    called = _CALLED[unit.level].match(folded, unit.end, end)
    return Group(unit.level, unit.nums, unit.start, called.end()) if called is not None else unit


def _where_listed(content: str, folded: str, groups: list[Group], end: int) -> list[Group]:
    """The groups, the last an annex, with the number of it, or the part, that a list named by its words stands in."""
    bare = groups[-1]
    within = _LIST_IN.match(folded, bare.end, end) if bare.nums == ("",) else None
    where = group_at(content, folded, within.end(), end) if within is not None else None
    if where is None or len(where.nums) > 1:
        return groups
    if where.level == "appendix":
        return [*groups[:-1], where]
    return [*groups[:-1], where, Group("appendix", bare.nums, where.end, where.end)]


def _past_link(folded: str, at: int, end: int) -> int:
    link = _LINK.match(folded, at, end)
    return link.end() if link else at


def _holders(content: str, folded: str, unit: Group, end: int) -> list[Group]:
    """The units that hold `unit`, one in the other, named right after it.

    Outside annexes each must be larger than the one before it. In an annex, which the list must name at its end, any
    unit may hold any other: "Phần D Mục 1 Phụ lục I.10".
    """
    following, after_comma = _next(content, folded, unit, end)
    if following is None:
        return []
    rest = [following, *_holders(content, folded, following, end)]
    ends_in_annex = rest[-1].level == "appendix"
    if after_comma and (unit.level, following.level) not in _STEPS and not ends_in_annex:
        return []
    if RANK[following.level] < RANK[unit.level]:
        return rest
    if unit.level == following.level == "appendix":
        return rest if _is_part_of(folded, unit, following) else []
    return rest if ends_in_annex and unit.level in _ANNEX and unit.level != following.level else []


def _is_part_of(folded: str, inner: Group, outer: Group) -> bool:
    """As in "Phụ lục Xa tại Phụ lục X", "Phụ lục số 1 thuộc Phụ lục II"."""
    link = _IN.match(folded, inner.end, outer.start)
    numbered = len(outer.nums) == 1 and all(
        num != outer.nums[0] and num.startswith(outer.nums[0]) for num in inner.nums
    )
    return link is not None and (numbered or "thuoc" in link.group())


def _next(content: str, folded: str, smaller: Group, end: int) -> tuple[Group | None, bool]:
    """The unit named right after `smaller`, and whether a comma stands between ("khoản 1, Điều 5"): then one number is
    named and the next unit is the very next level above, as the decree's order has it.
    """
    if smaller.end >= end or folded[smaller.end] in _ENDS_PLACE:
        return None, False
    larger = group_at(content, folded, _past_link(folded, smaller.end, end), end)
    if larger is not None:
        return (_with_name(folded, larger, end) if larger.level in _CALLED else larger), False
    comma = _COMMA.match(folded, smaller.end, end)
    if comma is None:
        return None, False
    larger = group_at(content, folded, comma.end(), end)
    if larger is None or len(larger.nums) > 1 or (smaller.level, larger.level) not in _ALL_STEPS:
        return None, False
    return larger, True


def climbing(chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """Places whose annex is known to follow, with those joined to one that hold each other: "mục 1, phần I"."""
    done: list[Chain] = []
    for chain in chains:
        before = done[-1] if done else None
        if before and all(len(group.nums) == 1 for group in (*before.groups, *chain.groups)) and (
            (before.groups[-1].level, chain.groups[0].level) in _ANNEX_STEPS
        ):  # fmt: skip
            done[-1] = Chain((*before.groups, *chain.groups), before.start, chain.end)
        else:
            done.append(chain)
    return tuple(done)


def _shared(chains: list[Chain]) -> tuple[Chain, ...]:
    """The places of a list, two or more, each with what is said once for it and its neighbours."""
    done: list[Chain] = []
    for chain in reversed(chains):
        if done and chain.groups[0].level != "title":
            heirs = _heirs(chain, done[-1])
            chain = Chain((*chain.groups, *heirs), chain.start, chain.end)
        done.append(chain)
    done.reverse()
    # "Nơi nhận của Phụ lục 03 và Phụ lục 04", "tên Mục 1, Mục 2 Chương III", "tiêu đề Chương II, Mục 1 Chương II": a
    # part named by words is meant in each.
    for place in range(1, len(done)):
        first, then = done[place - 1].groups, [group.level for group in done[place].groups]
        heading = first[0].level == "heading" and then[0] in _DIVISIONS
        alike = then == [group.level for group in first[1:]][: len(then)]
        if len(first) > 1 and (
            ((heading or (first[0].is_named and len(then) == 1)) and alike)
            or (heading and _stands_in(done[place], first[1:]))
        ):
            done[place] = Chain((first[0], *done[place].groups), done[place].start, done[place].end)
    # "điểm a khoản 2 Điều 7 và khoản 3": what stands last without its article is in the one before.
    if len(done) > 1 and done[-1].top > ARTICLE >= done[-2].top:
        last = done[-1]
        heirs = tuple(group for group in done[-2].groups if RANK[group.level] < last.top)
        done[-1] = Chain((*last.groups, *heirs), last.start, last.end)
    return tuple(done)


def _stands_in(chain: Chain, holder: tuple[Group, ...]) -> bool:
    """Whether the chain names a unit right inside `holder`: "Mục 1 Chương II", after "Chương II"."""
    return [(group.level, group.nums) for group in chain.groups[1:]] == [(group.level, group.nums) for group in holder]


def _heirs(chain: Chain, following: Chain) -> tuple[Group, ...]:
    """What a place takes over from the one named after it: "khoản 1 và khoản 3 Điều 5"."""
    levels = {group.level for group in chain.groups}
    if levels == {"appendix"} and [group.level for group in following.groups] == ["appendix", "appendix"]:
        return following.groups[1:] if len(chain.groups) == 1 else ()
    if following.groups[-1].level == "appendix" and not levels & _OUTER - {"form"}:
        # "phần D, khoản E.II Mục 1 Phụ lục I.3": everything up to the annex is shared but levels of its own.
        return tuple(group for group in following.groups[1:] if group.level not in levels)
    heirs = tuple(group for group in following.groups[1:] if RANK[group.level] < chain.top)
    alike = chain.groups[-1].level in {group.level for group in following.groups}
    return heirs if chain.top > ARTICLE or alike else ()
