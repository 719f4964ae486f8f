"""What a web site prints around a document, left out of a text that was saved from a page. Conservative: nothing is
cut unless a line of the table `page_chrome` proves that the text is a saved page, and every cut is told.
"""

import re
from collections.abc import Sequence
from functools import cache

from vanban.orthography import fold
from vanban.reading.draft import Draft, Edit, apply
from vanban.rules import Rules

_MOTTO = re.compile(r"(?:cong hoa xa hoi chu nghia viet nam|dang cong san viet nam)\W*$")
_NUMBER = re.compile(r"(?:[a-z]+ ){0,3}so ?:? ?[\d.]")
_WORDS = re.compile(r"\w+")


@cache
def _patterns(rules: Rules) -> tuple[re.Pattern[str], re.Pattern[str]]:
    sides = []
    for side in ("before", "after"):
        rows = [row.pattern for row in rules.page_chrome if row.side == side]
        sides.append(re.compile("|".join(f"(?:{pattern})" for pattern in rows) or r"(?!)"))
    return sides[0], sides[1]


def leave_out_chrome(draft: Draft, rules: Rules) -> Draft:
    """The draft without the site's own lines before the document's header and after its end."""
    lines = _lines(draft.content)
    folded = [fold(draft.content[start:end]).strip() for start, end in lines]
    before, after = _patterns(rules)
    header = next((i for i, line in enumerate(folded) if _MOTTO.match(line)), None)
    marks_before = [i for i, line in enumerate(folded) if before.fullmatch(line) and (header is None or i < header)]
    end = next((i for i, line in enumerate(folded) if i > (header or 0) and after.fullmatch(line)), None)
    if not marks_before and end is None:
        return draft
    edits = []
    first = _first_line(draft.content, lines, folded, header, marks_before)
    if first:
        edits.append(Edit(0, lines[first][0], "", "page-chrome"))
    if end is not None:
        while end > first + 1 and _repeats_chrome(folded[end - 1], folded[end:]):
            end -= 1
        edits.append(Edit(max(lines[end][0] - 1, 0), len(draft.content), "", "page-chrome"))
    return apply(draft, edits)


def _lines(content: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in content.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _first_line(
    content: str,
    lines: Sequence[tuple[int, int]],
    folded: Sequence[str],
    header: int | None,
    marks: Sequence[int],
) -> int:
    """The first line of the document: where its header begins, or what follows the last line of the site."""
    if header is None:
        return marks[-1] + 1 if marks else 0
    first = header
    while first > 0 and header - first < 8 and (not marks or first - 1 > marks[-1]):
        start, end = lines[first - 1]
        above = content[start:end].strip()
        if above and not (above == above.upper() or _NUMBER.match(folded[first - 1])):
            break
        first -= 1
    return first


def _repeats_chrome(line: str, chrome: Sequence[str]) -> bool:
    """Whether a line is the page's title, which the site prints again within its own lines; or is empty."""
    words = set(_WORDS.findall(line))
    if not words:
        return not line
    if len(words) < 6:
        return False
    return any(len(words & set(_WORDS.findall(other))) > 0.75 * len(words) for other in chrome[:6])
