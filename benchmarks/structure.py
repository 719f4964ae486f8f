"""Structure against the publisher's mark-up of 299 portal pages, raw and adjudicated, and its speed on one core.

Adjudication is one rule for every difference, applied by the program, never by hand: the printed line decides.
A unit that only the mark-up has counts unless its words are not printed at the start of a line, the line does not
begin with a number of that level, the line is printed once and marked twice, or it stands between quotation marks
(new wording of another act). A unit that only we have counts as right where its line is printed with that number and
continues our sequence (its number follows the unit before it, or is the first).
`python -m benchmarks.structure --errors` lists every difference with its line and the verdict.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.figure import Figure
from benchmarks.structure_truth import UNKNOWN_WORK, Case, cases, ours, squeezed
from vanban import structure
from vanban.model import Level, Provision, Text
from vanban.orthography.numerals import ordinal_to_int, roman_to_int
from vanban.rules import Rules, load
from vanban.structure.lists import families, follows, is_first

_PRINTED: dict[Level, str] = {
    "part": r"phần\s+\S", "chapter": r"chương\s+[IVXLC\d]", "section": r"mục\s+[IVXLC\d]",
    "subsection": r"tiểu\s*mục\s+\d", "article": r"đ\s?iều\s*\d", "clause": r"\d+[a-zđ]?\d?\s?[.)/-]",
    "point": r"[a-zđ]{1,2}\d?\s?[.)]",
}  # fmt: skip
_FAMILY = {"article": "number", "clause": "number", "point": "letter"}


@dataclass
class Score:
    """Right, missed and surplus units of one level."""

    right: int = 0
    missed: int = 0
    surplus: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.surplus)


@dataclass
class Comparison:
    """One document: raw and adjudicated scores by level, and the differences with their verdict."""

    name: str
    raw: dict[Level, Score] = field(default_factory=dict)
    adjudicated: dict[Level, Score] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)

    def exact(self, scores: dict[Level, Score]) -> bool:
        """Whether articles, chapters, sections and what lies between are all right."""
        upper: tuple[Level, ...] = ("part", "chapter", "section", "subsection", "article")
        return not any(scores[level].missed or scores[level].surplus for level in upper)


def compare(case: Case) -> Comparison:
    """Our units of one document against the publisher's, by level and printed words."""
    result = Comparison(case.name)
    found = ours(case.text)
    content = case.text.content
    lines = [(match.start(), match[0]) for match in re.finditer(r"[^\n]+", content)]
    for level in _PRINTED:
        units = [unit for unit in found if unit.level == level]
        wanted = Counter(marked.words for marked in case.marked if marked.level == level)
        raw = result.raw.setdefault(level, Score())
        settled = result.adjudicated.setdefault(level, Score())
        for unit in units:
            words = _key(content, unit)
            match = _take(wanted, words)
            if match:
                raw.right += 1
                settled.right += 1
                continue
            raw.surplus += 1
            right = _in_sequence(unit, units, content)
            settled.right += right
            settled.surplus += not right
            verdict = "publisher has none, printed in sequence" if right else "OURS WRONG"
            result.differences.append(f"+ {level} {verdict}: {_line(content, unit)}")
        for words, count in wanted.items():
            if not count:
                continue
            raw.missed += count
            places = [start for start, line in lines if squeezed(line).startswith(words[:40])]
            line = content[places[0] :].split("\n", 1)[0].strip() if places else words
            taken = sum(1 for unit in units if _key(content, unit).startswith(words[:40]))
            if not places or re.match(_PRINTED[level], line, re.IGNORECASE) is None:
                verdict, wrong = "not printed so", 0
            elif taken >= len(places):
                verdict, wrong = "marked twice", 0
            elif all(_between_quotes(content, place) for place in places):
                verdict, wrong = "quoted wording", 0
            else:
                verdict, wrong = "MISSED", count
            settled.missed += wrong
            result.differences.append(f"- {level} {verdict}: {line}")
    return result


def _key(content: str, unit: Provision) -> str:
    end = content.find("\n", unit.start + 1)
    first = content[unit.start : end if end >= 0 else None]
    return squeezed(first if first.strip() else content[unit.start : unit.start + 200])


def _between_quotes(content: str, at: int) -> bool:
    """Whether an opening mark at the start of a line further up is not closed yet; counts marks, knows no units."""
    opening = max(content.rfind(mark, 0, at) for mark in ("\n“", "\n “", '\n"'))
    if opening < 0:
        return False
    words = content[opening:at]
    return words.count("“") > words.count("”") or (words.count('"') % 2 == 1 and "“" not in words)


def _take(wanted: Counter[str], words: str) -> bool:
    """Take one marked unit with these words; the mark-up sometimes runs the heading on or cuts it."""
    if wanted[words] > 0:
        wanted[words] -= 1
        return True
    for candidate, count in wanted.items():
        if count > 0 and (candidate.startswith(words) or words.startswith(candidate)):
            wanted[candidate] -= 1
            return True
    return False


