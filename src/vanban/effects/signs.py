"""Where in a text the words stand without which no instruction is: found once, asked for each clause and sentence."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from vanban.orthography import anchors

# Few and short: each is one search through the whole text; what a common word begins ("bo cum tu", "Bộ trưởng") is
# told apart at the place.
_ANCHORS = (
    "bo sung", "bai bo", "huy bo", "xoa bo", "luoc bo", "dinh chi", "hieu luc", "ngung", "tam dung", "keo dai",
    "het gia tri", "con gia tri", "khong ap dung", "khong thuc hien", "so thu tu", "so lai", "lai so",
)  # fmt: skip
_OPENED = tuple(
    re.compile(shape)
    for shape in (
        "sua (?:doi|ten|tieu|cum|lai)",
        "thay (?:the|cum|tu|cac|mot|doan|so|noi|doi|bang)",
        "bo (?:cum|cac|mot|tu|doan|noi|diem|khoan|dieu|muc|phu|mau|cau|chu|phan)",
    )
)


def acting(folded: str) -> tuple[int, ...]:
    """The offsets of the words that every instruction holds one of, sorted."""
    found = anchors.find(folded, _ANCHORS)
    for opened in _OPENED:
        found += [match.start() for match in opened.finditer(folded)]
    return tuple(sorted(found))


def between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted offsets stands in `[start, end)`."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
