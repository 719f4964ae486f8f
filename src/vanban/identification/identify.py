"""text -> work: the readers of the head and the end are asked, their answers compared, differences are findings."""

import datetime as dt
import re

from vanban.identification import family as families
from vanban.identification import kind as kinds
from vanban.identification import translation
from vanban.identification.completeness import judge
from vanban.identification.dates import PrintedDate, find_date
from vanban.identification.elsewhere import look
from vanban.identification.enacting import Enacting, find_enacting
from vanban.identification.english import translated
from vanban.identification.fields import fields_of
from vanban.identification.header import Header, read_header
from vanban.identification.identifier import work_id
from vanban.identification.issuing import Issuing, decide
from vanban.identification.lines import Head, Line, read_head
from vanban.identification.naming import NAMED_BY_TYPE, name_of, type_row
from vanban.identification.signature import Ending, read_ending
from vanban.identification.symbol import Symbol, normalise, parse
from vanban.identification.title import Title
from vanban.identification.verdicts import date_findings, is_normative, nothing
from vanban.model import Evidence, Finding, LegalBasis, Signal, Span, Text, Work
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.document_types import DocumentType

_BASIS = re.compile(r"-?\s*can cu\b")
_ARTICLE = re.compile(r"dieu (\d+)\b")
_PASSED = re.compile(r"(?:thong qua|lam tai|ky tai)\b[^.;]{0,60}?(?=ngay)")
_ADDRESS = re.compile(r"kinh (?:gui|trinh)\b")
# What begins so is a part of another document: an appendix, a form, one article.
_LOOSE = re.compile(r"phu luc\b|mau so\b|mau \d|danh muc\b|dieu \d+\b|bieu mau\b|\(?(?:ban hanh )?kem theo\b")
_TAIL = 4_000
_FIRST_LINES = 2
# Between the title and the căn cứ of a consolidated text stand the acts that it includes.
_CONSOLIDATED = re.compile(r"duoc sua doi, bo sung (?:boi|theo)\s*:?$")
_KEM_THEO = re.compile(r"\(?\s*(?:ban hanh )?kem theo\b")


def identify(text: Text, rules: Rules) -> tuple[Work, tuple[Finding, ...]]:
    """The identity that a text prints, with evidence, and what its head gets wrong.

    Reads the head (to the first Điều) and the end only. Unknown parts are empty; two voices that disagree about one
    part are a finding, and so is a text that is no document at all.
    """
    head = read_head(text.content)
    if translation.language(text.content) == "en":
        return translated(text, head.lines, rules)
    return _vietnamese(text, head, rules)


def _vietnamese(text: Text, head: Head, rules: Rules) -> tuple[Work, tuple[Finding, ...]]:
    lines = head.lines
    content = text.content
    header = read_header(content, lines, head.folded, rules)
    first_article = next((index for index, line in enumerate(lines) if _ARTICLE.match(line.folded)), len(lines))
    addressed = any(_ADDRESS.match(line.folded) for line in lines[: header.body + 2])
    enacting = None if addressed and not header.type_ids else find_enacting(lines, header.title, rules)
    head_end = lines[first_article].start if first_article < len(lines) else _end_of_head(lines, header)
    ending = read_ending(content, head_end, rules)
    elsewhere = look(text, lines, header, head_end, addressed, rules)

    symbol_span = elsewhere.symbol_span if elsewhere.symbol else header.symbol
    printed = " ".join(elsewhere.symbol.split()) or _quote(content, header.symbol)
    symbol_text = normalise(printed)
    symbol = parse(symbol_text, rules)
    enacted = enacting.type_ids if enacting else elsewhere.type_ids
    consolidated = any(_CONSOLIDATED.search(line.folded) for line in lines[header.title : header.body])
    kind = kinds.decide(header.type_ids, symbol, enacted, addressed, consolidated, symbol_span)
    row = type_row(kind.id, rules)
    title = name_of(content, lines, header, enacting, row, rules)
    if not title.words and elsewhere.title:
        title = Title(elsewhere.title, None, title.after)
    loose = bool(lines) and bool(_LOOSE.match(lines[0].folded)) and not elsewhere.symbol
    if loose or _no_document(header, symbol, enacting, addressed, ending):
        return nothing(text), (Finding("no-identity", "info"),)

    place = _quote(content, header.place)
    who = enacting.who if enacting else elsewhere.who
    # A consolidated text repeats the enacting line and the signature of its base act: they are not its own.
    own = kind.id != "van-ban-hop-nhat"
    only = row.issuer if row else None
    issuing = decide(header.bodies, symbol, who if own else "", ending.for_body if own else "", place, only, rules)
    signals = _signals(header, symbol, symbol_span, ending)
    family, disagreement = families.decide(signals)
    if family == "other" and row is not None and issuing.issuer.id:
        family = "party" if issuing.family == "party" else "state"
    date, date_span = _date(content, row, header.date, ending)
    if date is None and elsewhere.date is not None:
        date, date_span = elsewhere.date, elsewhere.date_span
    normative = is_normative(row, symbol)
    act = family == "state" and normative is not False and row is not None and row.kind == "act"
    bases = tuple(line for line in lines[:first_article] if _BASIS.match(line.folded))
    complete, cut = judge(text, row, ending, first_article < len(lines))
    if not printed and (attached := _attached(lines, title)):
        complete, cut = False, (*cut, attached)
    work = Work(
        id=work_id(
            kind="act" if act else "doc",
            type=row.id if row else "",
            issuer=issuing.issuer.id,
            date=date,
            symbol=symbol_text if symbol.number else "",
            title=title.words,
            fallback=text.source.sha256[:12],
        ),
        family=family,
        type=row.id if row else "",
        type_name=row.name if row else "",
        symbol=symbol_text,
        symbol_printed=printed,
        number=symbol.number,
        year=symbol.year or (date.year if date else header.date.year if header.date else None),
        issuer=issuing.issuer,
        date=date,
        place=place,
        title=title.words,
        complete=complete,
        normative=normative,
        fields=fields_of(title.words, issuing.issuer.id, tuple(line.text for line in bases), rules),
        signers=ending.signers,
        recipients=_recipients(lines, header, ending),
        legal_bases=tuple(LegalBasis(line.start, line.end) for line in bases),
        evidence=Evidence(
            type=_type_span(lines, header),
            symbol=symbol_span,
            issuer=issuing.span,
            date=date_span,
            place=header.place,
            title=title.span,
            signals=signals,
        ),
    )
    findings = (
        *kind.findings,
        *(_issuer_finding(issuing, voice, other) for voice, other in issuing.against),
        *disagreement,
        *elsewhere.findings,
        *cut,
        *date_findings(date, date_span, header.date, symbol),
        *_symbol_findings(printed, symbol, symbol_span),
    )
    return work, findings


