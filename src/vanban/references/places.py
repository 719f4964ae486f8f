"""Where the words stand that every reference is found around: all of them in one pass over the text."""

from functools import cache

import msgspec

from vanban.orthography import anchors
from vanban.rules import Rules

# What each kind of place is known by, on folded text: the fields of `Places`.
_WORDS = {
    "units": ("dieu ", "diem ", "khoan ", "muc ", "mau ", "chuong ", "phan ", "phu luc "),
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
    """The offsets where the words of each kind begin, in order; of the verbs of change also where they end.

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
    verbs: list[tuple[int, int]]


@cache
def _sought(rules: Rules) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words, and the field of each; the verbs of the table `citation_phrases`, without a field, come last."""
    words = [(word, field) for field, words in _WORDS.items() for word in words]
    verbs = dict.fromkeys(verb for row in rules.citation_phrases for verb in row.verbs)
    return (*(word for word, _ in words), *verbs), tuple(field for _, field in words)


def places_in(folded: str, rules: Rules) -> Places:
    """Every place that a reference may stand at, and the verbs that tell its role."""
    words, fields = _sought(rules)
    found: dict[str, list[int]] = {field: [] for field in _WORDS}
    into = [found[field].append for field in fields]
    verbs: list[tuple[int, int]] = []
    for number, start, end in anchors.spans(folded, words):
        if number < len(into):
            into[number](start)
        else:
            verbs.append((start, end))
    for places in found.values():
        places.sort()
    verbs.sort()
    return Places(**found, verbs=verbs)
