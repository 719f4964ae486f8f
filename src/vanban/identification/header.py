"""The head of a document: motto, issuing bodies, number, place and date, by content and not by order.

In files the two columns of Nghị định 30/2020/NĐ-CP, Phụ lục I (ô số 1-4) come in any order, so each line is told by
what it says. Party layout: Hướng dẫn 36-HD/VPTW.
"""

import re
from functools import cache

import msgspec

from vanban.identification.bodies import province
from vanban.identification.dates import DATE, PrintedDate, find_date
from vanban.identification.lines import Line
from vanban.model import Family, Span
from vanban.orthography import fold
from vanban.rules import Rules

# "Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam" in the title of a treaty is no motto.
_STATE_MOTTO = re.compile(
    r"(?<!nuoc )(?<!nuoc\n)cong\s*hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam|viet\s+nam\s+dan\s+chu\s+cong\s+hoa"
)
_PARTY_MOTTO = re.compile(r"dang\s+cong\s+san\s+viet\s+nam|dang\s+lao\s+dong\s+viet\s+nam")
_SECOND_LINE = re.compile(r"doc\s*lap\s*[-.]*\s*tu\s*do\s*[-.]*\s*hanh\s*phuc")
# "Số:", "Luật số:", "Số hiệu" is a web page's field and no part of a document.
_SYMBOL = re.compile(
    r"(?:[a-z ]{0,24}?\b)?so\s*[:.]?\s*"
    r"(?P<symbol>(?:\d[\d.]*[a-z]?\d*\s*)?(?:[/\-]+\s*[a-z0-9&.?]+\s*)+|\d+[a-z]?\b)"
)
_SYMBOL_ALONE = re.compile(r"(?P<symbol>\d+[a-z]?\s*[/\-]\s*(?:\d{4}\s*/\s*)?[a-z]{2,}\d*(?:\s*[/\-]\s*[a-z0-9.&]+)*)")
_BLANK = re.compile(r"(?P<symbol>[/\-]\s*(?:\d{4}\s*/\s*)?[a-z]{2,}\d*(?:\s*[/\-]\s*[a-z0-9.&]+)*)")
_TAIL_OF_SYMBOL = re.compile(r"[a-z0-9&.]+(?:[/\-][a-z0-9&.]+)*")
_NUMBER_WORD = re.compile(r"(?:[a-z ]{0,24}?\b)?so\s*[:.]?")
_BODY = re.compile(
    r"-?\s*(?:can cu\b|kinh (?:gui|trinh)\b|dieu \d+\b|chuong (?:[ivx]+|\d+)\b|theo de nghi\b|xet de nghi\b)"
)
_MARKS = re.compile(
    r"(?:toi mat|tuyet mat|mat|khan|thuong khan|hoa toc|du thao.*|ban sao|ban chinh|cong bao.*|luu hanh noi bo|"
    r"xem xong tra lai|\(?da ky\)?|sao y.*|van ban quy pham phap luat)"
)
_LAST_HEADER_LINE = 40
_LONGEST_CUT = 5


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
    motto, family = _motto(content, lines, folded)
    body = next((index for index, line in enumerate(lines) if _BODY.match(line.folded)), len(lines))
    after_motto = sum(line.end <= motto.end for line in lines) if motto else 0
    # A motto that only stands inside the text (a form, a quoted act) is no head.
    if motto and after_motto > body:
        motto, family, after_motto = None, None, 0
    title, types = _title_line(lines, after_motto, body, rules)
    first = _first_line(lines, motto)
    zone = [(index, line) for index, line in enumerate(lines[: min(title, body)]) if index >= first]
    symbol = _symbol(zone)
    date, place = _date_and_place(zone, content, folded, symbol)
    if motto is None and symbol is None and date is not None and place is None:
        date = None  # a date alone at the head of a page is the page's
    bodies = tuple(line for line in _bodies(zone, motto) if symbol is None or not _within(line, symbol))
    place = _whole_place(place, zone, content, rules)
    return Header(family, motto, symbol, bodies, place, date, title, types, body)


def _motto(content: str, lines: tuple[Line, ...], folded: str) -> tuple[Span | None, Family | None]:
    found: list[tuple[int, int, Family]] = []
    mottos: tuple[tuple[re.Pattern[str], Family], ...] = ((_STATE_MOTTO, "state"), (_PARTY_MOTTO, "party"))
    for pattern, family in mottos:
        for match in pattern.finditer(folded, 0, lines[-1].end if lines else 0):
            if content[match.start() : match.end()].upper() == content[match.start() : match.end()]:
                found.append((match.start(), match.end(), family))
                break
    if not found:
        return None, None
    start, end, said = min(found)
    return Span(start, end), said


def _title_line(lines: tuple[Line, ...], start: int, body: int, rules: Rules) -> tuple[int, tuple[str, ...]]:
    """The first line that names a type, alone or before its title; `body` where none does."""
    for index in range(start, body):
        types = types_named(lines[index], rules)
        if types:
            return index, types
    return body, ()


