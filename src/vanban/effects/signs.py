"""Where in a text the words stand without which no instruction is: found once, asked for each clause and sentence."""

import re
from bisect import bisect_left
from collections.abc import Sequence

# Few, and each begins with letters that are found by plain search: each is one pass through the whole text. What a
# common word begins ("bỏ cụm từ", "Bộ trưởng") is told apart at the place; what it ends is looked back at.
_SIGNS = tuple(
    re.compile(shape)
    for shape in (
        "sua (?:doi|ten|tieu|cum|lai)",
        'thay (?:the|cum|tu|cac|mot|doan|so|noi|doi|bang|dieu|khoan|diem|muc|phu|mau|")',
        "bai bo",
        'bo(?: (?:sung|cum|cac|mot|tu|doan|noi|diem|khoan|dieu|muc|phu|mau|cau|chu|phan|tiet|gach|")|'
        "(?<=huy bo)|(?<=xoa bo)|(?<=luoc bo))",
        "so(?: thu tu| lai|(?<=lai so))",
        "gia tri(?<=(?:het|con) gia tri)",
        "khong (?:ap dung|thuc hien)",
        "dinh chi",
        "hieu luc",
        "ngung",
        "tam dung",
        "keo dai",
    )
)


def acting(folded: str) -> tuple[int, ...]:
    """The offsets of the words that every instruction holds one of, sorted."""
    return tuple(sorted([match.start() for sign in _SIGNS for match in sign.finditer(folded)]))


def between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted offsets stands in `[start, end)`."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
