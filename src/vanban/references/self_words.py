"""A document that names itself: "Nghị định này", "Bộ luật này", "Quy chế này"."""

import re

from vanban.references.mention import Mention
from vanban.references.type_words import last_words, type_before
from vanban.rules import Rules

_NAY = re.compile(r" nay(?![a-z0-9])", re.ASCII)

_BLANKS = frozenset(" :.\n\t")
_UNITS = ("dieu", "khoan", "diem", "muc", "chuong", "phu luc", "phan")


def self_mentions(content: str, folded: str, own_type: str, rules: Rules) -> list[Mention]:
    """Every "<type> này", in order: a capital type word, or the document's own type in small letters."""
    found: list[Mention] = []
    ends = {"so", *(name[-2:] for name in last_words(rules))}
    for match in _NAY.finditer(folded):
        at = match.start()
        # most are "ngày này", "quy định này": two letters tell
        if (folded[at - 2 : at] not in ends and folded[at - 1 : at] not in _BLANKS) or folded.endswith(_UNITS, 0, at):
            continue
        kind = type_before(folded, at, rules)
        if kind is None or not (content[kind[1]].isupper() or kind[0] == own_type):
            continue
        if content[at + 1 : at + 4].lower() == "này" or content[at + 1 : at + 4].isascii():
            found.append(Mention(kind[1], match.end(), kind[0], relative="this-work"))
    return found
