"""Acts that a unit introduces its parts with: "… của Luật Đường sắt số 95/2025/QH15, gồm: 1. Khoản 2 Điều 16 …"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set
from functools import cache
from itertools import repeat
from operator import attrgetter

import msgspec

from vanban.model import Level, Provision
from vanban.references.inside import Inside
from vanban.references.mention import Mention
from vanban.rules import Rules

_FIRST_WORDS = 8
_ATTACHED_TO = ("kem theo ", "kem ")
_ANNEXES: frozenset[Level] = frozenset({"appendix", "form"})
_START = attrgetter("start")


class Lead(msgspec.Struct, frozen=True):
    """The act that the words before a list name; `of_all`: every bare article in the list is that act's.

    `annexes`: what the list names is attached to the document itself ("Ban hành kèm theo Thông tư này … gồm:").
    """

    act: Mention
    of_all: bool
    annexes: bool = False


@cache
def _of_all(rules: Rules) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row.pattern})" for row in rules.list_leads), re.ASCII)


def leads_of(
    content: str, folded: str, provisions: tuple[Provision, ...], mentions: list[Mention], rules: Rules
) -> dict[str, Lead]:
    """The eid of each unit whose words before its parts end in a colon and name an act -> that act."""
    leads: dict[str, Lead] = {}
    acts = [mention for mention in mentions if mention.relative is None]
    acts.reverse()
    begun = map(bisect_right, repeat(list(map(_START, provisions))), map(_START, acts))
    # how many units have begun before an act -> the first such act: it stands in the last one's own words
    for count, act in dict(zip(begun, acts, strict=True)).items():
        if not 0 < count < len(provisions):
            continue
        unit, following = provisions[count - 1], provisions[count]
        if following.parent == unit.eid and content[following.start - 3 : following.start].rstrip()[-1:] == ":":
            said = _of_all(rules).search(folded, unit.start, act.start) is not None
            leads[unit.eid] = Lead(act, said, _names_annexes(unit.start, following.start, folded, mentions))
    return leads


def _names_annexes(start: int, end: int, folded: str, mentions: list[Mention]) -> bool:
    """Whether the words say that something is attached to the document itself."""
    first, last = bisect_left(mentions, start, key=_START), bisect_left(mentions, end, key=_START)
    return any(
        mention.relative == "this-work" and folded.endswith(_ATTACHED_TO, 0, mention.start)
        for mention in mentions[first:last]
    )


def introduced(start: int, within: str, inside: Inside, leads: dict[str, Lead], levels: Set[Level]) -> Mention | None:
    """The act of a run of `levels` without one, at `start` in the unit `within`: that of the list; None for none.

    A run that opens its list item is of the act that the lead names; an article further on only where the lead says
    that the whole list is about that act ("Quy định chi tiết một số điều của Luật … về:").
    """
    unit = inside.unit(within)
    if unit is None or not leads:
        return None
    opens = start - unit.start <= _FIRST_WORDS
    for holder in inside.above(within)[1:]:
        lead = leads.get(holder.eid)
        if lead is not None:
            if lead.annexes and levels & _ANNEXES:
                return None
            return lead.act if opens or (lead.of_all and "article" in levels) else None
    return None
