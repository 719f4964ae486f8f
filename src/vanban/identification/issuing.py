"""Who issued a document: head, symbol, enacting line and signature are asked, and must agree.

Issuers are entities with lifetimes; a body of the Party's centre signs for the one that shares its code.
"""

from itertools import pairwise

import msgspec

from vanban.identification.bodies import Body, by_code, by_id, by_name, local_kinds, name_key, province, unknown
from vanban.identification.lines import Line
from vanban.identification.symbol import Symbol
from vanban.model import Issuer, Span
from vanban.rules import Rules

_MOST_LINES = 6


class Issuing(msgspec.Struct, frozen=True):
    """The issuer, where its name is printed, and the voices that named another body: (voice, id)."""

    issuer: Issuer
    span: Span | None
    against: tuple[tuple[str, str], ...]
    family: str


def decide(
    lines: tuple[Line, ...],
    symbol: Symbol,
    enacting_who: str,
    signed_for: str,
    place: str,
    only: str | None,
    rules: Rules,
) -> Issuing:
    """The issuer by the voices that name one: two that agree beat the third; the head counts before the symbol.

    `only` is the one body that can issue the type (laws: the National Assembly), for texts that name none.
    """
    units = read_units(lines, place, rules)
    head = units[-1] if units else None
    if len(symbol.bodies) > 1 and (joint := _joint(symbol, rules)):
        return Issuing(joint, _span([unit[0] for unit in units]), (), "state")
    by_symbol = _by_symbol(symbol, head[1] if head else None, units, place, rules)
    voices: list[tuple[str, Body]] = []
    if head is not None:
        voices.append(("head", head[1]))
    if by_symbol is not None:
        voices.append(("symbol", by_symbol))
    for voice, words in (("enacting", enacting_who), ("signature", signed_for)):
        if words and (body := _named(words, head[1] if head else None, place, rules)):
            voices.append((voice, body))
    if not voices and enacting_who:
        voices.append(("enacting", unknown(enacting_who, None, place, rules)))
    if not voices and only and (body := by_id(only, rules)):
        voices.append(("type", body))
    if not voices:
        return Issuing(Issuer("", ""), None, (), "other")
    best = max(
        (body for _, body in voices),
        key=lambda body: (sum(_same(body, other) for _, other in voices), body.known, body is voices[0][1]),
    )
    if by_symbol is not None and by_symbol.id.startswith("chu-tich-ubnd") and _same(by_symbol, best):
        best = by_symbol
    against = tuple((voice, body.id) for voice, body in voices if body.known and not _same(body, best))
    printed = next((unit[0] for unit in reversed(units) if unit[1] is best or unit[1].id == best.id), None)
    name = " ".join(line.text for line in printed) if printed else best.name
    if printed and best.known and by_name(name, rules) is None:
        # "VĂN PHÒNG", "BAN TỔ CHỨC" are names only together with the name above them.
        above = next((unit[0] for unit, below in pairwise(units) if below[0] is printed), [])
        name = best.name if best.parent else f"{name} {_words(tuple(above))}"
    return Issuing(Issuer(best.id, " ".join(name.split())), _span([printed]) if printed else None, against, best.family)


def read_units(lines: tuple[Line, ...], place: str, rules: Rules) -> list[tuple[list[Line], Body]]:
    """The bodies that the head names, superior first: known names by the longest run of lines that spells one."""
    units: list[tuple[list[Line], Body]] = []
    index = 0
    while index < len(lines):
        stop, body = _known_unit(lines, index, rules) or _unknown_unit(lines, index, units, place, rules)
        units.append((list(lines[index:stop]), body))
        index = stop
    return units


