"""What stands in a text in order: runs of units, each with the document it is attached to, and documents alone."""

import re
from itertools import pairwise
from operator import attrgetter

import msgspec

from vanban.model import Role
from vanban.references.mention import Mention
from vanban.references.pinpoint import RANK, Path
from vanban.references.runs import Run

_BESIDE = 24  # letters: longer than any words that `place_insertions` and `except_parts` read


class Item(msgspec.Struct, gc=False):
    """One mention or one run, on its way to references; built up within one call of `find`.

    `document` is the one that the item names itself: the `mention`, or for a run `attached`, which follows it with
    nothing but glue between; `shared` is that of a later member of the same list. `lead` tells that the item stands in
    the lead of an amending clause or in its heading.
    """

    start: int
    end: int
    document: Mention | None = None
    mention: Mention | None = None
    run: Run | None = None
    attached: Mention | None = None
    shared: Mention | None = None
    role: Role = "cites"
    lead: bool = False


def items_of(runs: list[Run], mentions: list[Mention], attached: list[Mention | None]) -> list[Item]:
    """Runs and the mentions that no run has taken, in order of the text; `end` includes the attached document.

    A weak run is one only with a document.
    """
    items = [
        Item(run.start, run.end if to is None else to.end, to, None, run, to)
        for run, to in zip(runs, attached, strict=True)
        if to is not None or not run.weak
    ]
    taken = set(map(id, attached))
    items += [Item(item.start, item.end, item, item) for item in mentions if id(item) not in taken]
    items.sort(key=attrgetter("start"))
    return items


def share_documents(items: list[Item], folded: str) -> None:
    """In an amending line a run without a document belongs to the one that the rest of its list names.

    "Bãi bỏ Điều 50; cụm từ “…” tại khoản 8 Điều 54 của Luật Đo lường": both articles are of that law.
    """
    shared: Mention | None = None
    after = len(folded)
    for item in reversed(items):
        if item.role != "amends" or item.run is None:
            continue
        if item.attached is not None:
            shared = item.attached if item.attached.relative is None else None
        elif shared is not None and folded.find("\n", item.end, after) < 0:
            item.shared = shared
        else:
            shared = None
        after = item.start


def runs_beside(items: list[Item]) -> list[tuple[Item, Item]]:
    """Each run with the item before it, where so little stands between that a word there may join them."""
    return [
        (before, item)
        for before, item in pairwise(items)
        if item.start - before.end <= _BESIDE and item.run is not None
    ]


def bracketed(beside: list[tuple[Item, Item]], content: str) -> None:
    """Give a run in brackets right after a document that document: "Nghị định số 142/2025/NĐ-CP (khoản 1 Điều 17)"."""
    for previous, item in beside:
        if item.attached is not None or not 1 <= item.start - previous.end <= 3:
            continue
        if content[item.start - 1] == "(" and content[item.end : item.end + 1] == ")" and previous.document is not None:
            item.shared, item.role = previous.document, previous.role


_POSITION = re.compile(r"\s*(?:vao\s)?(?:ngay\s|lien\s|tiep\s)?(?:sau|truoc|duoi)\s(?:cac\s)?", re.ASCII)


def place_insertions(beside: list[tuple[Item, Item]], folded: str) -> None:
    """Give a new unit the place of its neighbour: "bổ sung điểm c2 vào sau điểm c1 khoản 1 Điều 6"."""
    for item, following in beside:
        if item.run is None or following.run is None or item.attached is not None:
            continue
        if _POSITION.fullmatch(folded, item.run.end, following.start) is None:
            continue
        item.shared = following.attached or item.shared
        last = item.run.groups[-1]
        place = following.run.groups[0].paths[0]
        if not place.units or any(len(path.units) != 1 or path.relative for path in last.paths):
            continue
        if place.units[-1].level == last.paths[0].units[-1].level:
            paths = tuple(Path((*place.units[:-1], *path.units), place.relative) for path in last.paths)
            group = msgspec.structs.replace(last, paths=paths)
            item.run = msgspec.structs.replace(item.run, groups=(*item.run.groups[:-1], group))


_EXCEPT = re.compile(r",? (?:tru|ngoai tru|khong bao gom) (?:cac )?", re.ASCII)


def except_parts(beside: list[tuple[Item, Item]], folded: str) -> None:
    """Give what is left out its whole: "Điều 30 Nghị định này trừ điểm h khoản 3" leaves out of Điều 30."""
    for whole, item in beside:
        if whole.run is None or item.run is None or item.attached is not None:
            continue
        if _EXCEPT.fullmatch(folded, whole.end, item.start) is None:
            continue
        of = [path for group in whole.run.groups for path in group.paths]
        parts = [path for group in item.run.groups for path in group.paths]
        if len(of) != 1 or of[0].relative is not None or any(path.relative or not path.units for path in parts):
            continue
        above = of[0].units
        if not above or any(RANK[path.units[0].level] >= RANK[above[-1].level] for path in parts):
            continue
        groups = tuple(
            msgspec.structs.replace(group, paths=tuple(Path((*above, *path.units)) for path in group.paths))
            for group in item.run.groups
        )
        item.run = msgspec.structs.replace(item.run, groups=groups)
        item.shared = whole.document
