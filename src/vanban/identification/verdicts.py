"""What follows from a type, a symbol and a date that have been read: normative or not, findings, and no identity."""

import datetime as dt

from vanban.identification.dates import PrintedDate
from vanban.identification.identifier import work_id
from vanban.identification.symbol import Symbol
from vanban.model import Finding, Issuer, Span, Text, Work
from vanban.rules.document_types import DocumentType


def is_normative(row: DocumentType | None, symbol: Symbol) -> bool | None:
    """Whether the document lays down rules: by its type, else by the year between the slashes (evidence, no proof)."""
    if row is None or row.normative == "never":
        return False if row is not None else None
    if row.normative == "always":
        return True
    if symbol.shape in ("parliament", "standing-committee"):
        return None
    return symbol.normative if symbol.family == "state" else False


def nothing(text: Text) -> Work:
    """The work of a text that is no document, or only a loose part of one: no type, number or title, family "other"."""
    fallback = text.source.sha256[:12]
    return Work(
        id=work_id(kind="doc", type="", issuer="", date=None, symbol="", title="", fallback=fallback),
        family="other", type="", type_name="", symbol="", symbol_printed="", number="", year=None,
        issuer=Issuer("", ""), date=None, place="", title="", complete=text.complete, normative=None,
    )  # fmt: skip


def date_findings(
    date: dt.date | None, span: Span | None, printed: PrintedDate | None, symbol: Symbol
) -> tuple[Finding, ...]:
    """Findings on the date: none printed, one that no calendar has, one that denies the year of the symbol."""
    at = span or Span(0, 0)
    if date is None:
        if printed is not None and not printed.blank:
            return (Finding("date-impossible", "error", printed.start, printed.end),)
        return (Finding("date-missing", "info", at.start, at.end),)
    if symbol.year and symbol.year != date.year:
        details = {"year": str(symbol.year), "date": date.isoformat()}
        return (Finding("year-disagreement", "warning", at.start, at.end, details),)
    return ()
