"""What a page carries besides its text: page numbers, running heads and feet, the stamps of digital signatures."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from vanban.orthography import fold
from vanban.reading.pdf_layout import Printed
from vanban.rules import Rules

_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—.\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.11  # of the page's height
_LINES = 3  # so many at the top and the bottom are looked at


class Furniture(msgspec.Struct, frozen=True):
    """One line that is not the document's: its place in the page's lines and its kind (table `repairs`)."""

    index: int
    kind: str


def furniture_of(pages: Sequence[Sequence[Printed]], heights: Sequence[float], rules: Rules) -> list[list[Furniture]]:
    """For each page the lines that are furniture. Running heads are lines that return on a third page or more."""
    margins = [_margin_lines(lines, height) for lines, height in zip(pages, heights, strict=True)]
    repeated = Counter(
        key for lines, ends in zip(pages, margins, strict=True) for key in {_key(lines[i], at) for i, at in ends}
    )
    needed = max(3, 0.3 * len(pages))
    found = []
    for lines, ends in zip(pages, margins, strict=True):
        kinds: dict[int, str] = {}
        for index, at in ends:
            if _NUMBER.fullmatch(lines[index].words):
                kinds[index] = "page-number"
            elif repeated[_key(lines[index], at)] >= needed:
                kinds[index] = "running-head"
        for index, line in enumerate(lines):
            if line.table is None and _stamp(rules).fullmatch(fold(line.words).strip()):
                kinds[index] = "signature-stamp"
        if sum(kind == "signature-stamp" for kind in kinds.values()) < 2:
            kinds = {index: kind for index, kind in kinds.items() if kind != "signature-stamp"}
        found.append([Furniture(index, kind) for index, kind in sorted(kinds.items())])
    return found


def _margin_lines(lines: Sequence[Printed], height: float) -> list[tuple[int, str]]:
    """The lines at the very top and bottom of a page, with which of the two it is."""
    order = sorted(range(len(lines)), key=lambda index: -lines[index].y)
    top = [(i, "top") for i in order[:_LINES] if lines[i].y > (1 - _MARGIN) * height and lines[i].table is None]
    foot = [(i, "foot") for i in order[-_LINES:] if lines[i].y < _MARGIN * height and lines[i].table is None]
    return top + foot


def _key(line: Printed, at: str) -> tuple[str, str]:
    """Lines that differ only in numbers are one running head."""
    return at, _DIGITS.sub("0", fold(line.words)).strip()


@cache
def _stamp(rules: Rules) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row.pattern})" for row in rules.signature_stamps))
