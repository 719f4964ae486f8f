"""Documents cited by number and symbol: "Nghị định số 34/2016/NĐ-CP", "126- QĐ/TW", "65/HĐBT", "270B-NQ/HĐNN8".

The slash is the anchor: what stands left and right of it decides. Codes are capitals (Nghị định 30/2020, Phụ lục III),
so that the original text, not the folded one, tells a symbol from "và/hoặc", "km/h" or a date.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product

import msgspec

from vanban.identification.symbol import normalise, parse
from vanban.orthography.capitals import SMALL
from vanban.references.dates_after import date_or_year_after
from vanban.references.local_numbers import is_local, issuer_after
from vanban.references.mention import Mention
from vanban.references.type_words import TypesBefore, type_before, types_before
from vanban.rules import Rules

_CODE = (
    r"(?:TTg|Qh[0-9]{1,2}|CTr|TTr|TrS|QĐi|QyĐ|TTG"
    r"|(?:[A-ZĐÐА-ЯЁƯÂÊÔƠĂ&]{1,14}[0-9]{0,2}[A-ZĐ]{0,3})(?:\.[A-ZĐ0-9]{1,10})*)"
)
_JOINT = r"(?:\s?[-–−‐/]\s?(?=[A-ZĐÐА-ЯC]))"
# What a year may be glued to, the slash forgotten ("98/2021NĐ-CP", "80/2015QH13"): the shape of codes, no list of them.
_CODE_GLUED = r"[A-ZĐ]{2,7}(?:-[A-ZĐ]|[0-9]{1,2}\b)"
_RIGHT = re.compile(
    rf"//?\s?(?:(?:19|20)[0-9]{{2}}(?:\s?[/-]/?\s?|(?={_CODE_GLUED})))?{_CODE}(?:{_JOINT}{_CODE})*"
    # a word may be glued to the code ("34/2016/NĐ-CPquy định"), then the code has two capitals at least
    rf"(?:(?![^\W_])|(?<=[A-ZĐ][A-ZĐ])(?=[{SMALL}]))(?!\s?/\s?[0-9])"
)
_LEFT = re.compile(r"[0-9][0-9]{0,4}[A-ZĐa-zđ]?(?:\.[0-9]{1,3})?(?:\s?[-–−]\s?[A-ZĐÐ][A-ZĐa-z]{0,9})* ?\Z")
# The numbers of the National Assembly and its Standing Committee are no other thing's, even with no word before them.
_ASSEMBLY = re.compile(r"[0-9]{1,4}/(?:19|20)[0-9]{2}/(?:QH|UBTVQH)[0-9]{1,2}")
# "Mẫu số: 01/TTr", the number perhaps on the next line.
_FORM_BEFORE = tuple(
    "".join(words)
    for words in product(("mau", "bieu", "phieu", "bang"), ("", " so"), ("", ":"), ("", " ", "\n", " \n"))
)


class Shape(msgspec.Struct, frozen=True, gc=False):
    """A symbol in its one spelling, the types that its shape allows (() where no known shape fits), and whether each
    place numbers such documents for itself.
    """

    symbol: str
    types: tuple[str, ...]
    local: bool


# What is counted in a series: "34/2016" of "34/2016/NĐ-CP". It tells nothing of the type.
_COUNTED = re.compile(r"[0-9]+(/(?:19|20)[0-9]{2}(?=/))?")


@cache
def printed_shapes(rules: Rules) -> Callable[[str], Shape]:
    """What reads a printed symbol, and remembers: the same few thousand come again, of a few hundred series."""

    @lru_cache(maxsize=2048)
    def of_series(first: str) -> tuple[tuple[str, ...], bool]:
        return parse(first, rules).types, is_local(first, rules)

    @lru_cache(maxsize=8192)
    def shape(printed: str) -> Shape:
        symbol = normalise(printed)
        counted = _COUNTED.match(symbol)
        if counted is None:
            return Shape(symbol, *of_series(symbol))
        return Shape(symbol, *of_series(("1/2000" if counted[1] else "1") + symbol[counted.end() :]))

    return shape


def symbol_mentions(content: str, folded: str, rules: Rules) -> list[Mention]:
    """Every document cited by a symbol, in order, with the date after it."""
    found: list[Mention] = []
    types, shapes = types_before(rules), printed_shapes(rules)
    previous: Mention | None = None
    right = _RIGHT.search(content)
    while right is not None:
        mention = _at_slash(content, folded, right, previous, types, shapes, rules)
        if mention is None:
            right = _RIGHT.search(content, right.start() + 1)
        else:
            found.append(mention)
            previous = mention
            right = _RIGHT.search(content, mention.end)
    return found


def _at_slash(
    content: str,
    folded: str,
    right: re.Match[str],
    previous: Mention | None,
    types_named: TypesBefore,
    shapes: Callable[[str], Shape],
    rules: Rules,
) -> Mention | None:
    at, end = right.span()
    # most numbers are a blank and up to five digits: what is more takes a pattern
    start = folded.rfind(" ", at - 6, at) + 1
    if not (start and folded[start:at].isdigit()):
        left = _LEFT.search(content, at - 26 if at > 26 else 0, at)
        if left is None:
            return None
        start = left.start()
        before = content[start - 1 : start]
        if before and (before in "/-.:_@" or (before.isalnum() and not folded.endswith("so", 0, start))):
            return None
    kind = type_before(folded, start, types_named)
    shape = shapes(content[start:end])
    symbol, types = shape.symbol, shape.types
    if kind is not None:
        if not types and not (symbol[-1:].isalpha() and _signed(folded, start)):
            return None
        mention = Mention(kind[1], end, kind[0], symbol, digits=start)
    elif not types:
        return None
    else:
        mention = Mention(start, end, types[0], symbol, typed=False, digits=start)
        if not _stands_alone(mention, types, previous, folded):
            return None
    dated = date_or_year_after(folded, end, bare=False)
    if dated is not None:
        mention.date, mention.year, mention.end = dated
    if shape.local:
        mention.issuer = issuer_after(content, folded, mention.end, rules)
    return mention


def _signed(folded: str, start: int) -> bool:
    """Whether "số" stands before a number."""
    return folded[start - 5 if start > 5 else 0 : start].rstrip(" :.").endswith("so")


def _stands_alone(mention: Mention, types: tuple[str, ...], previous: Mention | None, folded: str) -> bool:
    """Whether a number is a document's without a type word before it; one that goes on a list gets the list's type.

    "biểu số liệu 01/TTr": a number and a code alone are no document.
    """
    start, symbol = mention.start, mention.symbol
    signed = _signed(folded, start)
    sure = signed or "-" in symbol or _ASSEMBLY.fullmatch(symbol) is not None
    if not sure and (previous is None or not _goes_on(folded, previous.end, start)):
        return False
    if folded.endswith(_FORM_BEFORE, 0, start):
        return False
    if signed:
        mention.start = folded.rindex("so", 0, start)
    if previous is not None and previous.type in types and _goes_on(folded, previous.end, mention.start):
        mention.type = previous.type
    return True


_LIST = re.compile(r"[\s,;]*(?:va|hoac)?\s*(?:so)?\s*$")


def _goes_on(folded: str, end: int, start: int) -> bool:
    """Whether only list signs stand between two symbols: "các Nghị định số 1/2020/NĐ-CP, số 2/2021/NĐ-CP"."""
    return start - end < 16 and _LIST.fullmatch(folded, end, start) is not None
