"""A document whose head is missing or blank: what its appendices or the page that shows it say."""

import msgspec

from vanban.identification.attached import own_mention
from vanban.identification.caption import read_caption
from vanban.identification.dates import PrintedDate
from vanban.identification.header import Header
from vanban.identification.symbol import normalise
from vanban.model import Finding, Span
from vanban.rules import Rules


class Elsewhere(msgspec.Struct, frozen=True):
    """Symbol, date, issuer and title found outside the head, and the finding that says where."""

    symbol: Span | None = None
    date: PrintedDate | None = None
    who: str = ""
    title: str = ""
    type_ids: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def look(content: str, header: Header, head_end: int, text_end: int, rules: Rules) -> Elsewhere:
    """What is said outside the head of a document that prints no number there; nothing for any other.

    `head_end`: behind the head; `text_end`: behind the signatures (the page's own words begin there). A blank number
    ("/2025/TT-BNNMT") takes only a symbol with the same rest.
    """
    blank = normalise(content[header.symbol.start : header.symbol.end]) if header.symbol else ""
    if blank[:1].isdigit() or (header.motto is not None and not blank):
        return Elsewhere()
    own = own_mention(content, head_end)
    if own is not None and _fits(content, own.symbol, blank):
        finding = Finding("identity-from-appendix", "info", own.symbol.start, own.symbol.end)
        return Elsewhere(own.symbol, own.date, own.who, findings=(finding,))
    caption = read_caption(content, text_end, rules)
    if caption is not None and _fits(content, caption.symbol, blank):
        finding = Finding("identity-from-caption", "warning", caption.symbol.start, caption.symbol.end)
        return Elsewhere(caption.symbol, caption.date, caption.who, caption.title, caption.type_ids, (finding,))
    return Elsewhere()


def _fits(content: str, symbol: Span, blank: str) -> bool:
    return normalise(content[symbol.start : symbol.end]).endswith(blank)
