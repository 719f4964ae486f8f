"""Which acts a consolidated text (văn bản hợp nhất) puts together: the lines of its head that begin with them.

Pháp lệnh 01/2012/UBTVQH13, Điều 12: below the title stand the consolidated documents, each with number, date and body.
"""

import re

from vanban.effects.acts import Act, Acts
from vanban.effects.wording import Wording
from vanban.model import Effect

_AMENDED_BY = re.compile(r"duoc sua doi, bo sung(?: mot so dieu)? (?:boi|theo)\b[^\n]*:\s*$", re.MULTILINE)
_BASES = re.compile(r"^\s*[-+]?\s*can cu\b", re.MULTILINE)


def _is_base(wording: Wording, act: Act) -> bool:
    """Whether the line goes on to say which acts amended this one: so it may stand in the line of the title."""
    end = wording.folded.find("\n", act.end)
    return _AMENDED_BY.search(wording.folded, act.end, len(wording.folded) if end < 0 else end) is not None


def find(wording: Wording, acts: Acts) -> tuple[Effect, ...]:
    """One effect for each act named at the beginning of a line between the title and the legal bases, in order."""
    if not wording.clauses:
        return ()
    first = next((clause.start for clause in wording.clauses if clause.level in ("article", "chapter", "part")), None)
    bases = _BASES.search(wording.folded)
    end = min(place for place in (first, bases.start() if bases else None, len(wording.content)) if place is not None)
    found: dict[str, Effect] = {}
    for act in acts.between(0, end):
        before = wording.content[: act.start].rpartition("\n")[2]
        listed = not before.strip(" \t-1234567890.")
        # Its own number in a running head is no act that it puts together.
        itself = "VBHN" in act.target.symbol
        if act.target.symbol and not act.own and not itself and (listed or _is_base(wording, act)):
            effect = Effect(
                "consolidate", wording.clauses[0].eid, act.start, act.end, act.target, rules=("consolidates",)
            )
            found.setdefault(act.target.symbol, effect)
    return tuple(found.values())
