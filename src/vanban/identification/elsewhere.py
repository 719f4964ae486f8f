"""A document whose head is missing or blank: what its appendices or the page that shows it say."""

import datetime as dt

import msgspec

from vanban.identification.attached import own_mention
from vanban.identification.caption import read_caption
from vanban.identification.header import Header
from vanban.identification.symbol import normalise
from vanban.model import Finding, Span, Text
from vanban.rules import Rules


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


def look(text: Text, header: Header, head_end: int, rules: Rules) -> Elsewhere:
    """What is said outside the head of a document that prints no number there; nothing for any other.

    A blank number ("/2025/TT-BNNMT") takes only a symbol with the same rest.
    """
    content = text.content
    blank = normalise(content[header.symbol.start : header.symbol.end]) if header.symbol else ""
    if blank[:1].isdigit() or (header.motto is not None and not blank):
        return Elsewhere()
    own = own_mention(content, head_end)
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
