"""The table `effect_consequences`: what each verb of an effect does, over time, to the unit that it acts on."""

from typing import Literal

from vanban.model import Verb
from vanban.rules.row import Row

ConsequenceKind = Literal[
    "start", "end", "wording", "insert", "suspend", "keep", "extend", "move", "notice", "none"
]  # fmt: skip


class EffectConsequence(Row, frozen=True, kw_only=True):
    """One verb. `kind` is its consequence; `ends_part` whether words cease to hold, so that the work has ended in part.

    `case` names the legal case of an end (see the table `end_reasons`). `vi` and `en` say what happened to the unit
    in the passive, as a sentence goes on: "được thay thế", "replaced"; `vi_name` and `en_name` where only the name of a
    unit is acted upon ("" as in general).
    """

    verb: Verb
    kind: ConsequenceKind
    ends_part: bool = False
    case: str = ""
    vi: str
    en: str
    vi_name: str = ""
    en_name: str = ""
