"""Where in a consolidated text the mark of each change stands: after the number of a unit, or at the very words.

Pháp lệnh 01/2012/UBTVQH13, Điều 14, khoản 2; Điều 15, khoản 3; Điều 16, khoản 2: "ngay tại" the unit, đoạn or cụm từ.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from vanban.consolidation.change import Change
from vanban.consolidation.consolidating import consolidate
from vanban.consolidation.note import Cause, NoteKind
from vanban.consolidation.words import shape
from vanban.consolidation.writing import NUMBER
from vanban.model import Applied, Effect, ExpressedProvision, Expression, Parsed, Verb

_WORDS = frozenset({"replace-words", "add-words", "remove-words"})
_TOKEN = re.compile(r"\w+|\W")
_Swap = tuple[str, str, int, Verb, str | None, str | None]


def marks(base: Parsed, changes: Sequence[Change], made: Expression) -> Iterator[tuple[int, str, Cause]]:
    """The place of a mark, the unit that it stands in, and the change that it tells; in no order."""
    units = {unit.eid: unit for unit in made.provisions}
    without: dict[_Swap, Expression] = {}
    for applied in made.applied:
        written = [units[eid] for eid in applied.units if eid in units]
        if applied.effect.verb in _WORDS:
            swap = _swap(applied.work, applied.effect)
            if swap not in without:
                without[swap] = _without(base, changes, swap)
            yield from _word_marks(without[swap], made, applied, written)
            continue
        for unit in written:
            kind = _part(applied)
            cause = Cause(kind, applied.work, applied.since, unit.level, applied.effect, settled=applied.settled)
            yield _heading_end(made, unit) if kind == "heading" else _number_end(made, unit), unit.eid, cause


def _part(applied: Applied) -> NoteKind:
    path = applied.effect.target.provision
    if not path or applied.effect.verb not in ("substitute", "correct", "repeal"):
        return "unit"
    if path[-1].level in ("heading", "title"):
        return "heading"
    return "paragraph" if path[-1].level in ("paragraph", "sentence", "indent") else "unit"


def _number_end(made: Expression, unit: ExpressedProvision) -> int:
    """After the number ("3." of a clause); at the end of the first line where the unit has none."""
    number = NUMBER.match(made.text, unit.start, unit.end) if unit.num else None
    bears = number is not None and unit.num.lower() in number.group().lower()
    return number.end() if number is not None and bears else _line_end(made, unit)


def _heading_end(made: Expression, unit: ExpressedProvision) -> int:
    at = made.text.find(unit.heading, unit.start, unit.end) if unit.heading else -1
    return at + len(unit.heading) if at >= 0 else _line_end(made, unit)


def _line_end(made: Expression, unit: ExpressedProvision) -> int:
    lead = unit.start + len(made.text[unit.start : unit.end]) - len(made.text[unit.start : unit.end].lstrip())
    end = made.text.find("\n", lead, unit.end)
    return unit.end if end < 0 else end


def _swap(work: str, effect: Effect) -> _Swap:
    """What one pair of words of one clause has in common, at whatever places it is made."""
    return work, effect.within, effect.start, effect.verb, effect.old, effect.new


def _without(base: Parsed, changes: Sequence[Change], swap: _Swap) -> Expression:
    """The text as it would read if one pair of words had not been changed anywhere."""
    return consolidate(base, [each for each in changes if _swap(each.acting.work.id, each.effect) != swap])


def _word_marks(
    without: Expression, made: Expression, applied: Applied, written: Sequence[ExpressedProvision]
) -> Iterator[tuple[int, str, Cause]]:
    """At each place where the text would read otherwise without the change; at the number where none is left to see."""
    cause = Cause("words", applied.work, applied.since, None, applied.effect, settled=applied.settled)
    before = {unit.eid: unit for unit in without.provisions}
    for unit in written:
        other = before.get(unit.eid)
        places = _differing(without, other, made, unit) if other is not None else ()
        ends = {_end_of_words(made, unit, applied.effect.new, at) for at in places}
        for at in sorted(ends) or (_number_end(made, unit),):
            yield at, unit.eid, cause


def _end_of_words(made: Expression, unit: ExpressedProvision, new: str | None, at: int) -> int:
    """The end of the new words nearest to `at`; `at` where none are near.

    Near: a comparison of two texts may put the same insertion a few words later ("bản sao hoặc | bản sao").
    """
    found = (each.end() for each in shape(new).finditer(made.text, unit.start, unit.end)) if new else ()
    near = [end for end in found if abs(end - at) <= len(new or "")]
    return min(near, key=lambda end: abs(end - at), default=at)


def _changed(one: list[str], two: list[str]) -> Iterator[tuple[int, int]]:
    """The stretches of the second that the first has not so; the same ends are left out of the costly comparison."""
    head = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    tail = 0
    while tail < min(len(one), len(two)) - head and one[-1 - tail] == two[-1 - tail]:
        tail += 1
    middle = SequenceMatcher(None, one[head : len(one) - tail], two[head : len(two) - tail], autojunk=False)
    return ((head + c, head + d) for tag, _, _, c, d in middle.get_opcodes() if tag != "equal")


def _differing(
    without: Expression, other: ExpressedProvision, made: Expression, unit: ExpressedProvision
) -> tuple[int, ...]:
    """The ends, in the text made, of the stretches of the unit's own words that differ (sub-units have their own)."""
    children = [each for each in made.provisions if each.parent == unit.eid]
    one = _TOKEN.findall(without.text[other.start : other.end])
    two = [(found[0], found.end()) for found in _TOKEN.finditer(made.text, unit.start, unit.end)]
    found: list[int] = []
    for c, d in _changed(one, [words for words, _ in two]):
        # What was taken away leaves its mark after the word before it.
        at = two[d - 1][1] if d > c else (two[c - 1][1] if c else unit.start)
        while at > unit.start and made.text[at - 1].isspace():
            at -= 1
        begins = two[c - 1][1] if c else unit.start
        if found and not made.text[found[-1] : begins].strip():
            found.pop()  # the same stretch goes on after a space
        if not any(child.start < at <= child.end for child in children) and at not in found:
            found.append(at)
    return tuple(found)
