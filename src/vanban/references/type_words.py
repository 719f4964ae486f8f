"""The words that name a type of document ("Thông tư liên tịch"), read backwards from what follows them."""

import re
from functools import cache

from vanban.orthography import fold
from vanban.rules import Rules

_TAIL = re.compile(r"[\s:.]+$")
_NUMBER_SIGN = re.compile(r"(?:^|(?<=[\s(]))so\s*[:.]?\s*$")
_LONGEST = 5


@cache
def type_names(rules: Rules) -> dict[str, str]:
    """Folded name -> type id: "thong tu lien tich" -> "thong-tu-lien-tich"."""
    names: dict[str, str] = {}
    for row in rules.document_types:
        for name in (row.name, *row.printed):
            names.setdefault(fold(name), row.id)
    return names


def type_before(content: str, folded: str, at: int, rules: Rules) -> tuple[str, int, int] | None:
    """The type word that ends just before `at`: its id, its start, and where "số" or the symbol begins; else None.

    "số" may stand between. The word must begin with a capital or be all small letters right before "số".
    """
    low = max(0, at - 60)
    before = folded[low:at]
    stop = len(before) - len(_TAIL.search(before).group()) if _TAIL.search(before) else len(before)
    sign = _NUMBER_SIGN.search(before)
    if sign is not None:
        stop = len(before[: sign.start()].rstrip(" :.\n\t"))
    names = type_names(rules)
    place = stop
    best: tuple[str, int, int] | None = None
    for _ in range(_LONGEST):
        place = before.rfind(" ", 0, place)
        newline = before.rfind("\n", place + 1, stop)
        begin = max(place, newline) + 1
        if 0 <= begin < stop and (begin == 0 or not before[begin - 1].isalnum()):
            found = names.get(" ".join(before[begin:stop].split()).lstrip("(\"'-,;:."))
            if found is not None:
                skip = len(before[begin:stop]) - len(before[begin:stop].lstrip("(\"'-,;:."))
                best = (found, low + begin + skip, low + stop)
        if place < 0 or (newline > place and best is not None):
            break
    return best
