"""Acts cited by name: "Luật Đất đai năm 2013", "Bộ luật Dân sự", "Hiến pháp", known names first, whole words only.

Known names come from the table `named_acts`. An unknown name is taken only where its end is certain: a number, a date,
a year, or a sign of punctuation after capitalised words.
"""

import datetime as dt
import re
from functools import cache

from vanban.orthography import fold
from vanban.references import named_acts
from vanban.references.dates_after import date_after, date_or_year_after
from vanban.references.keys import title_key
from vanban.references.mention import Mention
from vanban.references.name_ends import OWN_NUMBER, SIGN, number_beyond, unknown_end
from vanban.references.names_said import spread
from vanban.references.places import Places
from vanban.rules import Rules

_LAW, _ORDINANCE = "luat ", "phap lenh "
_CONSTITUTION = re.compile(r"hien phap(?:\s+(?:cua\s+)?nuoc (?:cong hoa xa hoi chu nghia|chxhcn) viet nam)?(?![a-z])")
_AMENDS = r"(?:sua doi,?(?: va)?\s+bo sung|sua doi|bo sung)(?:\s+mot so dieu(?: khoan)?|\s+dieu [0-9a-z, ]+)?"
_AMENDING = re.compile(rf"{_AMENDS}\s+cua(?:\s+cac)?\s+(?=(?:bo )?luat|phap lenh)")
# "Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch số 35/2018/QH14": no act is named in it.
_AMENDING_SEVERAL = re.compile(
    rf"{_AMENDS}\s+cua\s+(?:cac|mot so|[0-9]+)\s+luat\s+(?:co )?lien quan[^.;:()\n\"]{{0,120}}?(?={OWN_NUMBER.pattern})"
)


def named_mentions(content: str, folded: str, places: Places, numbered: list[Mention], rules: Rules) -> list[Mention]:
    """Every act cited by its name, in order; one with its number printed takes over that mention from `numbered`."""
    begins = {mention.digits: mention for mention in numbered}
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
    found = spread(content, folded, found, rules)
    found.sort(key=lambda mention: mention.start)
    return found


def _laws(content: str, folded: str, places: Places) -> list[tuple[int, int]]:
    """Where "Luật" stands, or "luật" after "Bộ", and the name behind it."""
    return [
        (at, at + len(_LAW))
        for at in places.laws
        if (content[at] == "L" or folded.endswith("bo ", 0, at))
        and folded[at + len(_LAW) : at + len(_LAW) + 1].isalpha()
    ]


def _ordinances(content: str, folded: str, places: Places) -> list[tuple[int, int]]:
    ends = ((at, at + len(_ORDINANCE)) for at in places.ordinances if content[at] == "P")
    return [(at, end) for at, end in ends if folded[end : end + 1].isalpha()]


def _named_by_the_outer(outer: Mention, inner: Mention) -> bool:
    """Whether what follows the inner name of an amending act was given to the amending act already."""
    named = outer.symbol or outer.date or outer.year
    return outer.plural and bool(named) and outer.start < inner.start and inner.end <= outer.end


def _law_at(content: str, folded: str, at: int, name_at: int, rules: Rules) -> Mention | None:
    first = content[at]
    kind = "phap-lenh" if folded[at] == "p" else "luat"
    start = at
    if kind == "luat" and folded[max(0, at - 3) : at] == "bo " and content[at - 3] in "Bb":
        if content[at - 3] == "B" or first == "L":
            kind, start = "bo-luat", at - 3
        first = "L" if kind == "bo-luat" else first
    if first not in "LP" or folded[max(0, start - 5) : start] == "phap ":
        return None
    if start and folded[start - 1].isalnum():
        return None
    if folded.startswith(("so ", "nay", "so:"), name_at) and content[name_at : name_at + 2].lower() in (
        "số",
        "nà",
        "so",
        "na",
    ):
        return None
    several = _AMENDING_SEVERAL.match(folded, name_at)
    if several is not None:
        return Mention(start, several.end(), kind, title=" ".join(content[name_at : several.end()].split()))
    amending = _AMENDING.match(folded, name_at)
    if amending is not None and kind != "bo-luat":
        inner = _law_at(content, folded, *_inner(folded, amending.end()), rules)
        if inner is not None:
            end = _last_amended(content, folded, inner.end, rules)
            return Mention(start, end, kind, title=" ".join(content[name_at:end].split()), plural=True)
        return None
    length = _known(content, folded, name_at, kind, rules)
    if length and not _is_longer(content, folded, start, name_at, length, rules):
        return Mention(start, name_at + length, kind, title=" ".join(content[name_at : name_at + length].split()))
    stop = unknown_end(content, folded, start, name_at)
    return Mention(start, stop, kind, title=" ".join(content[name_at:stop].split())) if stop is not None else None


def _is_longer(content: str, folded: str, start: int, name_at: int, length: int, rules: Rules) -> bool:
    """Whether a known name is but the beginning of one that the table lacks, which its own number closes."""
    number = number_beyond(content, folded, start, name_at, name_at + length)
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
    # "Luật Quy hoạch số 112/2025/QH15": the words before the number belong to the name, whatever type they look like
    ours = following is not None and (not following.typed or following.start > mention.start)
    if following is not None and ours and not (mention.plural and _known_number(following, rules)):
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
        act.symbol for act in rules.named_acts if act.symbol and not fold(act.name).startswith(("sua doi", "bo sung"))
    )


def _known(content: str, folded: str, at: int, kind: str, rules: Rules) -> int:
    """The length of the longest known name that stands at `at` in whole words; 0 for none.

    A name of one word is read with its marks, where the paper has any: "Hội Luật gia" is not the law on prices (giá).
    """
    stop = at
    while folded[stop : stop + 1].isalnum():
        stop += 1
    for name in _names(rules).get(folded[at:stop], ()):
        if folded.startswith(name, at) and not folded[at + len(name) : at + len(name) + 1].isalnum():
            if " " in name or content[max(0, at - 5) : at + len(name)].isascii():
                return len(name)
            if title_key(kind, content[at : at + len(name)]) in _short_names(rules):
                return len(name)
    return 0


@cache
def _names(rules: Rules) -> dict[str, tuple[str, ...]]:
    """First word -> the folded names that begin with it, the longest first."""
    index: dict[str, set[str]] = {}
    for act in rules.named_acts:
        if act.type in ("luat", "bo-luat", "phap-lenh"):
            for name in (act.name, *act.aliases):
                plain = fold(name)
                if not plain.startswith(("sua doi", "bo sung")):
                    index.setdefault(plain.split(" ", 1)[0].strip(","), set()).add(plain)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in index.items()}


@cache
def _short_names(rules: Rules) -> frozenset[str]:
    """The keys of the names of one word, with their marks."""
    return frozenset(
        title_key(act.type, name) for act in rules.named_acts for name in (act.name, *act.aliases) if " " not in name
    )
