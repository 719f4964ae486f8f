"""The line that a web page prints about the document it shows: "Công văn 12/UBND-VX năm 2025 về … do … ban hành".

It is no part of the document and speaks only where the document's own head is missing from the page.
"""

import datetime as dt
import re
from functools import cache

import msgspec

from vanban.identification.dates import find_date
from vanban.identification.symbol import symbol_key
from vanban.model import Text
from vanban.orthography import fold
from vanban.rules import Rules

_CHROME = "page-chrome"


class Caption(msgspec.Struct, frozen=True):
    """What the captions of one page say of its document; empty strings and None: not said."""

    type_ids: tuple[str, ...]
    symbol: str
    date: dt.date | None
    who: str
    title: str


def read_caption(text: Text, rules: Rules) -> Caption | None:
    """The document that the page's own words name; None where they name none or several.

    Those words are no part of the content: reading took them off and keeps them as repairs (`page-chrome`).
    """
    stretch = "\n".join(repair.was for repair in text.repairs if repair.kind == _CHROME)
    if not stretch:
        return None
    folded = fold(stretch)
    pattern, types = _pattern(rules)
    found: list[Caption] = []
    for match in pattern.finditer(folded):
        date = find_date(folded, match.start("date"), match.end("date")) if match["date"] else None
        who = stretch[match.start("who") : match.end("who")] if match["who"] else ""
        words = stretch[match.start("title") : match.end("title")].strip(" .;")
        symbol = stretch[match.start("symbol") : match.end("symbol")]
        day = date.date if date else None
        found.append(Caption(types[" ".join(match["type"].split())], symbol, day, who, " ".join(words.split())))
    if len({symbol_key(item.symbol) for item in found}) != 1:
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
