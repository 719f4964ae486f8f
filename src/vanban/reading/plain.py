"""Plain text: one paragraph a line, wrapped, or laid out in columns by a PDF converter; its own lines tell which."""

import re

import msgspec

from vanban.model import Place
from vanban.reading.columns import take_columns_apart
from vanban.reading.draft import Draft, Edit, apply
from vanban.reading.encoding import decode
from vanban.reading.page_chrome import leave_out_head, leave_out_tail
from vanban.reading.paragraphs import join_wrapped
from vanban.rules import Rules

_GAP = re.compile(r"\S {6,}\S")
_NUMBER = r"[ \t]*(?:trang[ \t]+)?[-–—]?[ \t]*\d{1,4}(?:[ \t]*/[ \t]*\d{1,4})?[ \t]*[-–—]?[ \t]*"
# A page break with the blank lines and the page numbers on both its sides, up to the next page's first line.
_PAGE_BREAK = re.compile(rf"\s*(?:\n({_NUMBER})\s*?)?\f(?:\s*?({_NUMBER})\n)?(?:[ \t]*\n)*", re.IGNORECASE)


def read_plain(data: bytes, name: str, rules: Rules) -> Draft:
    """The draft of a text file: one paragraph a line."""
    content = decode(data, name)
    if "\r" in content:
        content = re.sub(r"\r\n?", "\n", content)
    draft = Draft(content)
    if "\f" in content or ("      " in content and len(_GAP.findall(content)) >= 2):
        draft = take_columns_apart(_without_pages(draft))
    return leave_out_head(join_wrapped(leave_out_tail(draft, rules), {}, rules), rules)


def _without_pages(draft: Draft) -> Draft:
    """The draft with page breaks and page numbers taken away and its places by page; a paragraph may go on across."""
    edits = []
    places = [Place(0, 1)]
    for number, match in enumerate(_PAGE_BREAK.finditer(draft.content), start=2):
        numbers = " ".join(group.strip() for group in match.groups() if group)
        edits.append(Edit(match.start(), match.end(), "\n", "page-number" if numbers else "", numbers))
        places.append(Place(match.end(), number))
    return apply(msgspec.structs.replace(draft, places=tuple(places)), edits) if edits else draft
