"""Acts cited by name: "Luật Đất đai năm 2013", "Bộ luật Dân sự", "Hiến pháp", known names first, whole words only.

Known names come from the table `named_acts`. An unknown name is taken only where its end is certain: a number, a date,
a year, or a sign of punctuation after capitalised words.
"""

import datetime as dt
import re
from functools import cache
from operator import attrgetter

from vanban.orthography import fold
from vanban.references import named_acts
from vanban.references.dates_after import date_after, date_or_year_after
from vanban.references.keys import title_key
from vanban.references.mention import Mention
from vanban.references.name_ends import OWN_NUMBER, SIGN, number_beyond, unknown_end
from vanban.references.names_said import spread
from vanban.references.places import Places
from vanban.rules import Rules

_LAW, _ORDINANCE = len("luat "), len("phap lenh ")
_START, _DIGITS = attrgetter("start"), attrgetter("digits")
_CONSTITUTION = re.compile(r"hien phap(?:\s+(?:cua\s+)?nuoc (?:cong hoa xa hoi chu nghia|chxhcn) viet nam)?(?![a-z])")
_AMENDS = r"(?:sua doi,?(?: va)?\s+bo sung|sua doi|bo sung)(?:\s+mot so dieu(?: khoan)?|\s+dieu [0-9a-z, ]+)?"
# How those begin, and no other name.
_AMENDS_BEGINS = ("sua doi", "bo sung")
# "Luật số 34 …", "Luật này": no names, as spelled.
_NO_PLAIN_NAME = (*_AMENDS_BEGINS, "so ", "so:", "nay")
_NO_NAME = ("số", "nà", "so", "na")
_AMENDING = re.compile(rf"{_AMENDS}\s+cua(?:\s+cac)?\s+(?=(?:bo )?luat|phap lenh)")
# "Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch số 35/2018/QH14": no act is named in it.
_AMENDING_SEVERAL = re.compile(
    rf"{_AMENDS}\s+cua\s+(?:cac|mot so|[0-9]+)\s+luat\s+(?:co )?lien quan[^.;:()\n\"]{{0,120}}?(?={OWN_NUMBER.pattern})"
)


def named_mentions(content: str, folded: str, places: Places, numbered: list[Mention], rules: Rules) -> list[Mention]:
    """Every act cited by its name, in order; one with its number printed takes over that mention from `numbered`."""
    begins = dict(zip(map(_DIGITS, numbered), numbered, strict=True))
    found: list[Mention] = []
    for named in (_laws(content, folded, places), _ordinances(content, folded, places)):
        outer: Mention | None = None
        for at, name_at in named:
            mention = _law_at(content, folded, at, name_at, rules)
            if mention is None:
                continue
            if outer is None or not _named_by_the_outer(outer, mention):
                _with_facts(folded, mention, begins, rules)
            outer = mention if mention.plural else outer
            found.append(mention)
    for at in places.constitutions:
        mention = _constitution_at(folded, at) if content[at] == "H" else None
        if mention is not None:
            _with_facts(folded, mention, begins, rules)
            found.append(mention)
    found = spread(content, folded, found, places, rules)
    found.sort(key=_START)
    return found


def _laws(content: str, folded: str, places: Places) -> list[tuple[int, int]]:
    """Where "Luật" stands, or "luật" after "Bộ", and the name behind it."""
    return [
        (at, name_at)
        for at in places.laws
        if (content[at] == "L" or folded.endswith("bo ", 0, at))
        and folded[(name_at := at + _LAW) : name_at + 1].isalpha()
    ]


def _ordinances(content: str, folded: str, places: Places) -> list[tuple[int, int]]:
    return [
        (at, name_at)
        for at in places.ordinances
        if content[at] == "P" and folded[(name_at := at + _ORDINANCE) : name_at + 1].isalpha()
    ]


def _named_by_the_outer(outer: Mention, inner: Mention) -> bool:
    """Whether what follows the inner name of an amending act was given to the amending act already."""
    named = outer.symbol or outer.date or outer.year
    return outer.plural and bool(named) and outer.start < inner.start and inner.end <= outer.end


def _law_at(content: str, folded: str, at: int, name_at: int, rules: Rules) -> Mention | None:
    kind, start = "luat", at
    if folded[at] == "p":
        kind = "phap-lenh"
    elif folded.endswith("bo ", 0, at) and (content[at - 3] == "B" or content[at] == "L"):
        kind, start = "bo-luat", at - 3
    if content[at] not in "LP" and kind != "bo-luat":
        return None
    if folded[start - 1 : start].isalnum() or folded.endswith("phap ", 0, start):
        return None
    if folded.startswith(_NO_PLAIN_NAME, name_at):
        if content[name_at : name_at + 2].lower() in _NO_NAME:
            return None
        several = _AMENDING_SEVERAL.match(folded, name_at)
        if several is not None:
            return _named(content, start, name_at, several.end(), kind)
        amending = _AMENDING.match(folded, name_at)
        if amending is not None and kind != "bo-luat":
            inner = _law_at(content, folded, *_inner(folded, amending.end()), rules)
            if inner is None:
                return None
            mention = _named(content, start, name_at, _last_amended(content, folded, inner.end, rules), kind)
            mention.plural = True
            return mention
    end = _known_end(content, folded, name_at, kind, rules)
    if not end or _is_longer(content, folded, start, name_at, end, rules):
        stop = unknown_end(content, folded, start, name_at)
        if stop is None:
            return None
        end = stop
    return _named(content, start, name_at, end, kind)


