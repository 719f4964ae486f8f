"""Numbers that every place gives for itself ("12/2020/QĐ-UBND", "05-NQ/TU"), and the body named beside one.

Local numbers repeat over the provinces, so the body is part of what they are (Nghị định 30/2020/NĐ-CP, Điều 15).
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from vanban.identification.bodies import by_name
from vanban.orthography.capitals import CAPITALS
from vanban.references.keys import symbol_key
from vanban.rules import Rules

_LEAD = re.compile(r",?\s?(?:cua|do)\s")
_WORD = re.compile(r"\s?(?:TP\.|\w+)")
_MOST_WORDS, _FEWEST_WORDS = 14, 3
_CAPITALS_AFTER = re.compile(rf"(?:\s[{CAPITALS}]\w*)*")


@cache
def _codes(rules: Rules) -> frozenset[str]:
    return frozenset(code.upper() for row in rules.local_bodies for code in row.codes)


def is_local(symbol: str, rules: Rules) -> bool:
    """Whether every province, district or committee numbers such documents in a series of its own."""
    return _has_local_code(symbol.partition("/")[2].lstrip("0123456789/"), rules)


@lru_cache(maxsize=4096)
def _has_local_code(codes: str, rules: Rules) -> bool:
    """Whether one of the codes after a symbol's number is a local body's: "QĐ-UBND", "TU"."""
    # the term stands after the code in older numbers: "05/2016/NQ-HĐND8"
    parts = symbol_key(codes).replace("/", "-").split("-")
    return any(part.rstrip("0123456789") in _codes(rules) for part in parts if part)


_KIND = re.compile(r"(?:tinh|thanh-pho|tp|huyen|quan|xa|phuong|thi-xa|thi-tran|dac-khu)-")
_KIND_INSIDE = re.compile(r".*?-(?:tinh|thanh-pho|tp|huyen|quan|xa|phuong|thi-xa|thi-tran|dac-khu)-(?!uy-)")


@cache
def _bodies(rules: Rules) -> tuple[str, ...]:
    """The ids of the kinds of local bodies, the longest first: "ban-to-chuc-tinh-uy" before "ban"."""
    return tuple(sorted((f"{row.id}-" for row in rules.local_bodies), key=len, reverse=True))


@lru_cache(maxsize=4096)
def place_of(issuer: str, rules: Rules) -> str:
    """The place in a local issuer's id: "ubnd-tinh-ha-tinh", "tinh-uy-ha-tinh" -> "ha-tinh"; "" for a central body."""
    for body in _bodies(rules):
        if issuer.startswith(body):
            return _KIND.sub("", issuer[len(body) :], count=1)
    inside = _KIND_INSIDE.match(issuer)
    return issuer[inside.end() :] if inside is not None else ""


def issuer_after(content: str, folded: str, at: int, rules: Rules) -> str:
    """The id of the local body named right after a number: "… của Ủy ban nhân dân tỉnh Hà Tĩnh"; "" for none.

    Nothing is said where the words name no place ("của Ủy ban nhân dân tỉnh"): that is the writer's own.
    """
    lead = _LEAD.match(folded, at)
    if lead is None:
        return ""
    ends = []
    end = lead.end()
    for _ in range(_MOST_WORDS):
        word = _WORD.match(content, end)
        if word is None:
            break
        end = word.end()
        ends.append(end)
    for stop in ends[: _FEWEST_WORDS - 2 : -1]:
        body = by_name(content[lead.end() : stop], rules, provinces_only=True)
        if body is not None:
            return body.id
    return _smaller(content, lead.end(), ends, rules)


def _smaller(content: str, start: int, ends: list[int], rules: Rules) -> str:
    """A body of a district or commune: its name ends with the last capitalised word of the place."""
    for before, stop in pairwise(ends[_FEWEST_WORDS - 2 :]):
        place = content[before:stop].strip()
        if place.istitle() and "\n" not in content[before:stop] and by_name(content[start:stop], rules) is not None:
            rest = _CAPITALS_AFTER.match(content, stop)
            body = by_name(content[start : rest.end() if rest else stop], rules)
            return body.id if body is not None else ""
    return ""
