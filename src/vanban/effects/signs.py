"""Where in a text the words stand without which no instruction is: found once, asked for each clause and sentence."""

import re
from bisect import bisect_left
from collections.abc import Sequence

# Few, and each begins with letters that are found by plain search: each is one pass through the whole text. What a
# common word begins ("bỏ cụm từ", "Bộ trưởng") is told apart at the place; what it ends is looked back at.
# The common words count only before what an instruction changes: a kind of unit, words, a quotation.
_THINGS = (
    "cum|cac|mot|tu|toan|doan|so|noi|quy dinh|diem|khoan|dieu|tiet|muc|tieu|ten|phu luc|danh|mau|bieu|bang|cot|dong|"
    'gach|cau|chu|chuong|phan|dau|\\"'
)
_SIGNS = tuple(
    re.compile(shape)
    for shape in (
        f"sua (?:doi|lai|{_THINGS})",
        f"thay (?:the|doi|{_THINGS})",
        "bai bo",
        f"bo(?: (?:sung|{_THINGS})|(?<=huy bo)|(?<=xoa bo)|(?<=luoc bo))",
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
