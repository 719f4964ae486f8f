"""English translations: recognised, and tied to the Vietnamese act by the symbol that they print.

A translation yields neither effects nor status.
"""

import datetime as dt
import re
from functools import cache

import msgspec

from vanban.identification.dates import find_english_date
from vanban.identification.lines import Line
from vanban.identification.symbol import normalise, restored
from vanban.model import Span
from vanban.rules import Rules

_SAMPLE = 3_000
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|pursuant|shall|on|a)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SYMBOL = r"(?P<symbol>\d+[a-z]?\s*/\s*[a-z0-9/\- đ]*?[a-zđ]+\d*(?:-[a-zđ]+)*)(?=[\s,.;)]|$)"
_OWN = re.compile(rf"(?P<type>(?:joint )?[a-z]+)\s+no\s*[.:]?\s*{_SYMBOL}")
_ALONE = re.compile(rf"(?:[a-z]+ )?no\s*[.:]*\s*{_SYMBOL}")
_TOGETHER = re.compile(
    r"\n\s*\(\s*(?:promulgated|issued) together with[^.()]{0,60}?(?P<type>decree|decision|circular)\s+"
    rf"no\s*[.:]?\s*{_SYMBOL}"
)
_NEAR = 12
_WHOLE = 400_000
# The number as printed and its place, the date beside it and its place.
_Number = tuple[str, Span | None, dt.date | None, Span | None]
_STOP = re.compile(
    r"(?:pursuant|chapter|article|part|section|the (?:government|prime minister|national assembly|minister|president)|"
    r"at the proposal|in furtherance|with a view|decrees|decides|resolves)\b"
)
_ENACTING = re.compile(
    r"(?P<who>(?:the )?[a-z ,]{4,80}?)\s+(?:hereby )?(?:promulgates?|issues?|adopts?|passes)\s+(?:the|this)\s+"
    r"(?P<type>[a-z ]{3,20}?)\b(?=\s|$)"
)
_NAME_LAST = re.compile(r"[a-z ,\-]{3,80} (?P<type>law|code|ordinance|decree|constitution)")
_PASSED = re.compile(r"(?:was |were )?(?:passed|adopted)\b.{0,160}?\bon\b", re.DOTALL)


class English(msgspec.Struct, frozen=True):
    """What an English text prints of its identity; empty strings and None: not printed."""

    type_ids: tuple[str, ...]
    symbol_printed: str
    symbol: str
    symbol_span: Span | None
    date: dt.date | None
    date_span: Span | None
    who: str
    title: str
    title_span: Span | None


def language(content: str) -> str:
    """The language of a text, "en" for English running text and "vi" otherwise; told by words."""
    sample = content[:_SAMPLE]
    # Every seventh letter of Vietnamese carries a mark; English has next to none. The words decide what is between.
    if 12 * len(sample.encode("ascii", "ignore")) < 11 * len(sample):
        return "vi"
    words = len(_WORD.findall(sample))
    english = len(_ENGLISH.findall(sample))
    return "en" if words and english * 8 >= words else "vi"


def read_english(content: str, lines: tuple[Line, ...], rules: Rules) -> English:
    """Type, symbol, date, issuer and title of a translation from its first lines."""
    names = _names(rules)
    pattern = _pattern(rules)
    at, rest = 0, ""
    types: tuple[str, ...] = ()
    for index, line in enumerate(lines[:12]):
        match = pattern.match(line.folded)
        if match is not None and line.text[:1].isupper():
            at, types, rest = index, names[match[0]], line.text[match.end() :].strip()
            break
    else:
        at = -1
    taken: list[Line] = []
    if at >= 0 and rest:
        taken.append(lines[at])
    for line in lines[at + 1 : at + 12]:
        if _STOP.match(line.folded):
            break
        taken.append(line)
        if line.text.endswith("."):
            break
    if at < 0 and lines and (match := _NAME_LAST.fullmatch(lines[0].folded)):
        types = names.get(match["type"], ())
    if not types:
        for line in lines[:40]:
            if (match := _ENACTING.match(line.folded)) and (found := names.get(match["type"].strip().split(" on")[0])):
                types = found
                break
    words = " ".join(" ".join(line.text.split()) for line in taken)
    span = Span(taken[0].start, taken[-1].end) if taken else None
    symbol_printed, symbol_span, date, date_span = _own_number(content, taken, types, rules)
    if not symbol_printed:
        symbol_printed, symbol_span, date, date_span = _header_number(lines[: max(at, 0)])
    symbol = restored(normalise(symbol_printed), rules) if symbol_printed else ""
    if date is None:
        date, date_span = _passed(content)
    who = next(
        (line.text[m.start("who") : m.end("who")] for line in lines[:60] if (m := _ENACTING.match(line.folded))), ""
    )
    if not who:
        who = next((line.text for line in lines[:20] if line.capital and line.folded.startswith("the ")), "")
    return English(types, symbol_printed, symbol, symbol_span, date, date_span, who, words.strip(" ."), span)


