"""The leads of amending clauses: from the verb that opens a unit to its quotation or its line's end."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import repeat

from vanban.rules import Rules

# How a line begins: its number, and where an instruction may say its place first ("Tại Điều 5: bỏ cụm từ …").
_LINE_START = (
    r"[ \t]*+(?>dieu\s[0-9]+[a-z]?\s?[.:]\s*|[0-9]{1,3}[a-z]?(?:\.[0-9]+)*[.)]\s*|[a-z]\.[0-9]+[.)]\s*"
    r"|[a-z][0-9]?[.)]\s*|[-+]\s*|)(?:tai [^\n:]{2,160}:\s?)?"
)
_ENDS = re.compile(r"nhu sau\s*:|\n", re.ASCII)


@cache
def _opening(rules: Rules) -> re.Pattern[str]:
    """From the line feed above (the first line has none) to the verb; group 1 begins with the line."""
    verbs = "|".join(row.pattern for row in rules.amending_verbs)
    return re.compile(rf"(?:^|\n)({_LINE_START}(?:{verbs})(?![a-z]))", re.ASCII)


def amending_leads(folded: str, places: Iterable[int], rules: Rules) -> list[tuple[int, int]]:
    """The spans of the leads, in order, of those lines that hold one of the places (ascending); -1 is above line 1."""
    above = dict.fromkeys(map(folded.rfind, repeat("\n"), repeat(0), places))
    leads: list[tuple[int, int]] = []
    ends = 0
    for opening in filter(None, map(_opening(rules).match, repeat(folded), above)):
        begins, verb_end = opening.span(1)
        # a number on a line of its own leads to the verb below it: that lead may hold this line
        if ends <= begins:
            found = _ENDS.search(folded, verb_end)
            ends = found.start() if found is not None else len(folded)
            leads.append((begins, ends))
    return leads
