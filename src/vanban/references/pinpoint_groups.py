"""From the items of a run to its groups: which unit hangs in which, and which targets share their words.

Units run from small to large without commas (Nghị định 30/2020/NĐ-CP, Phụ lục II, V.7); commas, other orders and lists
of chains occur and are read (Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

import re
from functools import lru_cache

import msgspec

from vanban.model import Level, Unit
from vanban.references.pinpoint_lists import expand
from vanban.references.pinpoint_path import RANK, Path
from vanban.references.units_said import UnitsSaid


class Group(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Targets that share the words `run[start:end]`; `listed` where a list sign stands before it in the run."""

    start: int
    end: int
    paths: tuple[Path, ...]
    joined: str = ""


class Joint(msgspec.Struct, frozen=True, gc=False):
    """What stands between two items of a run: its words (" " for none) and what they say.

    `upward`: what follows may hold what stands before ("của", "tại", nothing). `through`: a range.
    """

    words: str
    upward: bool
    through: bool
    comma: bool
    semicolon: bool


_UPWARD = frozenset(
    {"", "cua", "tai", "thuoc", "trong", "o", "vao", "quy dinh tai", "ban hanh tai", "ban hanh kem theo", "kem theo"}
)
_TABLES = re.compile(r"\bbang (?:so )?[0-9.]+,?")


@lru_cache(maxsize=512)
def joint_of(folded: str) -> Joint:
    """What the words between two items say; a table on the way to a unit says nothing."""
    words = _TABLES.sub("", folded).strip()
    sign, semicolon = words.strip(";, "), ";" in words
    return Joint(words or " ", sign in _UPWARD and not semicolon, sign in ("den", "-"), "," in words, semicolon)


class Item(msgspec.Struct, frozen=True, gc=False):
    """One word of units with its numbers at `run[start:end]`, and what joins it to the item before."""

    said: UnitsSaid
    joint: Joint
    start: int
    end: int


def take(groups: list[Group], item: Item) -> None:
    """Put one more item of the run to the groups so far."""
    said, joint = item.said, item.joint
    own, level = said.paths, said.level
    if not groups:
        groups.append(Group(item.start, item.end, own, joint.words))
        return
    if joint.upward and not said.heading:
        first = _open(groups, RANK[level])
        # "Điều 39, Chương X" is a list; units of one chain stand without commas (NĐ 30/2020, PL II V.7)
        listed = joint.comma and RANK[level] > RANK["article"] == groups[-1].paths[-1].rank
        if first < len(groups) and not listed:
            groups[first:] = [_hung(groups[first:], item)]
            return
    last = groups[-1]
    this = own[0].relative is not None
    if joint.through and not this and len(last.paths[-1].units) == 1:
        begin = last.paths[-1].units[0]
        if begin.level == level:
            between = expand(level, begin.num, said.nums[0])
            paths = [*last.paths[:-1], *(Path((Unit(level, num),)) for num in (*between, *said.nums[1:]))]
            groups[-1] = Group(last.start, item.end, tuple(paths), last.joined)
            return
    if not this and not said.heading and not joint.semicolon and _all_bare(last, level):
        groups[-1] = Group(last.start, item.end, (*last.paths, *own), last.joined)
        return
    groups.append(Group(item.start, item.end, own, joint.words))


def _hung(below: list[Group], item: Item) -> Group:
    """The groups as one, what is open in them hung in the item that follows."""
    own = item.said.paths
    said = below[0].paths if len(below) == 1 else [path for group in below for path in group.paths]
    if len(own) == len(said) == 1 and said[0].relative is None:
        path = Path((*own[0].units, *said[0].units), own[0].relative)
        return Group(below[0].start, item.end, (path,), below[0].joined)
    heads = own if item.said.plural and len(own) > 1 and len(said) == 1 else own[:1]
    kept = [path for path in said if path.relative is not None]
    paths = [
        Path((*head.units, *path.units), head.relative) for head in heads for path in said if path.relative is None
    ]
    return Group(below[0].start, item.end, (*kept, *paths, *own[len(heads) :]), below[0].joined)


def _open(groups: list[Group], rank: int) -> int:
    """The place from which on all groups want one of this rank above their units; behind the last where none does."""
    for place in range(len(groups) - 1, -1, -1):
        for path in groups[place].paths:
            if path.relative is None and RANK[path.units[0].level] < rank:
                break
        else:
            return place + 1
        joined = groups[place].joined
        if ";" in joined:
            return place
        # "khoản 12 Điều 73 và tại mục số 25 của Phụ lục số 02": a further place, the article is in no appendix
        if rank > RANK["chapter"] and joined.endswith(" tai") and groups[place - 1].paths[-1].rank == RANK["article"]:
            return place
    return 0


def _all_bare(group: Group, level: Level) -> bool:
    return not [path for path in group.paths if len(path.units) != 1 or path.units[0].level != level]


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
