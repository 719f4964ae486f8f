"""The leads of amending clauses: from the verb that opens a unit to its quotation or its line's end."""

import re
from functools import cache

from vanban.rules import Rules

# How a line begins: its number, and where an instruction may say its place first ("Tại Điều 5: bỏ cụm từ …").
_LINE_START = (
    r"\n[ \t]*+(?>dieu\s[0-9]+[a-z]?\s?[.:]\s*|[0-9]{1,3}[a-z]?(?:\.[0-9]+)*[.)]\s*|[a-z]\.[0-9]+[.)]\s*"
    r"|[a-z][0-9]?[.)]\s*|[-+]\s*)?(?:tai [^\n:]{2,160}:\s?)?"
)
_ENDS = re.compile(r"nhu sau\s*:|\n", re.ASCII)


@cache
def _opening(rules: Rules) -> re.Pattern[str]:
    verbs = "|".join(f"(?:{row.pattern})" for row in rules.amending_verbs)
    return re.compile(rf"{_LINE_START}(?:{verbs})(?![a-z])", re.ASCII)


class AmendingLeads:
    """The leads of one document, asked for ascending places: of its many lines only those that hold one are read."""

    def __init__(self, folded: str, rules: Rules) -> None:
        # every line begins after a line feed, the first one too: places in `_lines` are one too high
        self._lines = "\n" + folded
        self._opening = _opening(rules)
        self._line_ends = 0
        self._lead = (0, 0)

    def around(self, place: int) -> int | None:
        """Where the lead that holds `place` begins; None where none does."""
        if place >= self._line_ends:
            self._read(place)
        begins, ends = self._lead
        return begins if begins <= place < ends else None

    def _read(self, place: int) -> None:
        """Go on to the line that holds `place`."""
        lines = self._lines
        feed = lines.rfind("\n", 0, place + 1)
        ends = lines.find("\n", place + 1) - 1
        self._line_ends = ends if ends >= 0 else len(lines)
        verb = self._opening.match(lines, feed)
        # a number on a line of its own leads to the verb below it: the line read last may hold the lead's beginning
        if verb is not None and self._lead[1] <= feed:
            end = _ENDS.search(lines, verb.end())
            self._lead = (feed, end.start() - 1 if end is not None else len(lines))
