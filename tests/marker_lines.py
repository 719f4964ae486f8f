"""Marker-line cases: a sentence, a line of marks under it, the facts that the marks stand for.

A file holds cases one after another:

    == what the case is about
    Theo các điểm a, b khoản 2 Điều 5 của Luật Bến nước.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    1 cites "Bến nước" | điểm a khoản 2 Điều 5
    1 cites "Bến nước" | điểm b khoản 2 Điều 5

A case has as many lines of text as it needs; the marks (`^`) stand under the words that they mean and are numbered from
the top left; two lines of marks may stand under one line of text where words overlap. A fact is the number of its mark
and what a lawyer would say of it, one fact a line; several facts may have one mark, and mark 0 is the whole text. A
case whose title ends in `[open]` is true but not yet answered: it may fail. Lines that start with `#` are remarks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
_MARKS = re.compile(r"[ ^]*\^[ ^]*")
_FACT = re.compile(r"(\d+) (.+)")


@dataclass(frozen=True)
class Fact:
    """What is said of `text[start:end]`."""

    start: int
    end: int
    says: str


@dataclass(frozen=True)
class Case:
    """A text with its facts. `open` cases are true but need not be answered yet."""

    title: str
    text: str
    facts: tuple[Fact, ...]
    open: bool = False


class CaseError(ValueError):
    """A case that cannot be read: which one and what is wrong with it."""


def read_cases(name: str) -> list[Case]:
    """The cases of `tests/cases/<name>.txt`. Raises CaseError for a case that is not well formed."""
    return list(parse_cases((FOLDER / f"{name}.txt").read_text(encoding="utf-8")))


def parse_cases(content: str) -> Iterator[Case]:
    """The cases in the words of a file."""
    kept = "\n".join(line for line in content.split("\n") if not line.startswith("#"))
    for block in ("\n" + kept).split("\n== ")[1:]:
        title, *lines = block.rstrip().split("\n")
        yield _parse_case(title.strip(), [line.rstrip() for line in lines if line.strip()])


def _parse_case(title: str, lines: list[str]) -> Case:
    text: list[str] = []
    marks: list[tuple[int, int]] = [(0, 0)]
    said: list[tuple[int, str]] = []
    line_start = 0
    for line in lines:
        fact = _FACT.fullmatch(line) if len(marks) > 1 or (text and line.startswith("0 ")) else None
        if _MARKS.fullmatch(line):
            if not text:
                raise CaseError(f"{title}: marks before any text")
            for mark in re.finditer(r"\^+", line):
                if mark.end() > len(text[-1]):
                    raise CaseError(f"{title}: a mark reaches beyond its line")
                marks.append((line_start + mark.start(), line_start + mark.end()))
        elif fact is not None:
            said.append((int(fact[1]), fact[2].strip()))
        elif said:
            raise CaseError(f"{title}: text after the facts: {line}")
        else:
            line_start += len(text[-1]) + 1 if text else 0
            text.append(line)
    marks[0] = (0, len("\n".join(text)))
    if any(number >= len(marks) for number, _ in said):
        raise CaseError(f"{title}: a fact names a mark that is not there")
    if set(range(1, len(marks))) - {number for number, _ in said}:
        raise CaseError(f"{title}: a mark without a fact")
    facts = tuple(Fact(*marks[number], says) for number, says in said)
    return Case(title.removesuffix("[open]").strip(), "\n".join(text), facts, title.endswith("[open]"))


def differences(case: Case, found: list[Fact]) -> list[str]:
    """What is missing and what is too much, in words; empty where every fact is found on its marked words.

    A found fact answers an expected one that says the same and whose words overlap its own.
    """
    left = list(found)
    lines: list[str] = []
    for fact in case.facts:
        match = next((f for f in left if f.says == fact.says and f.start < fact.end and fact.start < f.end), None)
        if match is None:
            lines.append(f"missing: {fact.says}    [{case.text[fact.start : fact.end]}]")
        else:
            left.remove(match)
    return lines + [f"too much: {fact.says}    [{case.text[fact.start : fact.end]}]" for fact in left]