def types_named(line: Line, rules: Rules) -> tuple[str, ...]:
    """The types that a line names as its first words in capitals, or as all its words in any case."""
    match = _type_names(rules).match(line.folded)
    if match is None:
        return ()
    name = line.text[: match.end()]
    rest = line.folded[match.end() :].strip(" :.*-")
    alone = not rest
    if rest and _SYMBOL.match(rest):
        return ()
    if not (name.upper() == name or (alone and name[:1].isupper())):
        return ()
    candidates = _types_by_name(rules)[" ".join(match[0].split())]
    # Names that differ only in their marks fold alike: they are settled on the letters as printed.
    exact = tuple(row for row, words in candidates if " ".join(name.upper().split()) == words.upper())
    return exact or tuple(row for row, _ in candidates)


def type_name_end(line: Line, rules: Rules) -> int:
    """How many characters of a line are the name of a type; 0 where it begins with none."""
    match = _type_names(rules).match(line.folded)
    return match.end() if match else 0


@cache
def _types_by_name(rules: Rules) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rules.document_types:
        for words in (row.name, *row.printed):
            found[fold(words)] = (*found.get(fold(words), ()), (row.id, words))
    return found


@cache
def _type_names(rules: Rules) -> re.Pattern[str]:
    names = sorted(_types_by_name(rules), key=len, reverse=True)
    return re.compile("(?:" + "|".join(name.replace(" ", r"\s+") for name in names) + r")(?![a-z0-9])")


def _first_line(lines: tuple[Line, ...], motto: Span | None) -> int:
    """Where the head begins: web pages put menus before it, in small letters or long lines."""
    if motto is None:
        return 0
    at = next((index for index, line in enumerate(lines) if line.end > motto.start), 0)
    while at > 0 and _belongs(lines[at - 1]):
        at -= 1
    return at


def _belongs(line: Line) -> bool:
    return line.capital or bool(_SYMBOL.match(line.folded)) or bool(DATE.search(line.folded))


def _symbol(zone: list[tuple[int, Line]]) -> Span | None:
    for position, (_, line) in enumerate(zone):
        match = _SYMBOL.match(line.folded)
        if match is None and _NUMBER_WORD.fullmatch(line.folded) and position + 1 < len(zone):
            following = zone[position + 1][1]
            if alone := _SYMBOL_ALONE.match(following.folded) or _BLANK.match(following.folded):
                return _span(following, alone, "symbol")
        if match is not None:
            span = _span(line, match, "symbol")
            if line.folded[match.end() :].strip() in ("-", "/") and position + 1 < len(zone):
                following = zone[position + 1][1]
                if broken := _TAIL_OF_SYMBOL.match(following.folded):
                    return Span(span.start, following.start + broken.end())
            return span
    for _, line in zone:
        if alone := _SYMBOL_ALONE.fullmatch(line.folded):
            return _span(line, alone, "symbol")
    return None


def _span(line: Line, match: re.Match[str], group: str) -> Span:
    text = match[group]
    start = line.start + match.start(group)
    return Span(start, start + len(text.rstrip(" .")))


def _date_and_place(
    zone: list[tuple[int, Line]], content: str, folded: str, symbol: Span | None
) -> tuple[PrintedDate | None, Span | None]:
    """The date of the head and the words before it. A date inside a title or a citation is not in the zone."""
    if not zone:
        return None, None
    end = zone[-1][1].end
    start = zone[0][1].start
    found = None
    at = start
    while (found := find_date(folded, at, end)) is not None:
        line = next((line for _, line in reversed(zone) if line.start <= found.start), None)
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


def _whole_place(place: Span | None, zone: list[tuple[int, Line]], content: str, rules: Rules) -> Span | None:
    """The name of a province that a line break has cut: "Hà" / "Nội, ngày …" is one place."""
    if place is None or province(content[place.start : place.end], rules) is not None:
        return place
    before = next((line for _, line in reversed(zone) if line.end <= place.start), None)
    if before is None or content[before.end : place.start].strip():
        return place
    words = list(re.finditer(r"\S+", before.text))
    for word in words[-_LONGEST_CUT:]:
        start = before.start + word.start()
        if province(content[start : place.end], rules) is not None:
            return Span(start, place.end)
    return place


def _bodies(zone: list[tuple[int, Line]], motto: Span | None) -> tuple[Line, ...]:
    """The lines in capitals that are neither motto nor mark, number or date; parts of a shared line are cut out."""
    found: list[Line] = []
    for _, line in zone[:_LAST_HEADER_LINE]:
        for piece in _without(line, motto):
            if (
                piece.capital
                and any(letter.isalpha() for letter in piece.text)
                and not _SYMBOL.match(piece.folded)
                and not DATE.search(piece.folded)
                and not _SECOND_LINE.search(piece.folded)
                and not _MARKS.fullmatch(piece.folded.strip(" .:"))
            ):
                found.append(piece)
    return tuple(found)


def _without(line: Line, motto: Span | None) -> list[Line]:
    """A line less the words of the motto and of the second line that it shares."""
    cuts = [(motto.start - line.start, motto.end - line.start)] if motto else []
    cuts += [match.span() for match in _SECOND_LINE.finditer(line.folded)]
    cuts = sorted((max(a, 0), min(b, len(line.text))) for a, b in cuts if a < len(line.text) and b > 0)
    pieces: list[Line] = []
    at = 0
    for start, end in [*cuts, (len(line.text), len(line.text))]:
        words = line.text[at:start].strip(" -*_\t")
        if words:
            begin = line.text.index(words, at)
            pieces.append(
                Line(
                    line.start + begin, line.start + begin + len(words), words, line.folded[begin : begin + len(words)]
                )
            )
        at = max(at, end)
    return pieces
