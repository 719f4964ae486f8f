"""A document that names itself: "Nghị định này", "Bộ luật này", "Quy chế này"."""

from collections.abc import Iterable

from vanban.references.mention import Mention
from vanban.references.type_words import type_before, types_before
from vanban.rules import Rules

_NAY = " nay"
_UNITS = ("dieu", "khoan", "diem", "muc", "chuong", "phu luc", "phan")


def self_mentions(content: str, folded: str, places: Iterable[int], own_type: str, rules: Rules) -> list[Mention]:
    """Every "<type> này", in order: a capital type word, or the document's own type in small letters.

    `places` are those of " này", ascending.
    """
    found: list[Mention] = []
    types = types_before(rules)
    for at in places:
        said = None if folded.endswith(_UNITS, 0, at) else type_before(folded, at, types)
        if said is None:
            continue
        kind, start = said
        if content[start].isupper() or kind == own_type:
            end = at + len(_NAY)
            printed = content[at + 1 : end]
            if (printed == "này" or printed.isascii() or printed.lower() == "này") and not folded[
                end : end + 1
            ].isalnum():
                found.append(Mention(start, end, kind, relative="this-work"))
    return found