def _known_unit(lines: tuple[Line, ...], index: int, rules: Rules) -> tuple[int, Body] | None:
    """The longest run of lines that spells a name of the table or a body of a province; else the shortest run that
    spells a body of another place, and the lines that carry the place on.
    """
    runs = range(index + 1, min(len(lines), index + _MOST_LINES) + 1)
    for stop in reversed(runs):
        if body := by_name(_words(lines[index:stop]), rules, provinces_only=True):
            return stop, body
    for stop in runs:
        if body := by_name(_words(lines[index:stop]), rules):
            while stop < len(lines) and not _opens(lines[stop]):
                longer = by_name(_words(lines[index : stop + 1]), rules)
                if longer is None:
                    break
                stop, body = stop + 1, longer
            return stop, body
    return None


def _words(lines: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in lines)


def _unknown_unit(
    lines: tuple[Line, ...], index: int, units: list[tuple[list[Line], Body]], place: str, rules: Rules
) -> tuple[int, Body]:
    """An unknown name: its line and those that follow up to the next known name."""
    stop = index + 1
    while stop < len(lines) and by_name(lines[stop].text, rules) is None and not _opens(lines[stop]):
        stop += 1
    words = " ".join(line.text for line in lines[index:stop])
    superior = units[-1][1] if units else None
    if superior is not None:
        above = next((unit for unit in reversed(units)), None)
        full = f"{words} {' '.join(line.text for line in above[0])}" if above else words
        if found := by_name(full, rules):
            return stop, found
    return stop, unknown(words, superior, place, rules)


_OPENING = {
    "so",
    "cuc",
    "chi",
    "trung",
    "van",
    "ban",
    "phong",
    "vu",
    "vien",
    "truong",
    "hoi",
    "cong",
    "tong",
    "uy",
    "bo",
}


def _opens(line: Line) -> bool:
    """Whether a line begins with a word that begins names of bodies."""
    return line.folded.split(" ", 1)[0] in _OPENING


def _by_symbol(
    symbol: Symbol, head: Body | None, units: list[tuple[list[Line], Body]], place: str, rules: Rules
) -> Body | None:
    if not symbol.bodies:
        return None
    code = symbol.bodies[0]
    found = by_code(code, rules)
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        return next((body for body in found if head is not None and body.id == head.id), None)
    kinds = local_kinds(code, rules)
    if not kinds:
        return None
    for _, body in reversed(units):
        if any(body.id.startswith(f"{kind}-") for kind in kinds):
            return body
    if "chu-tich-ubnd" in kinds and head is not None and head.id.startswith("ubnd-"):
        return Body(f"chu-tich-{head.id}", "Chủ tịch Ủy ban nhân dân", "state", True, head.id)
    if len(kinds) == 1 and (head is None or not head.known) and (row := province(place, rules)):
        return Body(f"{kinds[0]}-{row.kind}-{row.id}", code, "state", True)
    return None


def _named(words: str, head: Body | None, place: str, rules: Rules) -> Body | None:
    """The body that an enacting line or a signature names; "Ủy ban nhân dân tỉnh" takes its place from the head."""
    body = by_name(words, rules)
    if body is not None:
        return body
    key = name_key(words)
    for kind, opening in (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan")):
        if key.startswith(opening):
            if head is not None and head.id.startswith(f"{kind}-"):
                return head
            if row := province(place, rules):
                return Body(f"{kind}-{row.kind}-{row.id}", words, "state", True)
    return None


def _joint(symbol: Symbol, rules: Rules) -> Issuer | None:
    found = [by_code(code, rules) for code in symbol.bodies]
    if not all(len(bodies) == 1 for bodies in found):
        return None
    bodies = [item[0] for item in found]
    return Issuer("--".join(body.id for body in bodies), ", ".join(body.name for body in bodies))


def _same(one: Body, other: Body) -> bool:
    """The same body, or a body and its parent, or a chairman and his committee."""
    return (
        one.id == other.id
        or one.parent == other.id
        or other.parent == one.id
        or (one.parent is not None and one.parent == other.parent and "party" in (one.family, other.family))
    )


def _span(groups: list[list[Line]]) -> Span | None:
    lines = [line for group in groups for line in group]
    return Span(min(line.start for line in lines), max(line.end for line in lines)) if lines else None
