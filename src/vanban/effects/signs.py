"""Where in a text the words stand without which no instruction is: found once, asked for each clause and sentence."""

from bisect import bisect_left
from collections.abc import Sequence

from vanban.orthography import anchors

# The common verbs count only before what an instruction changes: a kind of unit, words, a quotation.
_THINGS = (
    "cum", "cac", "mot", "tu", "toan", "doan", "so", "noi", "quy dinh", "diem", "khoan", "dieu", "tiet", "muc", "tieu",
    "ten", "phu luc", "danh", "mau", "bieu", "bang", "cot", "dong", "gach", "cau", "chu", "chuong", "phan", "dau", '"',
)  # fmt: skip
_VERBS = (
    *(f"sua {word}" for word in ("doi", "lai", *_THINGS)),
    *(f"thay {word}" for word in ("the", "doi", *_THINGS)),
    *(f"bo {word}" for word in ("sung", *_THINGS)),
    "bai bo", "so thu tu", "so lai", "khong ap dung", "khong thuc hien", "dinh chi", "hieu luc", "ngung", "tam dung",
    "keo dai",
)  # fmt: skip
# Of these only the last words count, which mean something else by themselves.
_AFTER_OTHERS = (
    ("huy ", "bo"), ("xoa ", "bo"), ("luoc ", "bo"), ("lai ", "so"), ("het ", "gia tri"), ("con ", "gia tri"),
)  # fmt: skip
_SIGNS = (*_VERBS, *(before + sign for before, sign in _AFTER_OTHERS))
_BEFORE = (*(0 for _ in _VERBS), *(len(before) for before, _ in _AFTER_OTHERS))


def acting(folded: str) -> tuple[int, ...]:
    """The offsets of the words that every instruction holds one of, sorted."""
    return tuple(sorted({start + _BEFORE[sign] for sign, start, _ in anchors.spans(folded, _SIGNS)}))


def between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted offsets stands in `[start, end)`."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
