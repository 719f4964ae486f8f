"""Quoted new wording against the instruction that announces it: "Sửa đổi khoản 2 Điều 5 như sau:" must quote a khoản 2.

Needs no mark-up: the instruction names the unit that follows it. Over the amending acts among the portal pages.
"""

import re
from collections.abc import Iterable

from benchmarks.figure import Figure
from benchmarks.structure_truth import UNKNOWN_WORK, cases
from vanban import structure
from vanban.model import Level, Provision
from vanban.rules import load

_NAMED = re.compile(
    r"(?:sửa đổi, bổ sung|bổ sung|sửa đổi|thay thế)\s+(?:các\s+)?(điều|khoản|điểm|chương|mục|tiểu mục)\s+"
    r"(\d+[a-zđ]?\d?|[a-zđ]\d?|[IVX]+[a-z]?)\b[^:\n]*như sau\s*:?$",
    re.IGNORECASE,
)
_LEVELS: dict[str, Level] = {
    "điều": "article", "khoản": "clause", "điểm": "point", "chương": "chapter", "mục": "section",
    "tiểu mục": "subsection",
}  # fmt: skip


def instructions() -> Iterable[tuple[str, Provision, str, bool]]:
    """For each instruction that names a unit and quotes wording: page, unit, its words, whether they agree.

    Instructions divided into further instructions quote nothing themselves and are left out.
    """
    for case in cases():
        content = case.text.content
        provisions, _ = structure.parse(case.text, UNKNOWN_WORK, load())
        children: dict[str | None, list[Provision]] = {}
        for unit in provisions:
            children.setdefault(unit.parent, []).append(unit)
        for unit in provisions:
            below = children.get(unit.eid, [])
            lead = content[unit.start : below[0].start if below else unit.end].strip().rsplit("\n", 1)[-1]
            named = _NAMED.search(lead)
            if unit.quoted or named is None or (below and not below[0].quoted):
                continue
            level, number = _LEVELS[named[1].lower()], named[2].lower()
            agrees = any(child.quoted and child.level == level and child.num.lower() == number for child in below)
            yield case.name, unit, lead, agrees


def figures() -> Iterable[Figure]:
    """The share of instructions whose quoted wording holds the unit that they name."""
    results = [agrees for *_, agrees in instructions()]
    yield Figure("structure: instructions that quote the unit they name", sum(results) / len(results), len(results))


if __name__ == "__main__":
    for name, unit, lead, agrees in instructions():
        if not agrees:
            print(name, unit.eid, lead[:160])
