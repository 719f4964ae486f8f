"""Which acts a consolidated text (văn bản hợp nhất) puts together: the lines of its head that begin with them.

Pháp lệnh 01/2012/UBTVQH13, Điều 12: below the title stand the consolidated documents, each with number, date and body.
"""

import re

from vanban.effects.acts import Acts
from vanban.effects.wording import Wording
from vanban.model import Effect

_BASES = re.compile(r"^\s*[-+]?\s*can cu\b", re.MULTILINE)


def find(wording: Wording, acts: Acts) -> tuple[Effect, ...]:
    """One effect for each act named at the beginning of a line between the title and the legal bases, in order."""
    if not wording.clauses:
        return ()
    first = next((clause.start for clause in wording.clauses if clause.level in ("article", "chapter", "part")), None)
    bases = _BASES.search(wording.folded)
    end = min(place for place in (first, bases.start() if bases else None, len(wording.content)) if place is not None)
    found: dict[str, Effect] = {}
    for act in acts.between(0, end):
        begins_line = not wording.content[: act.start].rpartition("\n")[2].strip(" \t-1234567890.")
        if act.target.symbol and not act.own and begins_line:
            effect = Effect(
                "consolidate", wording.clauses[0].eid, act.start, act.end, act.target, rules=("consolidates",)
            )
            found.setdefault(act.target.symbol, effect)
    return tuple(found.values())
