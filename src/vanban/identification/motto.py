"""Quốc hiệu and the name of the Party: the phrase over a document that tells its family."""

import re

from vanban.identification.lines import Line
from vanban.model import Family, Span

# One expression for each, so that each begins with letters that a scan can look for.
_MOTTOS: tuple[tuple[re.Pattern[str], Family], ...] = (
    (re.compile(r"cong\s*hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam"), "state"),
    (re.compile(r"viet\s+nam\s+dan\s+chu\s+cong\s+hoa"), "state"),
    (re.compile(r"dang\s+cong\s+san\s+viet\s+nam"), "party"),
    (re.compile(r"dang\s+lao\s+dong\s+viet\s+nam"), "party"),
)
_NEAR = 80
SECOND_LINE = re.compile(r"doc\s*lap\s*[-.]*\s*tu\s*do\s*[-.]*\s*hanh\s*phuc")


def find_motto(content: str, lines: tuple[Line, ...], folded: str) -> tuple[Span | None, Family | None]:
    """The first motto and its family: in capitals anywhere, in small letters only as a line of its own.

    Files from fonts whose capitals were a matter of the font (TCVN3) print the whole head in small letters.
    """
    end = lines[-1].end if lines else 0
    found: list[tuple[int, int, Family]] = []
    for pattern, family in _MOTTOS:
        for match in pattern.finditer(folded, 0, end):
            if _in_a_name(folded, match.start(), match.end()):
                continue
            if content[match.start() : match.end()].isupper() or _alone(lines, match.start(), match.end()):
                found.append((match.start(), match.end(), family))
                break
    if not found:
        return None, None
    start, stop, said = min(found)
    return Span(start, stop), said


def _in_a_name(folded: str, start: int, end: int) -> bool:
    """Whether the words end a name ("Chính phủ nước Cộng hòa …", in a treaty's title) and no second line follows."""
    return folded[:start].rstrip().endswith("nuoc") and not SECOND_LINE.search(folded, end, end + _NEAR)


def _alone(lines: tuple[Line, ...], start: int, end: int) -> bool:
    return any(
        line.start >= start - 1 and line.end <= end + 1 for line in lines if line.start < end and line.end > start
    )
