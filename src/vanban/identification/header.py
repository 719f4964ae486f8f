"""The head of a document: motto, issuing bodies, number, place and date, by content and not by order.

In files the two columns of Nghị định 30/2020/NĐ-CP, Phụ lục I (ô số 1-4) come in any order, so each line is told by
what it says. Party layout: Hướng dẫn 36-HD/VPTW.
"""

import re

import msgspec

from vanban.identification.bodies import by_name, province
from vanban.identification.dates import DATE, PrintedDate, find_date
from vanban.identification.lines import Line
from vanban.identification.motto import SECOND_LINE, find_motto
from vanban.identification.symbol_line import begins_with_symbol, find_symbol
from vanban.identification.type_line import title_line
from vanban.model import Family, Span
from vanban.rules import Rules

_BODY = re.compile(
    r"-?\s*(?:can cu\b|kinh (?:gui|trinh)\b|dieu \d+\b|chuong (?:[ivx]+|\d+)\b|theo de nghi\b|xet de nghi\b)"
)
_MARKS = re.compile(
    r"(?:toi mat|tuyet mat|mat|khan|thuong khan|hoa toc|du thao.*|ban sao|ban chinh|cong bao.*|luu hanh noi bo|"
    r"xem xong tra lai|\(?da ky\)?|sao y.*|van ban quy pham phap luat)"
)
_LAST_HEADER_LINE = 40
_LONGEST_CUT = 5
_SHORT = 9
_PIECE_EDGES = " -*_\t"


class Header(msgspec.Struct, frozen=True):
    """What the head prints. Indexes count the lines given; spans point into the content; None: not printed.

    `title` is the index of the line that names the type (or of the first line of the body where none does); `bodies`
    the lines that name issuing bodies, in order.
    """

    family: Family | None
    motto: Span | None
    symbol: Span | None
    bodies: tuple[Line, ...]
    place: Span | None
    date: PrintedDate | None
    title: int
    type_ids: tuple[str, ...]
    body: int


def read_header(content: str, lines: tuple[Line, ...], folded: str, rules: Rules) -> Header:
    """The head of a document from its first lines; `folded` is the fold of the same stretch of the content."""
    motto, family = find_motto(content, lines, folded)
    body = next((index for index, line in enumerate(lines) if _BODY.match(line.folded)), len(lines))
    after_motto = sum([line.end <= motto.end for line in lines]) if motto else 0
    # A motto that only stands inside the text (a form, a quoted act) is no head.
    if motto and after_motto > body:
        motto, family, after_motto = None, None, 0
    soft = motto is not None and not content[motto.start : motto.end].isupper()
    title, types = title_line(lines, after_motto, body, soft, rules)
    first = _first_line(lines, motto, soft, rules)
    zone = list(lines[first : max(first, min(title, body))])
    symbol = find_symbol(zone, rules)
    date, place = _date_and_place(zone, content, folded, symbol)
    if motto is None and symbol is None and date is not None and place is None:
        date = None  # a date alone at the head of a page is the page's
    bodies = tuple(line for line in _bodies(zone, motto, soft, rules) if symbol is None or not _within(line, symbol))
    place = _whole_place(place, zone, content, rules)
    return Header(family, motto, symbol, bodies, place, date, title, types, body)


def _first_line(lines: tuple[Line, ...], motto: Span | None, soft: bool, rules: Rules) -> int:
    """Where the head begins: web pages put menus before it, in small letters or long lines."""
    if motto is None:
        return 0
    at = next((index for index, line in enumerate(lines) if line.end > motto.start), 0)
    while at > 0:
        # The subject of a letter stands under its number, on one line or several: "Số: 5/BNV-VP", "V/v …", motto.
        above = next((back for back in range(1, 5) if back <= at and lines[at - back].folded.startswith("v/v")), 0)
        if not above and not _belongs(lines[at - 1], soft, rules):
            break
        at -= above or 1
    return at


def _belongs(line: Line, soft: bool, rules: Rules) -> bool:
    short = soft and line.text.count(" ") < _SHORT
    return line.capital or short or begins_with_symbol(line, rules) or bool(DATE.search(line.folded))


def _date_and_place(
    zone: list[Line], content: str, folded: str, symbol: Span | None
) -> tuple[PrintedDate | None, Span | None]:
    """The date of the head and the words before it. A date inside a title or a citation is not in the zone."""
    if not zone:
        return None, None
    start, end = zone[0].start, zone[-1].end
    found = None
    at = start
    while (found := find_date(folded, at, end)) is not None:
        line = next((line for line in reversed(zone) if line.start <= found.start), None)
        if line is None:
            return found, None
        begin = symbol.end if symbol and line.start <= symbol.start < found.start else line.start
        before = content[begin : found.start]
        if len(before) <= 60 and not re.search(r"\d", before):
            lead = len(before) - len(before.lstrip(" ,.:;-\t\n"))
            words = before.strip(" ,.:;-\t\n")
            return found, (Span(begin + lead, begin + lead + len(words)) if words else None)
        at = found.end
    return None, None


def _within(line: Line, span: Span) -> bool:
    return line.start < span.end and span.start < line.end


def _whole_place(place: Span | None, zone: list[Line], content: str, rules: Rules) -> Span | None:
    """The name of a province that a line break has cut: "Hà" / "Nội, ngày …" is one place."""
    if place is None or province(content[place.start : place.end], rules) is not None:
        return place
    before = next((line for line in reversed(zone) if line.end <= place.start), None)
    if before is None or content[before.end : place.start].strip():
        return place
    words = list(re.finditer(r"\S+", before.text))
    for word in words[-_LONGEST_CUT:]:
        start = before.start + word.start()
        if province(content[start : place.end], rules) is not None:
            return Span(start, place.end)
    return place


def _bodies(zone: list[Line], motto: Span | None, soft: bool, rules: Rules) -> tuple[Line, ...]:
    """The lines that may name a body: in capitals (any short line of a head in small letters, any known name), and
    neither motto nor mark, number or date; parts of a shared line are cut out.
    """
    found: list[Line] = []
    for line in zone[:_LAST_HEADER_LINE]:
        for piece in _without(line, motto):
            named = piece.capital or (soft and piece.text.count(" ") < _SHORT) or by_name(piece.text, rules) is not None
            if (
                named
                and not piece.text.startswith("(")
                and sum(map(str.isalpha, piece.text)) > 1
                and not begins_with_symbol(piece, rules)
                and not DATE.search(piece.folded)
                and not SECOND_LINE.search(piece.folded)
                and not _MARKS.fullmatch(piece.folded.strip(" .:"))
            ):
                found.append(piece)
    return tuple(found)


def _without(line: Line, motto: Span | None) -> list[Line]:
    """A line less the words of the motto and of the second line that it shares."""
    cuts = [(motto.start - line.start, motto.end - line.start)] if motto else []
    cuts += [match.span() for match in SECOND_LINE.finditer(line.folded)]
    if not cuts and line.text == line.text.strip(_PIECE_EDGES):
        return [line]
    cuts = sorted((max(a, 0), min(b, len(line.text))) for a, b in cuts if a < len(line.text) and b > 0)
    pieces: list[Line] = []
    at = 0
    for start, end in [*cuts, (len(line.text), len(line.text))]:
        words = line.text[at:start].strip(_PIECE_EDGES)
        if words:
            begin = line.text.index(words, at)
            pieces.append(
                Line(
                    line.start + begin, line.start + begin + len(words), words, line.folded[begin : begin + len(words)]
                )
            )
        at = max(at, end)
    return pieces
