"""New wording that stands below its instruction without quotation marks: words to the end of the clause, or table rows.

Only what the layout settles: the clause ends with it and holds no further instruction. Numbered units without marks are
found by `structure`, which quotes them.
"""

import re

from vanban.effects import sentences
from vanban.effects.clauses import Read, surely_instructs
from vanban.effects.instruction import Instruction, Page
from vanban.effects.wording import Clause
from vanban.model import Level, Unit
from vanban.rules.effect_phrases import AmendingPhrase

# What a table of an annex is divided into: its rows begin with the number, in a cell of its own.
_IN_TABLES: frozenset[Level] = frozenset({"row", "section", "subsection", "point", "subpoint"})
# The line under the head of a table in Markdown.
_RULED = re.compile(r"^\|(?: *:?-{3,}:? *\|)+[ \t]*\n?", re.MULTILINE)


def find(page: Page, read: Read, given: Instruction, path: tuple[Unit, ...]) -> str | None:
    """The words that follow "như sau:" for one thing named; None where the layout does not settle which they are.

    Several instructions over one table ("Sửa đổi mục 3 và bổ sung mục 3a vào sau mục 3 như sau:") take the rows of
    their numbers.
    """
    clause, wording = read.clause, page.wording
    together = _over_one(page, read)
    payload = read.instructions[-1].payload
    if payload is None or not path or given not in together or _acts_below(page, clause):
        return None
    own = wording.content[payload : clause.end]
    begin = payload + len(own) - len(own.lstrip())
    opens = wording.folded[begin : min(begin + 1, clause.end)]
    if not opens or opens in "\"~'" or surely_instructs(page, begin, clause.end):
        return None
    rest = wording.content[begin : wording.finish(clause)].rstrip()
    nums = tuple(item.path[-1].num for other in together for item in other.items if item.path)
    if path[-1].level in _IN_TABLES and (row := _row(rest, path[-1].num, nums)) is not None:
        return row
    alone = given is read.instructions[-1] and len(given.items) == 1
    return rest if alone and path[-1].level not in _IN_TABLES - {"point"} else None


def _over_one(page: Page, read: Read) -> tuple[Instruction, ...]:
    """The last instruction of a clause, and those before it on its line that change or add units too."""
    last = read.instructions[-1]
    line = page.wording.content.rfind("\n", 0, last.start) + 1
    return tuple(
        given
        for given in read.instructions
        if given is last or (given.start >= line and given.payload is None and _takes_wording(given))
    )


def _takes_wording(given: Instruction) -> bool:
    return isinstance(given.row, AmendingPhrase) and given.row.unit in ("substitute", "insert") and not given.umbrella


def _acts_below(page: Page, clause: Clause) -> bool:
    """Whether a unit of the clause is an instruction, or quotes one, and no part of the new wording."""
    place = page.wording.at(clause.start)
    if place is None:
        return True
    for unit in page.wording.clauses[place + 1 : clause.last + 1]:
        first = next(iter(sentences.of(page.wording, unit)), None)
        if unit.quoted or (first is not None and surely_instructs(page, first.start, first.end)):
            return True
    return False


def _row(rest: str, num: str, named: tuple[str, ...]) -> str | None:
    """The lines of a table from the one that is the number, or has it in its first cell, to the next number named."""
    starts = {}
    for other in named:
        line = re.search(rf"^(?:\|\s*)?{re.escape(other)}\.?[ \t]*(?:\||$)", rest, re.MULTILINE)
        if line is not None:
            starts[other] = line.start()
    if num not in starts:
        return None
    following = [start for start in starts.values() if start > starts[num]]
    return _RULED.sub("", rest[starts[num] : min(following, default=len(rest))]).strip()
