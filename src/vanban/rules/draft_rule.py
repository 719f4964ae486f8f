"""The table `draft_rules`: what a draft must look like before it is signed, by family and type, with the source."""

from typing import Literal

import msgspec

from vanban.model import Severity
from vanban.rules.row import Row

DraftFamily = Literal["administrative", "normative", "party"]
DraftPart = Literal[
    "head", "bases", "article", "chapter", "body", "foot", "recipients", "phrase", "whole", "layout", "citation"
]
WeighedBy = Literal[
    "type-line", "basis-ends", "signers", "deputy", "first-recipient", "bare-basis", "bare-citation", "commencement",
    "paper", "margins", "fonts", "body-size",
]  # fmt: skip


class DraftRule(Row, frozen=True, kw_only=True):
    """One requirement, and the sentence for a draft that does not keep it (`{blanks}` as in `findings`).

    A line of `part` whose folded words `finds` matches from its start must match `form` in full, as printed; without a
    `form` the very line (or, for `phrase`, the words found) is the fault. `required`: such a line must be there.
    `printed` restricts what is found by a pattern on the words as printed. `types`: only for these document types.
    Rules without `finds` name the check in code that weighs them (`weighed_by`), by what the row gives: `accepts`, a
    pattern that folded words must match from their start; `ranges`, for each measure by name the least and the
    greatest (millimetres of paper and margins, points of letters). `examples` are words that keep the rule, `not` words
    that do not.
    """

    families: tuple[DraftFamily, ...]
    part: DraftPart
    severity: Severity
    vi: str
    en: str
    advice_vi: str = ""
    advice_en: str = ""
    finds: str | None = None
    printed: str | None = None
    form: str | None = None
    required: bool = False
    types: tuple[str, ...] = ()
    weighed_by: WeighedBy | None = None
    accepts: str | None = None
    ranges: dict[str, tuple[float, float]] = msgspec.field(default_factory=dict)
