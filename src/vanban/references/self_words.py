"""A document that names itself: "Nghị định này", "Bộ luật này", "Quy chế này"."""

import re

from vanban.references.mention import Mention
from vanban.references.type_words import type_names
from vanban.rules import Rules

_NAY = re.compile(r" nay(?![a-z0-9])")
_CHARACTERS = 32
_OTHERS = {"phap lenh", "dieu le"}


def self_mentions(content: str, folded: str, own_type: str, rules: Rules) -> list[Mention]:
    """Every "<type> này", in order: a capital type word, or the document's own type in small letters."""
    names = type_names(rules)
    found: list[Mention] = []
    for match in _NAY.finditer(folded):
        at = match.start()
        best = 0
        kind = ""
        place = at
        low = max(0, at - _CHARACTERS)
        for _ in range(4):
            place = folded.rfind(" ", low, place)
            begin = (
                max(place, folded.rfind("\n", place + 1, at)) + 1
                if place >= 0
                else max(low, folded.rfind("\n", low, at) + 1)
            )
            words = folded[begin:at].lstrip("(\"'-")
            start = at - len(words)
            if words in names and (content[start].isupper() or names[words] == own_type):
                best, kind = start, names[words]
            if place < 0:
                break
        if (kind and content[match.start() + 1 : match.end()].lower() == "này") or (
            kind and folded[at + 1 : at + 4] == "nay" and content[at + 1] == "N"
        ):
            found.append(Mention(best, match.end(), kind, relative="this-work"))
    return found
