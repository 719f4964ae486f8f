"""From the items of a run to its groups: which unit hangs in which, and which targets share their words.

Units run from small to large without commas (Nghị định 30/2020/NĐ-CP, Phụ lục II, V.7); commas, other orders and lists
of chains occur and are read (Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

import msgspec

from vanban.model import Level, Relative, Unit
from vanban.references.pinpoint_lists import expand

RANK: dict[Level, int] = {
    "title": 0, "sentence": 1, "indent": 2, "paragraph": 3, "subpoint": 4, "point": 5, "clause": 6, "article": 7,
    "subsection": 8, "section": 9, "chapter": 10, "part": 11, "form": 12, "appendix": 13,
}  # fmt: skip
_THIS: dict[Level, Relative] = {
    "point": "this-point", "clause": "this-clause", "article": "this-article", "subsection": "this-subsection",
    "section": "this-section", "chapter": "this-chapter", "part": "this-part", "appendix": "this-appendix",
}  # fmt: skip
_RANK_OF_THIS = {relative: RANK[level] for level, relative in _THIS.items()}


class Path(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One target: units from the outermost inwards, and the unit around the words that the outermost hangs in."""

    units: tuple[Unit, ...]
    relative: Relative | None = None

    @property
    def rank(self) -> int:
        """The rank of the outermost unit that the words name."""
        return RANK[self.units[0].level] if self.relative is None else _RANK_OF_THIS[self.relative]


class Group(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Targets that share the words `run[start:end]`; `listed` where a list sign stands before it in the run."""

    start: int
    end: int
    paths: tuple[Path, ...]
    joined: str = ""


class Item(msgspec.Struct, gc=False):
    """One unit word of a run with its numbers; `sep` is what stands between it and the item before, folded."""

    level: Level
    nums: list[str]
    ranged: bool
    before: str
    sep: str
    start: int
    end: int


def take(groups: list[Group], item: Item) -> None:
    """Put one more item of the run to the groups so far."""
    rank = RANK[item.level]
    sep = item.sep.strip()
    this = item.nums == ["nay"]
    own = [Path((), _THIS.get(item.level))] if this else [_path(item.level, num) for num in item.nums]
    heading = any(word in item.before for word in ("ten ", "tieu de "))
    if heading:
        own = [Path((*path.units, Unit("title", "")), path.relative) for path in own]
    open_above = _open(groups, rank)
    upward = bool(open_above) and not heading and sep.strip(";, ") in _UPWARD and ";" not in sep
    if upward and "," in sep and rank > RANK["article"] == groups[-1].paths[-1].rank:
        upward = False  # "Điều 39, Chương X" is a list; units of one chain stand without commas (NĐ 30/2020, PL II V.7)
    if upward:
        merged = groups[open_above[0]]
        below = [path for place in open_above for path in groups[place].paths]
        heads = own if "cac" in item.before and len(own) > 1 and len(below) == 1 else own[:1]
        paths = [
            Path((*head.units, *path.units), head.relative) for head in heads for path in below if path.relative is None
        ]
        rest = [] if heads is own or len(heads) == len(own) else own[1:]
        kept = [path for path in below if path.relative is not None]
        del groups[open_above[0] :]
        groups.append(Group(merged.start, item.end, (*kept, *paths, *rest), merged.joined))
        return
    last = groups[-1] if groups else None
    if last is not None and not this and sep.strip(";, ") in ("den", "-") and len(last.paths[-1].units) == 1:
        first = last.paths[-1].units[0]
        if first.level == item.level:
            between = expand(item.level, first.num, item.nums[0])
            paths = [*last.paths[:-1], *(Path((Unit(item.level, num),)) for num in (*between, *item.nums[1:]))]
            groups[-1] = Group(last.start, item.end, tuple(paths), last.joined)
            return
    if last is not None and not heading and ";" not in sep and _all_bare(last, item.level) and not this:
        groups[-1] = Group(last.start, item.end, (*last.paths, *own), last.joined)
        return
    groups.append(Group(item.start, item.end, tuple(own), sep or " "))


_UPWARD = (
    "",
    "cua",
    "tai",
    "thuoc",
    "trong",
    "o",
    "vao",
    "quy dinh tai",
    "ban hanh tai",
    "ban hanh kem theo",
    "kem theo",
)


def _path(level: Level, num: str) -> Path:
    """The path of one number; "a(iii)" is a point and a subpoint in it."""
    if "(" in num:
        outer, _, inner = num.partition("(")
        return Path((Unit(level, outer), Unit("subpoint", inner.rstrip(")"))))
    return Path((Unit(level, num),))


def _open(groups: list[Group], rank: int) -> list[int]:
    """The places of the last groups, in order, whose units still want one of this rank above them."""
    places: list[int] = []
    for place in range(len(groups) - 1, -1, -1):
        if all(path.relative is not None or path.rank >= rank for path in groups[place].paths):
            break
        places.append(place)
        joined = groups[place].joined
        if ";" in joined:
            break
        # "khoản 12 Điều 73 và tại mục số 25 của Phụ lục số 02": a further place, the article is in no appendix
        if rank > RANK["chapter"] and joined.endswith(" tai") and groups[place - 1].paths[-1].rank == RANK["article"]:
            break
    return places[::-1]


def _all_bare(group: Group, level: Level) -> bool:
    return all(len(path.units) == 1 and path.units[0].level == level for path in group.paths)


def downwards(groups: list[Group]) -> list[Group]:
    """As in "Điều 5, khoản 2": a smaller unit left open after a larger one, without a list sign, hangs in it.

    "mục số 7 điểm a khoản 3 Điều 1": a row of what the point holds; a chain from small to large begins with its least.
    """
    done: list[Group] = []
    for group in groups:
        previous = done[-1] if done else None
        sign = group.joined.strip()
        if (
            previous is not None
            and sign in ("", ",")
            and len(previous.paths) == 1
            and all(path.relative is None and path.rank < previous.paths[0].rank for path in group.paths)
            and group.paths[0].rank < RANK["article"] <= previous.paths[0].rank
            and (previous.paths[0].units and RANK[previous.paths[0].units[-1].level] > group.paths[0].rank)
        ):
            above = previous.paths[0]
            paths = tuple(Path((*above.units, *path.units), above.relative) for path in group.paths)
            done[-1] = Group(previous.start, group.end, paths, previous.joined)
        elif previous is not None and not sign and len(group.paths) == 1 and _is_row_of(previous, group.paths[0]):
            row, holder = previous.paths[0].units[0], group.paths[0]
            held = (Path((*holder.units, row), holder.relative),)
            done[-1] = Group(previous.start, group.end, held, previous.joined)
        else:
            done.append(group)
    return done


def _is_row_of(row: Group, chain: Path) -> bool:
    """Whether a bare section stands right before a whole chain up to an article, which no section is part of."""
    return _all_bare(row, "section") and len(row.paths) == 1 and len(chain.units) > 1 and chain.rank == RANK["article"]
