"""The symbol that a text without a head prints of itself: "(Kèm theo Thông tư số … ngày …)" on its own appendices."""

import re
from collections import Counter

import msgspec

from vanban.identification.dates import PrintedDate, find_date
from vanban.model import Span
from vanban.orthography import fold

_NEEDLE = "èm theo"
_WINDOW = 260
_OWN = re.compile(
    r"kem theo\s+(?P<type>[a-z ]{4,24}?)\s+so\s*:?\s*(?P<symbol>\d[\d.]*[a-z]?\s*/[a-z0-9/\- ]*?[a-z]+\d*)"
    r"(?=\s+(?:ngay|cua)\b|\s*\))"
)
_WHO = re.compile(r"\s*,?\s*cua\s+(?P<who>[^()]{4,120}?)\s*\)")
_MOST = 60


class OwnMention(msgspec.Struct, frozen=True):
    """What the appendices say of the document that they belong to."""

    type_name: str
    symbol: Span
    date: PrintedDate | None
    who: str


def own_mention(content: str, after: int) -> OwnMention | None:
    """The act to which the lines in brackets at the head of the appendices tie them; None unless all say the same."""
    found: list[OwnMention] = []
    at = after
    for _ in range(_MOST):
        at = content.find(_NEEDLE, at)
        if at < 0:
            break
        line_start = content.rfind("\n", 0, at) + 1
        opening = content[line_start:at].strip()
        if opening.startswith("(") and len(opening) < 24:
            at -= 1
            folded = fold(content[at : at + _WINDOW])
            if match := _OWN.match(folded):
                date = find_date(folded, match.end(), min(len(folded), match.end() + 60))
                span = Span(at + match.start("symbol"), at + match.end("symbol"))
                who = _WHO.match(folded, date.end if date else match.end())
                name = content[at + who.start("who") : at + who.end("who")] if who else ""
                if date:
                    date = msgspec.structs.replace(date, start=at + date.start, end=at + date.end)
                found.append(OwnMention(match["type"].strip(), span, date, name))
        at += len(_NEEDLE) + 1
    if not found:
        return None
    symbols = Counter("".join(content[item.symbol.start : item.symbol.end].split()).upper() for item in found)
    if len(symbols) != 1:
        return None
    return found[0]
