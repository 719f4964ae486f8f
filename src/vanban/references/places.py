"""Where the words stand that every reference is found around: all of them in one pass over the text."""

from functools import cache
from itertools import chain

import msgspec

from vanban.orthography import anchors
from vanban.rules import Rules

_DIGITS = tuple("0123456789")
# How the number of a unit may begin after its word: most "điều", "khoản", "phần" have none ("điều kiện", "khoản tiền").
_NUMBERED = {
    "dieu ": (*_DIGITS, "nay"),
    "diem ": (*_DIGITS, *"abcdefghijklmnopqrstuvwxyz", *"\"'("),
    "khoan ": (*_DIGITS, "nay", "tu "),
    "tiet ": ("nay",),
    "muc ": (*_DIGITS, *"abcdefgh", *"ivxl", "so "),
    "mau ": (*_DIGITS, *"abcdefghijklmnopqrstuvwxyz"),
    "chuong ": (*_DIGITS, *"ivxl", "nay"),
    "phan ": (*_DIGITS, *"abcdefgh", *"ivx", "thu ", "nay"),
}
# What each kind of place is known by, on folded text: the fields of `Places`.
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


@cache
def _sought(rules: Rules) -> tuple[tuple[str, ...], dict[str, range]]:
    """Every word, and of each field which of them are its: the verbs of the table `citation_phrases` come last."""
    verbs = dict.fromkeys(verb for row in rules.citation_phrases for verb in row.verbs)
    words: list[str] = []
    fields: dict[str, range] = {}
    for field, of_field in {**_WORDS, "verb_ends": tuple(verbs)}.items():
        fields[field] = range(len(words), len(words) + len(of_field))
        words += of_field
    return tuple(words), fields


def places_in(folded: str, rules: Rules) -> Places:
    """Every place that a reference may stand at, and the verbs that tell its role."""
    words, fields = _sought(rules)
    starts: list[list[int]] = [[] for _ in words]
    into = [places.append for places in starts]
    for number, start, _ in anchors.spans(folded, words):
        into[number](start)
    for number in fields["verb_ends"]:
        starts[number] = [start + len(words[number]) for start in starts[number]]
    return Places(**{field: sorted(chain.from_iterable(starts[of.start : of.stop])) for field, of in fields.items()})