_ISSUERS = {
    "the national assembly": "Quốc hội", "the government": "Chính phủ", "the prime minister": "Thủ tướng Chính phủ",
    "the national assembly standing committee": "Ủy ban Thường vụ Quốc hội", "the president": "Chủ tịch nước",
}  # fmt: skip


def vietnamese_issuer(who: str) -> str:
    """The Vietnamese name of an issuer named in English; "" for those that the symbol names better."""
    return _ISSUERS.get(" ".join(who.lower().split()).removesuffix(" of the socialist republic of vietnam"), "")


def _own_number(content: str, taken: list[Line], types: tuple[str, ...], rules: Rules) -> _Number:
    """The number that a translation gives itself: "Decree No. 5/2010/ND-CP of May 1, 2010, on …" in its title, or
    "(Promulgated together with Decree No. …)" over what it promulgates. Other numbers in a title are of other acts.
    """
    for line in taken:
        match = _OWN.match(line.folded)
        if match is not None and set(_names(rules).get(match["type"], ())) & set(types):
            return _number(line.text, line.folded, match, line.start)
    found = []
    sample = content[: len(content)].lower() if len(content) < _WHOLE else ""
    for match in _TOGETHER.finditer(sample):
        if set(_names(rules).get(match["type"], ())) & set(types):
            found.append(_number(content, sample, match, 0))
    return found[0] if found and len({item[0] for item in found}) == 1 else ("", None, None, None)


def _header_number(lines: tuple[Line, ...]) -> _Number:
    """The number and the day that stand alone in the head above the type: "No. 5/2010/ND-CP", "Hanoi, May 1, 2010"."""
    for line in lines:
        match = _ALONE.fullmatch(line.folded)
        if match is None:
            continue
        printed, span, _, _ = _number(line.text, line.folded, match, line.start)
        for other in lines:
            if found := find_english_date(other.folded, 0):
                return printed, span, found.date, Span(other.start + found.start, other.start + found.end)
        return printed, span, None, None
    return "", None, None, None


def _number(text: str, folded: str, match: re.Match[str], offset: int) -> _Number:
    printed = text[match.start("symbol") : match.end("symbol")]
    span = Span(offset + match.start("symbol"), offset + match.end("symbol"))
    date = find_english_date(folded, match.end("symbol"))
    if date is None or date.start - match.end("symbol") > _NEAR:
        return printed, span, None, None
    return printed, span, date.date, Span(offset + date.start, offset + date.end)


def _passed(content: str) -> tuple[dt.date | None, Span | None]:
    """The day on which a law was passed, told at its end."""
    tail = content[-3_000:].lower()
    for match in _PASSED.finditer(tail):
        if found := find_english_date(tail, match.start()):
            start = len(content) - len(tail)
            return found.date, Span(start + found.start, start + found.end)
    return None, None


@cache
def _names(rules: Rules) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rules.document_types:
        for name in row.english:
            found[name.lower()] = (*found.get(name.lower(), ()), row.id)
    return found


@cache
def _pattern(rules: Rules) -> re.Pattern[str]:
    names = sorted(_names(rules), key=len, reverse=True)
    return re.compile("(?:" + "|".join(names) + r")\b")
