"""Which acts a consolidated text (văn bản hợp nhất) puts together: the lines of its head that begin with them.

Pháp lệnh 01/2012/UBTVQH13, Điều 12: below the title stand the consolidated documents, each with number, date and body.
"""

from vanban.effects import phrases
from vanban.effects.acts import Act, Acts
from vanban.effects.wording import Wording
from vanban.model import Effect
from vanban.rules import Rules


def find(wording: Wording, acts: Acts, rules: Rules) -> tuple[Effect, ...]:
    """One effect for each act named at the beginning of a line between the title and the legal bases, in order."""
    if not wording.clauses:
        return ()
    first = next((clause.start for clause in wording.clauses if clause.level in ("article", "chapter", "part")), None)
    bases = phrases.first_wording(rules, "legal-bases", wording.folded, 0, len(wording.folded))
    ends = (first, bases[1].start() if bases else None, len(wording.content))
    found: dict[str, Effect] = {}
    for act in acts.between(0, min(place for place in ends if place is not None)):
        # Its own number in a running head is no act that it puts together.
        itself = "VBHN" in act.target.symbol
        row = _says(wording, act, rules) if act.target.symbol and not act.own and not itself else None
        if row is not None:
            effect = Effect("consolidate", wording.clauses[0].eid, act.start, act.end, act.target, rules=(row,))
            found.setdefault(act.target.symbol, effect)
    return tuple(found.values())


def _says(wording: Wording, act: Act, rules: Rules) -> str | None:
    """The row by which the line of an act says that it is put together: it begins with the act, or goes on to say which
    acts amended it (so it may be the line of the title).
    """
    begin = wording.folded.rfind("\n", 0, act.start) + 1
    end = wording.folded.find("\n", act.end)
    end = len(wording.folded) if end < 0 else end
    for row, shape in phrases.wordings(rules, "brought-together"):
        if shape.search(wording.folded, act.end, end):
            return row.id
        head = shape.match(wording.folded[begin:end])
        if head is not None and head.end() > act.start - begin:
            return row.id
    return None
