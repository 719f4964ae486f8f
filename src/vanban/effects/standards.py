"""Amendments of technical standards: their title is their number and the symbol of the standard that they amend.

"SỬA ĐỔI 1:2025 QCVN 07-1:2023/BXD" stands for every instruction below it, and the divisions of such a paper are those
of the standard: under "II. Quy định kỹ thuật" the line "Sửa đổi điểm 5.8 như sau:" means a point of its section II.
"""

import re

import msgspec

from vanban.effects import phrases
from vanban.effects.acts import Act
from vanban.effects.context import Context, joined
from vanban.effects.instruction import Page
from vanban.effects.wording import Clause
from vanban.model import Level, Target, Unit

_DIVISIONS: frozenset[Level] = frozenset({"part", "chapter", "section", "subsection"})
_LONGEST_LINK = 240


def amended(page: Page, at: int, end: int) -> Act | None:
    """The standard amended by what has its title at `at`; None where no such title stands there.

    It is told as the act that issued it where the document says which one did, as provisions of other attached
    documents are; by its own symbol otherwise.
    """
    wording = page.wording
    title = phrases.wording_at(page.rules, "amended-standard", wording.folded, at, end)
    if title is None:
        return None
    start, stop = title.span("symbol")
    symbol = " ".join(wording.content[start:stop].split())
    issued = re.compile(
        rf"(?<!\d ){re.escape(wording.folded[start:stop])}(?![\w:/-])[^.;\n~]{{0,{_LONGEST_LINK}}}?"
        r"\b(?:ban hanh )?kem theo "
    )
    by = (page.acts.at(link.end()) for link in issued.finditer(wording.folded))
    act = next((act for act in by if act is not None and not act.own), None)
    return Act(start, stop, act.target if act is not None else Target(symbol=symbol))


def within(page: Page, clause: Clause, outer: Context) -> Context:
    """The context in a clause that is the title of an attached amendment, or a division of one; `outer` elsewhere."""
    if clause.level == "appendix" and (standard := amended(page, clause.start, clause.end)) is not None:
        return Context(standard, divided_alike=True)
    if outer.divided_alike and clause.num and clause.level in _DIVISIONS:
        return msgspec.structs.replace(outer, path=joined(outer.path, (Unit(clause.level, clause.num),)))
    return outer
