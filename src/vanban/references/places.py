"""Where the words stand that every reference is found around: all of them in one pass over the text."""

from collections.abc import Callable
from functools import cache
from operator import itemgetter

import msgspec

from vanban.orthography import anchors
from vanban.rules import Rules

_DIGITS = tuple("0123456789")
# A letter that numbers a section, with what closes it ("mục a, b"): words that begin with one are many ("mục đích").
_LETTERS = tuple(letter + sign for letter in "abcdefgh" for sign in " .,;\n")
# How the number of a unit may begin after its word: most "điều", "khoản", "phần" have none ("điều kiện", "khoản tiền").
_NUMBERED = {
    "dieu ": (*_DIGITS, "nay"),
    "diem ": (*_DIGITS, *"abcdefghijklmnopqrstuvwxyz", *"\"'("),
    "khoan ": (*_DIGITS, "nay", "tu "),
    "tiet ": ("nay",),
    "muc ": (*_DIGITS, *_LETTERS, *"ivxl", "so "),
    "mau ": (*_DIGITS, *"abcdefghijklmnopqrstuvwxyz"),
    "chuong ": (*_DIGITS, *"ivxl", "nay"),
    "phan ": (*_DIGITS, *_LETTERS, *"ivx", "thu ", "nay"),
}
# What each kind of place is known by, on folded text: the fields of `Places`, in their order.
_WORDS = {
    "units": (*dict.fromkeys(word + begins for word, begun in _NUMBERED.items() for begins in begun), "phu luc "),
    "units_below": ("\ndieu ", "\ndiem ", "\nkhoan "),
    "units_cut": ("dieu\n", "diem\n", "khoan\n", "dieu \n", "diem \n", "khoan \n"),
    "laws": ("luat ",),
    "ordinances": ("phap lenh ",),
    "constitutions": ("hien phap",),
    "resolutions": ("nghi quyet ",),
    "conclusions": ("ket luan ",),
    "charters": ("dieu le dang",),
    "selves": (" nay",),
    "declarations": (
        "goi la", "goi chung la", "goi tat la", "goi ngan gon la", "viet la", "viet tat la", "viet ngan gon la",
    ),
    "endings": ("het hieu luc",),
}  # fmt: skip


class Places(msgspec.Struct, gc=False):
    """The offsets where the words of each kind begin, in order; of the verbs of change where they end.

    `units_below` are line feeds above a word of units, `units_cut` such words at the end of a line.
    """

    units: list[int]
    units_below: list[int]
    units_cut: list[int]
    laws: list[int]
    ordinances: list[int]
    constitutions: list[int]
    resolutions: list[int]
    conclusions: list[int]
    charters: list[int]
    selves: list[int]
    declarations: list[int]
    endings: list[int]
    verb_ends: list[int]


_Append = Callable[[int], None]


class _Sought(msgspec.Struct, frozen=True):
    """Every word that is sought, the verbs of the table `citation_phrases` last; of these how long they may be.

    `deal` takes one thing for each field of `Places` but the last, and one for each length of verbs; it gives the one
    of each word.
    """

    words: tuple[str, ...]
    lengths: tuple[int, ...]
    deal: Callable[[list[_Append]], tuple[_Append, ...]]


@cache
def _sought(rules: Rules) -> _Sought:
    words: list[str] = []
    dealt: list[int] = []
    for field, of_field in enumerate(_WORDS.values()):
        words += of_field
        dealt += [field] * len(of_field)
    verbs = dict.fromkeys(verb for row in rules.citation_phrases for verb in row.verbs)
    lengths = tuple(sorted(set(map(len, verbs))))
    dealt += [len(_WORDS) + lengths.index(len(verb)) for verb in verbs]
    return _Sought((*words, *verbs), lengths, itemgetter(*dealt))


def places_in(folded: str, rules: Rules) -> Places:
    """Every place that a reference may stand at, and the verbs that tell its role."""
    sought = _sought(rules)
    starts: list[list[int]] = [[] for _ in (*_WORDS, *sought.lengths)]
    into = sought.deal([of_one.append for of_one in starts])
    for word, start, _ in anchors.spans(folded, sought.words):
        into[word](start)
    verbs = zip(sought.lengths, starts[len(_WORDS) :], strict=True)
    fields = [*starts[: len(_WORDS)], [start + length for length, of_length in verbs for start in of_length]]
    for field in fields:
        field.sort()
    return Places(*fields)
