"""Plain text: one paragraph a line, wrapped, or laid out in columns by a PDF converter; its own lines tell which."""

import re
from itertools import pairwise

import msgspec

from vanban.model import Place
from vanban.reading.columns import take_columns_apart
from vanban.reading.draft import Draft, Edit, apply
from vanban.reading.encoding import decode
from vanban.reading.page_chrome import leave_out_head, leave_out_tail, may_be_saved_page
from vanban.reading.paragraphs import join_wrapped, stripped
from vanban.rules import Rules

_GAP = re.compile(r"\S {6,}\S")
_NUMBER = re.compile(r"(?:trang[ \t]+)?[-–—]?[ \t]*\d{1,4}(?:[ \t]*/[ \t]*\d{1,4})?[ \t]*[-–—]?", re.IGNORECASE)


def read_plain(data: bytes, name: str, rules: Rules) -> Draft:
    """The draft of a text file: one paragraph a line."""
    content = decode(data, name)
    if "\r" in content:
        content = re.sub(r"\r\n?", "\n", content)
    draft = Draft(content)
    if "\f" in content or ("      " in content and len(_GAP.findall(content)) >= 2):
        draft = take_columns_apart(_without_pages(draft))
    known = stripped(draft.content)
    if may_be_saved_page(known.content, rules):
        draft = leave_out_tail(draft, rules)
        known = stripped(draft.content)
    return leave_out_head(join_wrapped(draft, {}, rules, known), rules)


def _without_pages(draft: Draft) -> Draft:
    """The draft with page breaks and page numbers taken away and its places by page; a paragraph may go on across."""
    content = draft.content
    if "\f" not in content:
        return draft
    edits: list[Edit] = []
    places = [Place(0, 1)]
    pages = content.split("\f")
    at = 0  # where the page begins
    for number, (page, following) in enumerate(pairwise(pages), start=2):
        kept, foot = _last_line(page)
        head, skipped = _first_line(following)
        start, end = at + kept, at + len(page) + 1 + skipped
        numbers = " ".join(filter(None, (foot, head)))
        floor = edits[-1].end if edits else 0
        edits.append(Edit(max(start, floor), end, "\n", "page-number" if numbers else "", numbers))
        places.append(Place(end, number))
        at += len(page) + 1
    return apply(msgspec.structs.replace(draft, places=tuple(places)), edits)


def _last_line(page: str) -> tuple[int, str]:
    """How much of a page stays, and the number at its foot ("" for none)."""
    kept = page.rstrip()
    start = kept.rfind("\n") + 1
    if start and _NUMBER.fullmatch(kept[start:].strip()):
        return len(kept[:start].rstrip()), kept[start:].strip()
    return len(kept), ""


def _first_line(page: str) -> tuple[str, int]:
    """The number at the head of a page ("" for none), and how many characters go before its first line."""
    words = page.lstrip()
    line, _, rest = words.partition("\n")
    before = len(page) - len(words)
    if rest.strip() and _NUMBER.fullmatch(line.strip()):
        return line.strip(), _line_start(page, before + len(line) + 1 + len(rest) - len(rest.lstrip()))
    return "", _line_start(page, before)


def _line_start(page: str, offset: int) -> int:
    """The start of the line in which an offset stands: the indent belongs to the text."""
    return page.rfind("\n", 0, offset) + 1
