"""A document whose head is missing or blank: what its appendices or the page that shows it say."""

import datetime as dt
import re

import msgspec

from vanban.identification.attached import own_mention
from vanban.identification.caption import read_caption
from vanban.identification.dates import find_date
from vanban.identification.header import Header
from vanban.identification.lines import Line
from vanban.identification.symbol import normalise
from vanban.identification.title import NUMBERED_TITLE
from vanban.identification.type_line import type_name_end
from vanban.model import Finding, Span, Text
from vanban.rules import Rules

_NUMBERED = re.compile(r"\s*(?:cua\s+(?P<who>[a-z ,\-]{3,80}?)\s+)?" + NUMBERED_TITLE.pattern)


class Elsewhere(msgspec.Struct, frozen=True):
    """Symbol, date, issuer and title found outside the head, and the finding that says where.

    The spans are None for what stands outside the text: on the page that showed it.
    """

    symbol: str = ""
    symbol_span: Span | None = None
    date: dt.date | None = None
    date_span: Span | None = None
    who: str = ""
    title: str = ""
    type_ids: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def look(
    text: Text, lines: tuple[Line, ...], header: Header, head_end: int, addressed: bool, rules: Rules
) -> Elsewhere:
    """What is said outside the head of a document that prints no number there; nothing for any other.

    A blank number ("/2025/TT-BNNMT") takes only a symbol with the same rest.
    """
    content = text.content
    if header.symbol is None and (numbered := _in_title(lines, header, rules)):
        return numbered
    blank = normalise(content[header.symbol.start : header.symbol.end]) if header.symbol else ""
    if blank[:1].isdigit() or (header.motto is not None and not blank):
        return Elsewhere()
    # Appendices alone name the document that they belong to, which they are not.
    own = own_mention(content, head_end) if header.type_ids or addressed else None
    if own is not None:
        symbol = content[own.symbol.start : own.symbol.end]
        if normalise(symbol).endswith(blank):
            finding = Finding("identity-from-appendix", "info", own.symbol.start, own.symbol.end)
            day = own.date.date if own.date else None
            span = Span(own.date.start, own.date.end) if own.date else None
            return Elsewhere(symbol, own.symbol, day, span, own.who, findings=(finding,))
    caption = read_caption(text, rules)
    if caption is not None and normalise(caption.symbol).endswith(blank):
        finding = Finding("identity-from-caption", "warning", 0, 0, {"symbol": caption.symbol})
        return Elsewhere(
            caption.symbol, None, caption.date, None, caption.who, caption.title, caption.type_ids, (finding,)
        )
    return Elsewhere()


def _in_title(lines: tuple[Line, ...], header: Header, rules: Rules) -> Elsewhere | None:
    """The number and date that older acts print in their titles."""
    if not header.type_ids:
        return None
    for index, line in enumerate(lines[header.title : header.title + 3]):
        start = type_name_end(line, rules) if index == 0 else 0
        match = _NUMBERED.match(line.folded, start)
        if match is None:
            continue
        symbol = Span(line.start + match.start("symbol"), line.start + match.end("symbol"))
        printed = line.text[match.start("symbol") : match.end("symbol")].rstrip(".,-/ ")
        date = find_date(line.folded, match.start("date"), match.end("date")) if match["date"] else None
        span = Span(line.start + date.start, line.start + date.end) if date else None
        who = line.text[match.start("who") : match.end("who")] if match["who"] else ""
        whole = Span(symbol.start, symbol.start + len(printed))
        return Elsewhere(printed, whole, date.date if date else None, span, who)
    return None