def _named(content: str, start: int, name_at: int, end: int, kind: str) -> Mention:
    return Mention(start, end, kind, title=" ".join(content[name_at:end].split()))


def _is_longer(content: str, folded: str, start: int, name_at: int, end: int, rules: Rules) -> bool:
    """Whether a known name is but the beginning of one that the table lacks, which its own number closes."""
    number = number_beyond(content, folded, start, name_at, end)
    return bool(number) and number not in _numbers_of_base_acts(rules)


_AND_ACT = re.compile(r"(?:,| và)\s(?=(?:Bộ l|L)uật |Pháp lệnh )")


def _last_amended(content: str, folded: str, at: int, rules: Rules) -> int:
    """Where the name of an amending act ends whose first amended act ends at `at`.

    "Luật sửa đổi … của Luật A, Luật B và Luật C ngày …": the day or number after the list is that of the amending act,
    unless it is the known one of the last act named. Without either nothing tells the list from a list of citations.
    """
    end, last, closed = at, None, False
    while not closed and (more := _AND_ACT.match(content, end)) is not None:
        closed = more.group().startswith(" và")
        place, name_at = _inner(folded, more.end())
        following = _law_at(content, folded, place, name_at, rules)
        if following is None or following.plural:
            return at
        end, last = following.end, following
    if last is None or not closed:
        return at
    dated = date_after(folded, end)
    number = OWN_NUMBER.match(folded, end)
    if dated is not None:
        return at if _is_known(last, dated[0], rules) else end
    if number is None:
        return at
    symbol = content[number.start() :].lstrip(", ").split(" ", 2)[1].rstrip(",;.")
    return at if symbol in _numbers_of_base_acts(rules) else end


def _is_known(mention: Mention, day: dt.date, rules: Rules) -> bool:
    """Whether the day is that of the very act named, by the table."""
    return any(act.date == day for act in named_acts.of_name(mention.type, mention.title, rules))


def _inner(folded: str, at: int) -> tuple[int, int]:
    """Where the type word and the name of the act stand that an amending act's name holds."""
    if folded.startswith("bo luat", at):
        return at + 3, at + 8
    return (at, at + 10) if folded.startswith("phap lenh", at) else (at, at + 5)


def _constitution_at(folded: str, at: int) -> Mention | None:
    if at and folded[at - 1].isalnum():
        return None
    match = _CONSTITUTION.match(folded, at)
    if match is None or folded.startswith(" nay", match.end()):
        return None
    return Mention(at, match.end(), "hien-phap", title="Hiến pháp")


def _with_facts(folded: str, mention: Mention, numbered: dict[int, Mention], rules: Rules) -> None:
    """Add the number, the day or the year that stand right after a name."""
    at = mention.end
    sign = SIGN.match(folded, at)
    following = numbered.get(sign.end()) if sign is not None else None
    if following is not None:
        # "Luật Quy hoạch số 112/2025/QH15": words before the number belong to the name, whatever type they look like
        ours = not following.typed or following.start > mention.start
        if ours and not (mention.plural and _known_number(following, rules)):
            mention.symbol, mention.date, mention.year = following.symbol, following.date, following.year
            mention.end = following.end
            following.tail = -1  # taken over: the caller drops it
            return
    dated = date_or_year_after(folded, at, bare=True)
    if dated is not None and (dated[0] is not None or not mention.plural):
        mention.date, mention.year, mention.end = dated


def _known_number(mention: Mention, rules: Rules) -> bool:
    """Whether the number is that of an act which is itself no amending act: then it belongs to the inner name."""
    return mention.symbol in _numbers_of_base_acts(rules)


@cache
def _numbers_of_base_acts(rules: Rules) -> frozenset[str]:
    return frozenset(
        act.symbol for act in rules.named_acts if act.symbol and not fold(act.name).startswith(_AMENDS_BEGINS)
    )


def _known_end(content: str, folded: str, at: int, kind: str, rules: Rules) -> int:
    """Where the longest known name ends that stands at `at` in whole words; 0 for none.

    A name of one word is read with its marks, where the paper has any: "Hội Luật gia" is not the law on prices (giá).
    """
    match = _names(rules).match(folded, at)
    if match is None:
        return 0
    end = match.end()
    if " " in match[0] or content[max(0, at - 5) : end].isascii():
        return end
    return end if title_key(kind, content[at:end]) in _short_names(rules) else 0


@cache
def _names(rules: Rules) -> re.Pattern[str]:
    """The folded names of acts, the longest first, those with one first letter together: it tells most apart."""
    names: dict[str, set[str]] = {}
    for act in rules.named_acts:
        if act.type in ("luat", "bo-luat", "phap-lenh"):
            for plain in map(fold, (act.name, *act.aliases)):
                if not plain.startswith(_AMENDS_BEGINS):
                    names.setdefault(plain[0], set()).add(re.escape(plain[1:]))
    letters = (f"{letter}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for letter, rest in names.items())
    return re.compile(f"(?:{'|'.join(letters)})(?![a-z0-9])")


@cache
def _short_names(rules: Rules) -> frozenset[str]:
    """The keys of the names of one word, with their marks."""
    return frozenset(
        title_key(act.type, name) for act in rules.named_acts for name in (act.name, *act.aliases) if " " not in name
    )
