"""A document that names itself: "Nghị định này", "Bộ luật này", "Quy chế này"."""

import re
from collections.abc import Iterable
from functools import cache

from vanban.references.mention import Mention
from vanban.references.type_words import last_words, type_before, types_before
from vanban.rules import Rules

_NAY = " nay"
_LETTER = re.compile(r"[a-z0-9]", re.ASCII)

_BLANKS = frozenset(" :.\n\t")
_UNITS = ("dieu", "khoan", "diem", "muc", "chuong", "phu luc", "phan")


@cache
def _last_letters(rules: Rules) -> frozenset[str]:
    """The last two letters before "này": of the name of a type, or of "số"."""
    return frozenset({"so", *(name[-2:] for name in last_words(rules))})


def self_mentions(content: str, folded: str, places: Iterable[int], own_type: str, rules: Rules) -> list[Mention]:
    """Every "<type> này", in order: a capital type word, or the document's own type in small letters.

    `places` are those of " này", ascending.
    """
    found: list[Mention] = []
    ends, types = _last_letters(rules), types_before(rules)
    for at in places:
        end = at + len(_NAY)
        # most are "ngày này", "quy định này": two letters tell
        near = folded[at - 2 : at]
        if (near in ends or near[1:] in _BLANKS) and not _LETTER.match(folded, end):
            kind = None if folded.endswith(_UNITS, 0, at) else type_before(folded, at, types)
            if kind is not None and (content[kind[1]].isupper() or kind[0] == own_type):
                printed = content[at + 1 : end]
                if printed.lower() == "này" or printed.isascii():
                    found.append(Mention(kind[1], end, kind[0], relative="this-work"))
    return found
