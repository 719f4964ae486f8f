"""What is said once for several: "sửa đổi khoản 2 và bổ sung khoản 4 Điều 31", "tại mục 5; “B” tại điểm 6 Phụ lục IV".

What is named without its article, annex or act takes over those of what the same sentence names next.
"""

from collections.abc import Sequence

import msgspec

from vanban.effects.instruction import Instruction
from vanban.effects.named import Named
from vanban.effects.place_groups import ARTICLE, RANK
from vanban.effects.words import Swap
from vanban.model import Unit
from vanban.rules.effect_phrases import AmendingPhrase

_OWN_NUMBERS = frozenset({"appendix", "form"})
_LISTED = frozenset({"clause", "point", "subpoint"})


def among(found: Sequence[Instruction], folded: str) -> tuple[Instruction, ...]:
    """The instructions of one sentence, each with what it leaves to the next.

    Where words are changed, only the act is shared over a semicolon: "bãi bỏ cụm từ … tại khoản 15; bãi bỏ Điều 192".
    """
    if not found or (len(found) == 1 and not found[0].swaps):
        return tuple(found)
    done: list[Instruction] = []
    donor: Named | None = None
    for place, given in reversed(list(enumerate(found))):
        if donor is not None and isinstance(given.row, AmendingPhrase):
            apart = ";" in folded[given.end : found[place + 1].start]
            lender = msgspec.structs.replace(donor, path=()) if apart else donor
            items = tuple(lent(item, donor) for item in given.items)
            given = msgspec.structs.replace(given, items=items, swaps=_of_swaps(given.swaps, lender))
        else:
            given = msgspec.structs.replace(given, swaps=_of_swaps(given.swaps, None))
        named = (*given.items, *(item for swap in given.swaps for item in swap.at))
        donor = next((item for item in named if item.act is None or not item.act.own), None)
        done.append(given)
    return tuple(reversed(done))


def _of_swaps(swaps: tuple[Swap, ...], donor: Named | None) -> tuple[Swap, ...]:
    done: list[Swap] = []
    for swap in reversed(swaps):
        at = tuple(lent(item, donor) for item in swap.at) if donor is not None else swap.at
        done.append(msgspec.structs.replace(swap, at=at))
        donor = at[0] if at else donor
    return tuple(reversed(done))


def lent(item: Named, donor: Named) -> Named:
    """The thing named with the larger units and the act of `donor` where it has none of its own."""
    if item.act is not None:
        return item
    return msgspec.structs.replace(item, path=_completed(item.path, donor.path), act=donor.act)


def _completed(path: tuple[Unit, ...], other: tuple[Unit, ...]) -> tuple[Unit, ...]:
    if not path or not other:
        return path
    levels = {unit.level for unit in path}
    if other[0].level in _OWN_NUMBERS and not levels & {"appendix", "form", "article", "chapter"}:
        # "điểm 1.1, bổ sung điểm 1.1a vào sau điểm 1.1, tiểu mục 1 thuộc phần V": points of one list stand together.
        alike = path[0].level == other[-1].level and path[0].level in _LISTED
        return (*other[:-1], *path) if alike else (other[0], *path)
    top = min([RANK[level] for level in levels])
    outer = [unit for unit in other[:-1] if RANK[unit.level] < top]
    return (*outer, *path) if top > ARTICLE else path