def _in_sequence(unit: Provision, units: list[Provision], content: str) -> bool:
    if re.match(_PRINTED[unit.level], content[unit.start : unit.end].strip(), re.IGNORECASE) is None:
        return False
    index = units.index(unit)
    if unit.level not in _FAMILY:
        earlier = units[index - 1].num if index else ""
        return _first(unit.num) if not earlier else _continues(earlier, unit, units[index - 1])
    style = _FAMILY[unit.level]
    before = units[index - 1] if index and (units[index - 1].parent == unit.parent or unit.level == "article") else None
    return any(
        (before is None and is_first(family, number)) or (before is not None and follows(family, before.num, number))
        for family, number in families(style, unit.num)
    )


def _first(number: str) -> bool:
    return _ordinal(number) == 1


def _continues(before: str, unit: Provision, last: Provision) -> bool:
    """Whether a part, chapter or section follows the one before it, or begins anew under another unit above."""
    one, two = _ordinal(before), _ordinal(unit.num)
    if one is not None and two is not None and two == one + 1:
        return True
    if follows("R" if before[0].isupper() else "n", before, unit.num):
        return True
    return _first(unit.num) and unit.parent != last.parent


def _ordinal(number: str) -> int | None:
    return int(number) if number.isdigit() else roman_to_int(number) or ordinal_to_int(number)


def _line(content: str, unit: Provision) -> str:
    return f"{unit.eid}: {content[unit.start : unit.end].strip()[:90]!r}"


def _total(comparisons: list[Comparison], level: Level, which: str) -> Score:
    total = Score()
    for comparison in comparisons:
        score: Score = getattr(comparison, which)[level]
        total.right += score.right
        total.missed += score.missed
        total.surplus += score.surplus
    return total


def figures() -> Iterable[Figure]:
    """F1 by level, exact documents, speed."""
    comparisons = [compare(case) for case in cases()]
    goals: dict[Level, tuple[str, float, float]] = {
        "article": ("điều", 0.993, 0.998), "clause": ("khoản", 0.98, 0.99), "point": ("điểm", 0.98, 0.99),
    }  # fmt: skip
    for level, (name, raw_floor, adjudicated_floor) in goals.items():
        raw = _total(comparisons, level, "raw")
        settled = _total(comparisons, level, "adjudicated")
        note = f"missed {raw.missed}, surplus {raw.surplus}"
        yield Figure(f"structure: {name} F1, raw", raw.f1, raw.right + raw.missed, raw_floor, note=note)
        note = f"missed {settled.missed}, surplus {settled.surplus}"
        count = settled.right + settled.missed
        yield Figure(f"structure: {name} F1, adjudicated", settled.f1, count, adjudicated_floor, 1.0, note=note)
    exact = [comparison.exact(comparison.raw) for comparison in comparisons]
    yield Figure("structure: documents exact, raw", sum(exact) / len(exact), len(exact))
    exact = [comparison.exact(comparison.adjudicated) for comparison in comparisons]
    yield Figure("structure: documents exact, adjudicated", sum(exact) / len(exact), len(exact), 0.98, 0.999)
    yield speed()
    yield growth()


def speed() -> Figure:
    """Characters a second of processor time on one core, the best of three passes over all pages."""
    texts = [case.text for case in cases()]
    rules = load()
    size = sum(len(text.content) for text in texts)
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        for text in texts:
            structure.parse(text, UNKNOWN_WORK, rules)
        best = min(best, time.process_time() - begun)
    return Figure("structure: speed, one core", size / best / 1e6, size, 10, 25, unit="M chars/s")


def growth() -> Figure:
    """How much longer than twenty times one text its twenty copies in a row take; 1 is proportional.

    Up to 2 is possible without any growth: copies repeat their numbers, and faults make the parser look twice.
    """
    rules = load()
    worst = 0.0
    texts = sorted((case.text for case in cases()), key=lambda text: len(text.content))[50::50]
    for text in texts:
        many = Text("\n".join([text.content] * 20), text.source)
        once, often = (min(_seconds(each, rules) for _ in range(2)) for each in (text, many))
        worst = max(worst, often / once / 20)
    return Figure(
        "structure: time at 20× over 20 × time at 1×, worst", worst, len(texts), unit="", lower_is_better=True
    )


def _seconds(text: Text, rules: Rules) -> float:
    begun = time.process_time()
    structure.parse(text, UNKNOWN_WORK, rules)
    return time.process_time() - begun


def main() -> None:
    """List the differences; with `--wrong` only those that count against us."""
    wrong_only = "--wrong" in sys.argv
    for case in cases():
        comparison = compare(case)
        for line in comparison.differences:
            if not wrong_only or "MISSED" in line or "OURS WRONG" in line:
                print(case.name, line)


if __name__ == "__main__":
    main()
