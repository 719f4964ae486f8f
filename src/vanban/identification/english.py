"""The work of an English translation: tied to the Vietnamese act by its symbol, never taken for the act itself."""

from vanban.identification import kind as kinds
from vanban.identification import translation
from vanban.identification.identifier import work_id
from vanban.identification.issuing import decide
from vanban.identification.lines import Line
from vanban.identification.naming import type_row
from vanban.identification.symbol import parse
from vanban.identification.verdicts import date_findings, is_normative, nothing
from vanban.model import Evidence, Finding, Text, Work
from vanban.rules import Rules


def translated(text: Text, lines: tuple[Line, ...], rules: Rules) -> tuple[Work, tuple[Finding, ...]]:
    """A translation: its own words, tied to the act by the symbol where it prints one."""
    english = translation.read_english(text.content, lines, rules)
    symbol = parse(english.symbol, rules)
    kind = kinds.decide(english.type_ids, symbol, (), False, False, english.symbol_span)
    # The word for the type is the translator's choice ("Circular" over a decree); the symbol is the act's own.
    by_symbol = len(symbol.types) == 1 and kind.id not in symbol.types
    row = type_row(symbol.types[0] if by_symbol else kind.id, rules)
    if row is None:
        return nothing(text), (Finding("no-identity", "info"),)
    issuing = decide((), symbol, translation.vietnamese_issuer(english.who), "", "", row.issuer, rules)
    date, span = english.date, english.date_span
    base = work_id(
        kind="act" if row.kind == "act" and is_normative(row, symbol) is not False else "doc", type=row.id,
        issuer=issuing.issuer.id,
        date=date, symbol=english.symbol, title=english.title, fallback=text.source.sha256[:12],
    )  # fmt: skip
    details = {"symbol": english.symbol}
    findings = [Finding("translation", "info", 0, 0, details), *kind.findings]
    findings += date_findings(date, span, None, symbol)
    work = Work(
        id=f"{base}/eng", family="state", type=row.id, type_name=row.name, symbol=english.symbol,
        symbol_printed=english.symbol_printed, number=symbol.number, year=symbol.year or (date.year if date else None),
        issuer=issuing.issuer, date=date, place="", title=english.title, language="en",
        translation_of=english.symbol or None, complete=text.complete, normative=is_normative(row, symbol),
        evidence=Evidence(symbol=english.symbol_span, date=span, title=english.title_span),
    )  # fmt: skip
    return work, tuple(findings)
