"""The one act that a whole document amends, lent to those of its instructions that name none.

"Điều 2. Bỏ cụm từ “…” tại khoản 1 Điều 6", after a first article that amends a law by its name: nothing above the line
names the law, but every other clause of the document that writes words anew writes them into it.
"""

from collections.abc import Iterable

import msgspec

from vanban.effects import targets
from vanban.effects.instruction import Page
from vanban.effects.wording import Clause
from vanban.model import Effect, Target
from vanban.model.effect import Verb

# Instructions that write words anew. One that only repeals says little: closing articles repeal parts of many acts.
_WRITING: frozenset[Verb] = frozenset({"substitute", "insert", "replace-words", "add-words", "remove-words"})
_ENOUGH = 3  # clauses; one or two may amend in passing what the document is not about


def lender(effects: Iterable[Effect]) -> Target | None:
    """The act that all clauses of a document that write words anew, and name an act, amend; None where they are few."""
    writing = [
        effect
        for effect in effects
        if effect.verb in _WRITING and effect.grade == "explicit" and _names_an_act(effect.target)
    ]
    acts = {(effect.target.symbol, effect.target.title if not effect.target.symbol else "") for effect in writing}
    if len(acts) != 1 or len({effect.within for effect in writing}) < _ENOUGH:
        return None
    return writing[0].target


def lent(page: Page, clause: Clause, effects: Iterable[Effect], act: Target) -> tuple[Effect, ...]:
    """The effects of a clause, those that name no act given that one: derived, for no words of their own say it.

    Not where a line above speaks of another act, and not where the article stays unknown, that nobody names.
    """
    if _speaks_of_another(page, clause, act):
        return tuple(effects)
    return tuple(_completed(effect, act) for effect in effects)


def _speaks_of_another(page: Page, clause: Clause, act: Target) -> bool:
    lines = [clause]
    while lines[-1].above >= 0:
        lines.append(page.wording.clauses[lines[-1].above])
    named = (other for line in lines for other in page.acts.between(line.start, line.end) if not other.own)
    return any(other.target.symbol != act.symbol or other.target.title != act.title for other in named)


def _completed(effect: Effect, act: Target) -> Effect:
    if effect.target.relative is not None or _names_an_act(effect.target):
        return effect
    target = msgspec.structs.replace(act, provision=effect.target.provision, eid=None)
    if not target.provision or targets.is_adrift(target):
        return effect
    return msgspec.structs.replace(effect, target=target, grade="candidate" if effect.condition else "derived")


def _names_an_act(target: Target) -> bool:
    return bool(target.symbol or target.title)
