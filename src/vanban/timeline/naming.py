"""Names of provisions: from an eid to what a lawyer says ("điểm đ1 khoản 2 Điều 4a"), and from what a person types.

Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.7: units are named from the smallest to the largest, without commas; Điều and
what stands above it with a capital letter, khoản and điểm without.
"""

import re
from functools import cache, lru_cache
from typing import Literal

from vanban.model import Unit
from vanban.model.errors import UsageError
from vanban.model.provision import Level
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.unit_name import UnitName

Language = Literal["vi", "en"]

# "cl_2", "app_II", and without a number "app" (the only appendix of a document).
_STEP = re.compile(r"([a-z]+)(?:_(.+?)(?:-\d+)?)?")
# What stands above the first unit: the head (names, symbol, title), then the opening words. These are the grounds of an
# act, or in a letter, which has none, whatever leads in to its body: "phần mở đầu" is true of both.
_WHOLE = {
    "vi": {"preface": "phần đầu", "preamble": "phần mở đầu", "conclusions": "phần cuối", "": "văn bản"},
    "en": {"preface": "the heading", "preamble": "the preamble", "conclusions": "the conclusion", "": "the document"},
}
_NUMBER = r"(?:\d+(?:\.\d+)*[a-zđ]{0,2}\d?|[ivxlc]+[a-zđ]?|[a-zđ]\d*)"
# Levels below which the numbering starts anew, so that what stands above them is part of the identifier.
_OUTSIDE_ARTICLES = ("part", "chapter", "section", "subsection")
_OWN_ARTICLES = (*_OUTSIDE_ARTICLES, "article")


@cache
def _by_eid(rules: Rules) -> dict[str, UnitName]:
    return {row.eid: row for row in rules.unit_names}


@cache
def _by_level(rules: Rules) -> dict[str, UnitName]:
    return {row.level: row for row in rules.unit_names}


@cache
def _typed(rules: Rules) -> re.Pattern[str]:
    """One unit as typed: a word and a number ("khoan 2", "k2"), or a bare number ("a", "2")."""
    words = sorted({word for row in rules.unit_names for word in row.typed}, key=len, reverse=True)
    word = "|".join(re.escape(word) for word in words)
    return re.compile(
        rf"\s*(?:cua\s+)?(?:(?P<word>{word})[\s.]*(?=\d|[\s.]))?\s*(?P<num>{_NUMBER})\s*[,;]?(?=\s|$|[a-z])"
    )


def path_of(eid: str, rules: Rules) -> tuple[Unit, ...]:
    """The units of an eid, outermost first; of new wording quoted in an amending act, the units of the wording only."""
    own = re.split(r"qstr_\d+__", eid)[-1]
    steps = (_STEP.fullmatch(step) for step in own.split("__"))
    known = _by_eid(rules)
    return tuple(
        Unit(known[step[1]].level, (step[2] or "").replace("dd", "đ"))
        for step in steps
        if step is not None and step[1] in known
    )


@lru_cache(maxsize=1 << 16)
def eid_of(path: tuple[Unit, ...], rules: Rules) -> str:
    """The eid that the naming convention gives a path: what stands above an article is left out, đ is written dd."""
    levels = [unit.level for unit in path]
    if "article" in levels and levels[0] not in ("appendix", "form"):
        path = tuple(unit for unit in path if unit.level not in _OUTSIDE_ARTICLES)
    known = _by_level(rules)
    steps = ((known[unit.level].eid, unit.num.replace("đ", "dd").replace(" ", "-")) for unit in path)
    return "__".join(f"{name}_{number}" if number else name for name, number in steps)


def provision_name(eid: str | None, rules: Rules, language: Language = "vi") -> str:
    """The name of a unit: "art_4a__cl_2__point_dd1" -> "điểm đ1 khoản 2 Điều 4a"; None is the document as a whole."""
    whole = _WHOLE[language]
    if not eid or eid in whole:
        return whole[eid or ""]
    if "__qstr_" in eid:
        quoting, quoted = re.split(r"__qstr_\d+(?:__|$)", eid, maxsplit=1)
        inner, outer = provision_name(quoted or None, rules, language), provision_name(quoting, rules, language)
        return f"{inner} (trích tại {outer})" if language == "vi" else f"{inner} (quoted in {outer})"
    return path_name(path_of(eid, rules), rules, language) or eid


def path_name(path: tuple[Unit, ...], rules: Rules, language: Language = "vi") -> str:
    """The name of a path, outermost first; "" is the document as a whole."""
    known = _by_level(rules)
    if len(path) > 1 and path[0].level == "appendix" and not path[0].num and path[1].level in _OWN_ARTICLES:
        path = path[1:]  # a regulation that the document promulgates: its articles are named without "Phụ lục"
    names = [f"{getattr(known[unit.level], language)} {unit.num}".strip() for unit in reversed(path)]
    return (" " if language == "vi" else ", ").join(names)


def parse_provision(words: str, rules: Rules) -> tuple[Unit, ...]:
    """The path that a person typed, outermost first: "điểm a khoản 2 Điều 5", "d5 k2 a", "Đ.5 K.2", "5.2.a", an eid.

    A bare letter is a point; bare numbers with dots between them are article, clause, point. Raises UsageError where
    the words name no provision, or one level twice.
    """
    text = words.strip()
    path = path_of(text, rules) if "_" in text else _read(text, rules)
    levels = [unit.level for unit in path]
    if not path or len(set(levels)) != len(levels):
        raise UsageError("bad-provision", words=words)
    known = _by_level(rules)
    return tuple(sorted(path, key=lambda unit: known[unit.level].order))


def _read(text: str, rules: Rules) -> tuple[Unit, ...]:
    dotted = re.fullmatch(r"(\d+[a-zđ]?)\.(\d+[a-zđ]?)(?:\.([a-zđ]\d?))?", text.lower())
    if dotted:
        named: tuple[tuple[Level, str | None], ...] = (
            ("article", dotted[1]), ("clause", dotted[2]), ("point", dotted[3])
        )  # fmt: skip
        return tuple(Unit(level, num) for level, num in named if num)
    text = re.sub(r"(?i)(?<=\d)(?=k\d)", " ", text)
    folded = fold(text)
    levels = {word: row.level for row in rules.unit_names for word in row.typed}
    found: list[Unit] = []
    at = 0
    while at < len(folded.rstrip()):
        match = _typed(rules).match(folded, at)
        if match is None:
            return ()
        number = text[match.start("num") : match.end("num")]
        level = levels[match["word"]] if match["word"] else ("point" if number[0].isalpha() else None)
        if level is None:
            return ()
        found.append(Unit(level, _number(level, number)))
        at = match.end()
    return tuple(found)


def _number(level: Level, number: str) -> str:
    """Roman numerals as they are printed ("viia" -> "VIIa"), everything else in small letters."""
    roman = re.fullmatch(r"([ivxlc]+)([a-zđ]?)", number.lower())
    if roman and level in ("part", "chapter", "section", "appendix"):
        return roman[1].upper() + roman[2]
    return number.lower()
