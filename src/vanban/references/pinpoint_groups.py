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
    {"", "-", "cua", "tai", "thuoc", "trong", "o", "vao"}
    | {"quy dinh tai", "ban hanh tai", "ban hanh kem theo", "kem theo"}
)
_TABLES = re.compile(r"\bbang (?:so )?[0-9.]+,?")


@lru_cache(maxsize=512)
def joint_of(folded: str) -> Joint:
    """What the words between two items say; a table on the way to a unit says nothing."""
    words = _TABLES.sub("", folded).strip()
    sign, semicolon = words.strip(";, "), ";" in words
    return Joint(words or " ", sign in _UPWARD and not semicolon, sign in ("den", "-"), "," in words, semicolon)


class Growing(msgspec.Struct, gc=False):
    """A group while its run is read. `wants`: the least rank in it that a larger unit may still hold."""

    start: int
    end: int
    paths: tuple[Path, ...]
    joined: str
    wants: int

    def done(self) -> Group:
        """The group as it stands."""
        return Group(self.start, self.end, self.paths, self.joined)


_ARTICLE, _CHAPTER = RANK["article"], RANK["chapter"]


def take(groups: list[Growing], said: UnitsSaid, joint: Joint, start: int, end: int) -> None:
    """Put one more word of units, with its numbers at `run[start:end]`, to the groups of the run so far."""
    if not groups:
        groups.append(Growing(start, end, said.paths, joint.words, said.wants))
        return
    last, rank = groups[-1], said.rank
    # "Điều 39, Chương X" is a list; units of one chain stand without commas (NĐ 30/2020, PL II V.7)
    listed = joint.comma and rank > _ARTICLE == last.paths[-1].rank
    if joint.upward and last.wants < rank and not said.heading and not listed:
        _hang(groups, said, end)
        return
    own = said.paths
    if own[0].relative is None:
        if joint.through and len(last.paths[-1].units) == 1:
            begin = last.paths[-1].units[0]
            if begin.level == said.level:
                between = expand(said.level, begin.num, said.nums[0])
                own = tuple(Path((Unit(said.level, num),)) for num in (*between, *said.nums[1:]))
                _lengthen(last, (*last.paths[:-1], *own), said, end)
                return
        if not said.heading and not joint.semicolon and _all_bare(last.paths, said.level):
            _lengthen(last, last.paths + own, said, end)
            return
    groups.append(Growing(start, end, own, joint.words, said.wants))


def _lengthen(group: Growing, paths: tuple[Path, ...], said: UnitsSaid, end: int) -> None:
    group.paths, group.end = paths, end
    group.wants = min(group.wants, said.wants)


def _hang(groups: list[Growing], said: UnitsSaid, end: int) -> None:
    """The last groups as one, what is open in them hung in what was said after them."""
    first = _open(groups, said.rank) if len(groups) > 1 else 0
    group, own = groups[first], said.paths
    below = group.paths
    if first < len(groups) - 1:
        below = tuple(path for further in groups[first:] for path in further.paths)
        del groups[first + 1 :]
    head = own[0]
    if len(own) == len(below) == 1:
        group.paths = (Path(head.units + below[0].units, head.relative),)
    else:
        heads = own if said.plural and len(own) > 1 and len(below) == 1 else own[:1]
        kept = [path for path in below if path.relative is not None]
        paths = [
            Path(head.units + path.units, head.relative) for head in heads for path in below if path.relative is None
        ]
        group.paths = (*kept, *paths, *own[len(heads) :])
    group.end, group.wants = end, said.wants


def _open(groups: list[Growing], rank: int) -> int:
    """The place from which on all groups want a unit of this rank above theirs."""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group.wants >= rank:
            return place + 1
        if group.joined == " ":
            continue
        if ";" in group.joined:
            return place
        # "khoản 12 Điều 73 và tại mục số 25 của Phụ lục số 02": a further place, the article is in no appendix
        if rank > _CHAPTER and group.joined.endswith(" tai") and groups[place - 1].paths[-1].rank == _ARTICLE:
            return place
    return 0


def _all_bare(paths: tuple[Path, ...], level: Level) -> bool:
    if len(paths[0].units) != 1:
        return False
    return not [path for path in paths if len(path.units) != 1 or path.units[0].level != level]


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
            and sign in ("", ",", "-")
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
    return (
        _all_bare(row.paths, "section")
        and len(row.paths) == 1
        and len(chain.units) > 1
        and chain.rank == RANK["article"]
    )
