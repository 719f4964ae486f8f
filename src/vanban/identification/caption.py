"""The line that a web page prints about the document it shows: "Công văn 12/UBND-VX năm 2025 về … do … ban hành".

It is no part of the document and speaks only where the document's own head is missing from the page.
"""

import re
from collections import Counter
from functools import cache

import msgspec

from vanban.identification.dates import PrintedDate, find_date
from vanban.identification.symbol import symbol_key
from vanban.model import Span
from vanban.orthography import fold
from vanban.rules import Rules

_LONGEST = 12_000


class Caption(msgspec.Struct, frozen=True):
    """What the captions of one page say of its document; empty strings and None: not said."""

    type_ids: tuple[str, ...]
    symbol: Span
    date: PrintedDate | None
    who: str
    title: str


def read_caption(content: str, after: int, rules: Rules) -> Caption | None:
    """The document that the captions behind `after` name; None where there is none or where they name several."""
    stretch = content[after : after + _LONGEST]
    folded = fold(stretch)
    pattern, types = _pattern(rules)
    found: list[Caption] = []
    for match in pattern.finditer(folded):
        date = find_date(folded, match.start("date"), match.end("date")) if match["date"] else None
        if date is not None:
            date = msgspec.structs.replace(date, start=after + date.start, end=after + date.end)
        who = stretch[match.start("who") : match.end("who")] if match["who"] else ""
        words = stretch[match.start("title") : match.end("title")].strip(" .;")
        symbol = Span(after + match.start("symbol"), after + match.end("symbol"))
        found.append(Caption(types[" ".join(match["type"].split())], symbol, date, who, " ".join(words.split())))
    keys = Counter(symbol_key(content[item.symbol.start : item.symbol.end]) for item in found)
    if len(keys) != 1:
        return None
    dated = next((item for item in found if item.date is not None), None)
    return dated or found[0]


@cache
def _pattern(rules: Rules) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    types: dict[str, tuple[str, ...]] = {}
    for row in rules.document_types:
        types[fold(row.name)] = (*types.get(fold(row.name), ()), row.id)
    names = "|".join(name.replace(" ", r"\s+") for name in sorted(types, key=len, reverse=True))
    return (
        re.compile(
            rf"(?:^|(?<=\n)|(?<=noi dung tieng anh )|(?<=noi dung tieng anh\n))(?P<type>{names})\s+(?:so\s+)?"
            r"(?P<symbol>\d[\d.]*[a-z]?[/\-][a-z0-9/\-.]*[a-z]+\d*(?:\.[a-z]+)?)\s+"
            r"(?:(?P<date>ngay\s+\d{1,2}[/-]\d{1,2}[/-]\d{4})\s+|nam\s+\d{4}\s+)"
            r"(?P<title>[^\n]{4,400}?)\s+do\s+(?P<who>[^\n]{4,90}?)\s+ban\s+hanh\b"
        ),
        types,
    )