def _symbol_findings(printed: str, symbol: Symbol, span: Span | None) -> tuple[Finding, ...]:
    if not printed:
        return (Finding("symbol-missing", "info"),)
    span = span or Span(0, 0)
    details = {"symbol": printed}
    if not symbol.shape:
        return (Finding("symbol-malformed", "warning", span.start, span.end, details),)
    return () if symbol.number else (Finding("symbol-blank", "info", span.start, span.end, details),)


def _quote(content: str, span: Span | None) -> str:
    return " ".join(content[span.start : span.end].split()) if span else ""


def _end_of_head(lines: tuple[Line, ...], header: Header) -> int:
    """Where the text of a document without articles begins: behind its address or its title."""
    known = [index for index in (header.title, header.body) if index < len(lines)]
    if not known:
        return 0
    return lines[min(known[0] + 1, len(lines) - 1)].start


def _type_span(lines: tuple[Line, ...], header: Header) -> Span | None:
    if not header.type_ids:
        return None
    line = lines[header.title]
    return Span(line.start, line.end)


def _signals(header: Header, symbol: Symbol, span: Span | None, ending: Ending) -> tuple[Signal, ...]:
    found: list[Signal] = []
    if header.family and header.motto:
        found.append(Signal("header", header.family, header.motto.start, header.motto.end))
    if symbol.shape:
        start, end = (span.start, span.end) if span else (0, 0)
        found.append(Signal("symbol", symbol.family, start, end))
    return (*found, *ending.signals)


def _issuer_finding(issuing: Issuing, voice: str, other: str) -> Finding:
    span = issuing.span or Span(0, 0)
    details = {"issuer": issuing.issuer.id, "voice": voice, "other": other}
    return Finding("issuer-disagreement", "warning", span.start, span.end, details)


def _no_document(header: Header, symbol: Symbol, enacting: Enacting | None, addressed: bool, ending: Ending) -> bool:
    """A news article, a digest, a form or a loose extract.

    A document has a head (motto, number or date under a type or an address), or begins with its type, or is
    addressed, and then it enacts, is signed, is closed or names its recipients.
    """
    if header.motto is not None or header.date is not None:
        return not (symbol.shape or header.type_ids or header.date or (addressed and _ended(ending)))
    if symbol.shape and (header.type_ids or addressed or header.bodies):
        return not (header.type_ids or addressed or _ended(ending))
    if enacting is not None:
        return False
    begins = bool(header.type_ids) and header.title <= _FIRST_LINES
    return not ((begins or addressed) and (_ended(ending) or (begins and header.title == 0 and header.body > 0)))


def _attached(lines: tuple[Line, ...], title: Title) -> Finding | None:
    """A regulation without a number of its own, "ban hành kèm theo" a decision: a part of that decision."""
    for line in lines[max(0, title.after - 1) : title.after + 3]:
        if _KEM_THEO.match(line.folded):
            return Finding("attached-document", "info", line.start, line.end)
    return None


def _ended(ending: Ending) -> bool:
    return bool(ending.signers or ending.recipients or ending.closed)


def _date(
    content: str, row: DocumentType | None, printed: PrintedDate | None, ending: Ending
) -> tuple[dt.date | None, Span | None]:
    """The date of the head; for laws the day they were passed, for treaties the day they were signed (at the end)."""
    passed = None
    if row is not None and (row.id in NAMED_BY_TYPE or row.id == "dieu-uoc" or printed is None):
        stop = ending.start or len(content)
        start = 0 if row.id == "dieu-uoc" else max(0, stop - _TAIL)
        folded = fold(content[start : len(content) if row.id == "dieu-uoc" else stop])
        for match in _PASSED.finditer(folded):
            if (found := find_date(folded, match.end(), match.end() + 60)) is not None and found.date is not None:
                passed = PrintedDate(start + found.start, start + found.end, found.date, found.year, False)
                break
    best = passed if passed is not None and (printed is None or row is None or row.id in NAMED_BY_TYPE) else printed
    return (best.date, Span(best.start, best.end)) if best is not None else (None, None)


def _recipients(lines: tuple[Line, ...], header: Header, ending: Ending) -> tuple[str, ...]:
    """Those addressed ("Kính gửi") and those listed ("Nơi nhận")."""
    for index, line in enumerate(lines[: header.body + 3]):
        match = _ADDRESS.match(line.folded)
        if match is None:
            continue
        first = line.text[match.end() :].strip(" :;.,-–")
        found = [first] if first else []
        for following in lines[index + 1 : index + 40]:
            if not following.text.startswith(("-", "–", "+", "•")):
                break
            found.append(following.text.lstrip("-–+• ").rstrip(" ;,."))
        return (*found, *ending.recipients)
    return ending.recipients
