"""The line of a head that prints the number and symbol: "Số: 12/2031/NĐ-CP", "Luật số: …", blanks, broken lines."""

import re
from functools import cache

from vanban.identification.lines import Line
from vanban.identification.type_line import names_pattern
from vanban.model import Span
from vanban.rules import Rules

_PIECE = r"[a-z0-9&.?]+"
_ALONE = re.compile(rf"(?P<symbol>\d+[a-z]?\s*[/\-]\s*(?:\d{{4}}\s*/\s*)?[a-z]{{2,}}\d*(?:\s*[/\-]\s*{_PIECE})*)")
_BLANK = re.compile(rf"(?P<symbol>[/\-]\s*(?:\d{{4}}\s*/\s*)?[a-z]{{2,}}\d*(?:\s*[/\-]\s*{_PIECE})*)")
_REST = re.compile(rf"{_PIECE}(?:[/\-]{_PIECE})*")


def find_symbol(zone: list[Line], rules: Rules) -> Span | None:
    """The symbol in the lines of a head; one that a line break cuts is put together."""
    numbered, word = _patterns(rules)
    for line, following in zip(zone, [*zone[1:], None], strict=False):
        if match := numbered.match(line.folded):
            return _with_rest(line, match, following)
        if following is None or not word.fullmatch(line.folded):
            continue
        if alone := _ALONE.match(following.folded) or _BLANK.match(following.folded):
            return _span(following, alone)
    for line in zone:
        if alone := _ALONE.fullmatch(line.folded):
            return _span(line, alone)
    return None


def _with_rest(line: Line, match: re.Match[str], following: Line | None) -> Span:
    """The symbol of a line, with the next line's first word where it ends in a hyphen or a slash."""
    span = _span(line, match)
    cut = line.folded[match.end() :].strip() in ("-", "/")
    rest = _REST.match(following.folded) if cut and following is not None else None
    return Span(span.start, following.start + rest.end()) if rest and following else span


def begins_with_symbol(line: Line, rules: Rules) -> bool:
    """Whether a line is that of the number."""
    numbered, word = _patterns(rules)
    return bool(numbered.match(line.folded) or word.fullmatch(line.folded))


@cache
def _patterns(rules: Rules) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The line with a number, and the word alone. Before "Số" only the name of a type may stand: no "Mẫu số"."""
    word = rf"(?:(?:{names_pattern(rules)})\s+)?so\s*[:.]?"
    symbol = rf"(?P<symbol>(?:\d[\d.]*[a-z]?\d*\s*)?(?:[/\-]+\s*{_PIECE}\s*)+|\d+[a-z]?\b)"
    return re.compile(rf"{word}\s*{symbol}"), re.compile(word)


def _span(line: Line, match: re.Match[str]) -> Span:
    start = line.start + match.start("symbol")
    return Span(start, start + len(match["symbol"].rstrip(" .")))
