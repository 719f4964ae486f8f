"""What changed between two expressions of a work, provision by provision, words marked."""

import re
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from vanban.model import ExpressedProvision, Expression, Parsed, Provision

_WORD = re.compile(r"[^\s]+|\n")
_Kind = Literal["same", "added", "removed"]


class Stretch(msgspec.Struct, frozen=True):
    """Words that both texts have, that only the later one has, or that only the earlier one had."""

    kind: _Kind
    words: str


class Difference(msgspec.Struct, frozen=True):
    """One provision whose own words differ: `kind` says whether the unit came, went or was reworded."""

    eid: str
    kind: Literal["inserted", "removed", "reworded"]
    stretches: tuple[Stretch, ...]


def differences(before: Expression, after: Expression) -> tuple[Difference, ...]:
    """The provisions whose own words (not those of their sub-units) differ, in the order of the later text.

    Units that went follow those that stayed. White space does not count.
    """
    old, new = own_words(before), own_words(after)
    found = [
        Difference(eid, "reworded" if eid in old else "inserted", marked(old.get(eid, ""), words))
        for eid, words in new.items()
        if old.get(eid, "").split() != words.split()
    ]
    gone = [Difference(eid, "removed", marked(words, "")) for eid, words in old.items() if eid not in new]
    return (*found, *gone)


def own_words(expression: Expression | Parsed) -> dict[str, str]:
    """The words of each unit without those of its sub-units, by eid, in the order of the text."""
    text = expression.text if isinstance(expression, Expression) else expression.text.content
    pieces: dict[str, list[str]] = {}
    open_units: list[ExpressedProvision | Provision] = []
    at = 0

    def write(until: int) -> None:
        nonlocal at
        if open_units and at < until:
            pieces[open_units[-1].eid].append(text[at:until])
        at = max(at, until)

    for unit in expression.provisions:
        while open_units and open_units[-1].end <= unit.start:
            write(open_units[-1].end)
            open_units.pop()
        write(unit.start)
        open_units.append(unit)
        pieces[unit.eid] = []
    while open_units:
        write(open_units[-1].end)
        open_units.pop()
    return {eid: "".join(words).strip() for eid, words in pieces.items()}


def marked(before: str, after: str, *, lines: bool = False) -> tuple[Stretch, ...]:
    """The words of both texts in one line (with `lines` each line end kept), each stretch with where it stands."""
    old, new = (_WORD.findall(text) if lines else text.split() for text in (before.strip(), after.strip()))
    found: list[Stretch] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Stretch("same", " ".join(old[a:b])))
            continue
        if a < b:
            found.append(Stretch("removed", " ".join(old[a:b])))
        if c < d:
            found.append(Stretch("added", " ".join(new[c:d])))
    return tuple(found)
