"""What a web site prints around a document, left out of a text that was saved from a page. Conservative: nothing is
cut unless a line of the table `page_chrome` proves that the text is a saved page, and every cut is told.
"""

import re
from collections.abc import Sequence
from functools import cache

from vanban.orthography import fold
from vanban.reading.draft import Draft, Edit, apply
from vanban.rules import Rules

_MOTTO = re.compile(
    r"^[^\w\n]*(?P<words>cong hoa xa hoi chu nghia viet nam|dang cong san viet nam)[^\w\n]*$", re.MULTILINE
)
_ARTICLE = re.compile(r"^[^\w\n]*dieu \d+[a-z]?[.:]", re.MULTILINE)
_NUMBER = re.compile(r"(?:[a-z]+ ){0,3}so ?:? ?[\d.]")
_HEAD = 20_000  # characters: a header that begins later is not the head of a page
_WORDS = re.compile(r"\w+")


@cache
def _patterns(rules: Rules) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The rows of the two sides, each as one pattern of whole lines whose named group tells the row."""
    sides = []
    for side in ("before", "after"):
        rows = [(i, row.pattern) for i, row in enumerate(rules.page_chrome) if row.side == side]
        alternatives = "|".join(f"(?P<r{i}>{pattern})" for i, pattern in rows)
        # The line break in front makes the search quick: it leaps from line to line.
        sides.append(re.compile(f"\n[ ]*(?:{alternatives or '(?!)'})[ ]*(?=\n|$)"))
    return sides[0], sides[1]


def may_be_saved_page(content: str, rules: Rules) -> bool:
    """Whether two different rows of the table speak for a tail somewhere in these lines (no blanks at their edges).

    Else `leave_out_tail` leaves the text alone. To ask it of the lines as they will stay costs nothing: the fold of
    the whole text is made once, and every stage behind needs it.
    """
    _, after = _patterns(rules)
    return len({match.lastgroup for match in after.finditer("\n" + fold(content))}) >= 2


def leave_out_tail(draft: Draft, rules: Rules) -> Draft:
    """The draft without what the site prints after the document. Done before broken lines are joined.

    Cut only where two different rows of the table speak for it, and never where an article stands in the tail.
    """
    folded = fold(draft.content)
    _, after = _patterns(rules)
    motto = _MOTTO.search(folded)
    floor = motto.end() if motto else 0
    tail = list(after.finditer(folded, floor))
    if len({match.lastgroup for match in tail}) < 2 or _ARTICLE.search(folded, tail[0].start() + 1):
        return draft
    end = _end_before(folded, tail[0].start() + 1, floor)
    return apply(draft, [Edit(end, len(draft.content), "", "page-chrome")])


def leave_out_head(draft: Draft, rules: Rules) -> Draft:
    """The draft without what the site prints before the document's header. Done when the header's lines are whole.

    Cut where the tail was cut or two different rows of the table speak for it, and never over an article.
    """
    folded = "\n" + fold(draft.content)[:_HEAD]  # as if a line stood above: every line then begins with a break
    before, _ = _patterns(rules)
    motto = _MOTTO.search(folded)
    head = list(before.finditer(folded, 0, motto.start() + 1 if motto else len(folded) // 2))
    sure = len({match.lastgroup for match in head}) >= 2
    start = 0
    if motto and (sure or any(repair.kind == "page-chrome" for repair in draft.repairs)):
        start = _first_line(draft.content, folded[1:], motto.start("words") - 1, _after(folded, head) - 1)
    elif sure:
        start = _after(folded, head) - 1
    if not draft.content[:start].strip() or _ARTICLE.search(folded, 0, start + 1):
        return draft
    return apply(draft, [Edit(0, start, "", "page-chrome")])


def _after(folded: str, head: Sequence[re.Match[str]]) -> int:
    """Where the site's last line ends, with the value on the next line where it is a label ("Số hiệu:")."""
    if not head:
        return 0
    end = head[-1].end()
    if head[-1].group().rstrip().endswith(":"):
        value = re.compile(r"\s*[^\n]*").match(folded, end)
        end = value.end() if value else end
    return min(end + 1, len(folded))


def _first_line(content: str, folded: str, motto: int, floor: int) -> int:
    """Where the document's header begins: the lines in capitals and the number line above the motto belong to it."""
    start = folded.rfind("\n", 0, motto) + 1
    for _ in range(8):
        if start <= floor:
            break
        above = folded.rfind("\n", 0, start - 1) + 1
        line = content[above : start - 1].strip()
        if above < floor or (line and not (line == line.upper() or _NUMBER.match(folded, above))):
            break
        start = above
    return start


def _end_before(folded: str, mark: int, floor: int) -> int:
    """Where the document ends before the site's line at `mark`: the page's title, which the site repeats, goes too."""
    chrome = [set(_WORDS.findall(line)) for line in folded[mark:].split("\n")[:6]]
    end = max(mark - 1, 0)
    while end > floor:
        line = folded[folded.rfind("\n", 0, end) + 1 : end]
        words = set(_WORDS.findall(line))
        if words and (len(words) < 6 or not any(len(words & other) > 0.75 * len(words) for other in chrome)):
            break
        end = max(folded.rfind("\n", 0, end), 0)
    return end
