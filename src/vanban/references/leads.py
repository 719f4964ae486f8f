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
_MOST = 30  # so many documents of a lead are looked at
_ATTACHED_TO = ("kem theo ", "kem ")
_ANNEXES: frozenset[Level] = frozenset({"appendix", "form"})


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
    of_mentions = list(map(attrgetter("start"), mentions))
    begun = map(bisect_right, repeat(list(map(attrgetter("start"), provisions))), of_mentions)
    # the unit that begins last before a mention and the next: what stands between is the unit's own
    for last in dict.fromkeys(begun):
        if not 0 < last < len(provisions):
            continue
        unit, following = provisions[last - 1], provisions[last]
        if following.parent != unit.eid or content[following.start - 3 : following.start].rstrip()[-1:] != ":":
            continue
        first, end = bisect_left(of_mentions, unit.start), bisect_left(of_mentions, following.start)
        inside = mentions[first : min(end, first + _MOST)]
        act = next((mention for mention in inside if mention.relative is None), None)
        if act is not None:
            said = _of_all(rules).search(folded, unit.start, act.start) is not None
            annexes = any(
                mention.relative == "this-work" and folded.endswith(_ATTACHED_TO, 0, mention.start)
                for mention in inside
            )
            leads[unit.eid] = Lead(act, said, annexes)
    return leads


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
