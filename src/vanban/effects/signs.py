"""Where in a text the words stand that this room reads around: all found in one pass, asked for clause and sentence."""

import msgspec

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
# By kind, each with the number of characters before what counts.
_WORDS: dict[str, tuple[str, int]] = {
    **dict.fromkeys(_VERBS, ("acting", 0)),
    **{before + word: ("acting", len(before)) for before, word in _AFTER_OTHERS},
    " nay": ("own", 0),
    **dict.fromkeys(("thi hanh ke tu", "thi hanh tu"), ("commencing", 0)),
    **dict.fromkeys(("chi tiet", "huong dan"), ("detailing", 0)),
}
_LITERALS = tuple(_WORDS)
_MEANING = tuple(_WORDS.values())


class Signs(msgspec.Struct, frozen=True):
    """Sorted offsets in a folded text, by what the words there may say.

    `acting`: without one of them no instruction is. `own`: the blank before "này", as in "Nghị định này".
    `commencing`: "thi hành (kể) từ". `detailing`: "chi tiết", "hướng dẫn".
    """

    acting: tuple[int, ...]
    own: tuple[int, ...]
    commencing: tuple[int, ...]
    detailing: tuple[int, ...]


def of(folded: str) -> Signs:
    """The signs of a text."""
    places: dict[str, list[int]] = {"acting": [], "own": [], "commencing": [], "detailing": []}
    for word, start, _ in anchors.spans(folded, _LITERALS):
        kind, before = _MEANING[word]
        places[kind].append(start + before)
    return Signs(**{kind: tuple(sorted(set(found))) for kind, found in places.items()})
