"""Numbers and symbols (số, ký hiệu): one spelling for each, a key to compare them, and their parts.

Nghị định 30/2020/NĐ-CP, Điều 15 (State); Hướng dẫn 36-HD/VPTW (Party); older shapes in the table `symbol_shapes`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from vanban.model import Family
from vanban.rules import Rules
from vanban.rules.symbol_shapes import SymbolShape

_LOOK_ALIKES = str.maketrans(
    # Cyrillic and Greek letters that pass for Latin ones, the Icelandic and African Đ, and every kind of dash
    "АВЕЅІЈКМНОРСТУХавеіјкорстухΑΒΕΙΚΜΝΟΡΤΥΧÐƉðɖ–—−‐‑‒―",
    "ABESIJKMHOPCTYXabeijkopctyxABEIKMNOPTYXĐĐđđ-------",
)
_GLUED_YEAR = re.compile(r"(?<=/(?:19|20)\d\d)(?=[A-ZĐ]{2})")
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_LEAD = re.compile(r"^(?:luật|pháp lệnh|nghị quyết|bộ luật)?\s*(?:số|so)\s*[:.]?\s*", re.IGNORECASE)
_GROUPS = re.compile(r"([/\-]+)")
# The codes that are written with small letters: Nghị định 30/2020/NĐ-CP, Phụ lục III; 36-HD/VPTW; TTg by custom.
_MIXED = {code.upper(): code for code in ("TTg", "TTr", "TrS", "CTr", "QyĐ", "QĐi")}
# Most symbols stand in their one spelling: nothing below would change "34/2016/NĐ-CP".
_OTHER_SPELLINGS = "|".join(_MIXED)
_IN_ONE_SPELLING = re.compile(
    rf"[0-9]+[A-ZĐ]?(?:/(?:19|20)[0-9]{{2}}(?=/))?(?:[/-](?:TTg|(?!(?:{_OTHER_SPELLINGS})(?:[/-]|$))[A-ZĐ][A-ZĐ0-9]*))+"
)
_ZEROS = re.compile(r"^0+(?=\d)")
_ONE_GROUP = re.compile(r"^(\d+[A-ZĐ]?)-([A-ZĐ]+)$")
_NUMBER = re.compile(r"\d+")
_WITH_TERM = re.compile(r"(HĐND|UBND|UBTVQH|QH|UB)K?(\d{1,2})")


class Symbol(msgspec.Struct, frozen=True):
    """The parts of a normalised symbol. Unknown parts are "", None or ().

    `types` are the type ids that the symbol allows, the likeliest first; `bodies` the codes of the issuing bodies as
    in the symbol ("BYT", "BCT"); `unit` that of a công văn; `term` the khóa ("13" of QH13); `shape` the row that fits.
    `normative` is what the shape alone says: True for a year between slashes, False for none, None where it is silent.
    """

    number: str
    year: int | None
    types: tuple[str, ...]
    bodies: tuple[str, ...]
    unit: str
    family: Family
    term: int | None
    shape: str
    normative: bool | None

    @property
    def joint(self) -> bool:
        """Whether several bodies share the symbol."""
        return len(self.bodies) > 1


@lru_cache(maxsize=8192)
def normalise(printed: str) -> str:
    """The symbol in its one spelling: "126- QĐ/TW" -> "126-QĐ/TW", "24/2026//NQ-CP" -> "24/2026/NQ-CP".

    Spaces and invisible characters go, look-alike letters of other scripts become Latin, dashes become hyphens, a
    slash forgotten after the year comes back ("98/2021NĐ-CP"), a group in small letters becomes capital and the codes
    with small letters get theirs ("QĐ-TTG" -> "QĐ-TTg"). Letters are never exchanged otherwise: "ND" stays "ND" (see
    `restored`), and digits stay as printed.
    """
    if _IN_ONE_SPELLING.fullmatch(printed) is not None:
        return printed
    text = unicodedata.normalize("NFC", printed).translate(_LOOK_ALIKES)
    text = _INVISIBLE.sub("", _LEAD.sub("", text.strip())).rstrip(".,;:/-–")
    text = _GLUED_YEAR.sub("/", text)
    pieces = _GROUPS.split(text)
    for index, piece in enumerate(pieces):
        if index % 2:
            pieces[index] = piece[0]
        elif piece.upper() in _MIXED:
            pieces[index] = _MIXED[piece.upper()]
        elif piece.islower() and not (index == 0 and piece[:1].isdigit()):
            pieces[index] = piece.upper()
    return "".join(pieces)


def symbol_key(symbol: str) -> str:
    """What two spellings of one symbol share: "01814/QĐ-UBND" and "1814/qđ-ubnd" -> "1814/QĐ-UBND".

    Upper case, no spaces, no leading zeros of the number; `Đ` is not `D`. A joint symbol's slash is a hyphen
    ("TTLT/BTC-BYT"), and so is the other way round in the oldest ones ("112-CP" = "112/CP").
    """
    key = _ZEROS.sub("", normalise(symbol).upper())
    key = key.replace("TTLT/", "TTLT-").replace("NQLT/", "NQLT-")
    return _ONE_GROUP.sub(r"\1/\2", key)


def parse(symbol: str, rules: Rules) -> Symbol:
    """The parts of a symbol, by the first fitting row of `symbol_shapes`; all empty where none fits."""
    printed = normalise(symbol)
    fitting = _fitting(printed.upper(), rules)
    best = next(fitting, None)
    if best is None and (meant := restored(symbol, rules)) != printed:
        fitting = _fitting(meant.upper(), rules)
        best = next(fitting, None)
    if best is None:
        number = _NUMBER.match(printed)
        return Symbol(number.group() if number else "", None, (), (), "", "other", None, "", None)
    if best.shape == "administrative" and (dispatch := _dispatch(fitting)) is not None:
        # "5348/CT-CS": CT is Chỉ thị and Cục Thuế. The body after a type is a known one; the unit of a công văn is not.
        bodies = body_codes(rules)
        if dispatch.bodies[0] in bodies and best.bodies[0] not in bodies:
            best = msgspec.structs.replace(dispatch, types=(*dispatch.types, *best.types))
        elif dispatch.bodies[0] in bodies:
            best = msgspec.structs.replace(best, types=(*best.types, *dispatch.types))
    return best


def restored(symbol: str, rules: Rules) -> str:
    """The Vietnamese symbol of one printed without đ, as in translations: "66/2017/ND-CP" -> "66/2017/NĐ-CP".

    Each group that is no code as it stands, but would be one with some D read as Đ, is given it; the rest stays.
    """
    pieces = re.split(r"([/\-])", normalise(symbol))
    known = _codes_with_d(rules)
    return "".join(known.get(piece.upper(), piece) for piece in pieces)


def _fitting(text: str, rules: Rules) -> Iterator[Symbol]:
    """What the symbol is by each row that fits, in the order of the table."""
    for row, pattern in _shapes(rules):
        found = _fit(text, row, pattern, rules)
        if found is not None:
            yield found


def _dispatch(further: Iterator[Symbol]) -> Symbol | None:
    return next((found for found in further if found.shape == "dispatch"), None)


def _fit(text: str, row: SymbolShape, pattern: re.Pattern[str], rules: Rules) -> Symbol | None:
    match = pattern.fullmatch(text)
    if match is None:
        return None
    parts = match.groupdict()
    types = row.types
    if code := parts.get("type"):
        types = _types(rules).get((row.family, code), ())
        if not types:
            return None
    year, term = parts.get("year"), parts.get("term")
    bodies = tuple(body for body in re.split(r"[-/]", parts.get("bodies") or "") if body)
    terms = [_WITH_TERM.fullmatch(body) for body in bodies]
    bodies = tuple(found[1] if found else body for found, body in zip(terms, bodies, strict=True))
    term = term or next((found[2] for found in terms if found), None)
    return Symbol(
        number=parts.get("number") or "",
        year=int(year) if year else None,
        types=types,
        bodies=bodies,
        unit=parts.get("unit") or "",
        family=row.family,
        term=int(term) if term else None,
        shape=row.id,
        normative=row.normative,
    )


@cache
def _shapes(rules: Rules) -> tuple[tuple[SymbolShape, re.Pattern[str]], ...]:
    return tuple((row, re.compile(row.pattern)) for row in rules.symbol_shapes)


@cache
def _types(rules: Rules) -> dict[tuple[str, str], tuple[str, ...]]:
    """(family, code in capitals) -> type ids, in the order of the table."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rules.document_types:
        for family, codes in (("state", row.state), ("party", row.party)):
            for code in codes:
                key = (family, code.upper())
                found[key] = (*found.get(key, ()), row.id)
    return found


@cache
def body_codes(rules: Rules) -> frozenset[str]:
    """Every code of an issuing body that the table `issuers` knows, in capitals."""
    return frozenset(code.upper() for row in rules.issuers for code in row.codes)


@cache
def _codes_with_d(rules: Rules) -> dict[str, str]:
    """Codes spelled without đ -> the code, where no other code is spelled so."""
    codes = {code for row in rules.document_types for code in (*row.state, *row.party)}
    codes |= {code for row in rules.issuers for code in row.codes}
    upper = {code.upper() for code in codes}
    found: dict[str, str] = {}
    for code in sorted(codes):
        bare = code.upper().replace("Đ", "D")
        if "Đ" in code.upper() and bare not in upper:
            found.setdefault(bare, code)
    return found
