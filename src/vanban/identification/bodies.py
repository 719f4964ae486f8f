"""Names, posts and codes of bodies -> entities: the table `issuers`, and the bodies that every place has."""

import re
from functools import cache

import msgspec

from vanban.identification.identifier import slug
from vanban.orthography.blanking import plain_words
from vanban.rules import Rules
from vanban.rules.issuers import IssuerRow
from vanban.rules.local_bodies import LocalBody
from vanban.rules.provinces import ProvinceRow

_KINDS = {
    "tinh": "tinh", "thanh pho": "thanh-pho", "tp": "thanh-pho", "quan": "quan", "huyen": "huyen", "thi xa": "thi-xa",
    "xa": "xa", "phuong": "phuong", "thi tran": "thi-tran", "dac khu": "dac-khu",
}  # fmt: skip
_PLACE = re.compile(rf"(?P<kind>{'|'.join(_KINDS)}) (?P<name>[a-z0-9 ]+)")
_LONGEST_PLACE = 6
_LONGEST_PROVINCE = 5
_SHORT_NAME = 2
_LOCAL_WORDS = re.compile(r"(?:so|chi cuc|van phong|phong|ban|trung tam|benh vien|quy|hoi dong|to|doan)\b")


class Body(msgspec.Struct, frozen=True, array_like=True):
    """A recognised body: its id, its name as an official would write it, the family, and whether a table knows it."""

    id: str
    name: str
    family: str
    known: bool
    parent: str | None = None


def name_key(words: str) -> str:
    """What two printings of a name share: letters and digits, folded, single spaces."""
    return " ".join(plain_words(words))


def by_name(words: str, rules: Rules, *, provinces_only: bool = False) -> Body | None:
    """The body that a name or a head's post means as a whole: "BỘ Y TẾ", "Bộ trưởng Bộ Y tế"; None where none.

    `provinces_only`: of the local bodies only those of a province that the table knows.
    """
    key = name_key(words)
    row = _names(rules).get(key)
    if row is not None:
        return Body(row.id, row.names[0], row.family, True, row.parent)
    return _local(key, rules, provinces_only)


def names_kind(words: str, rules: Rules) -> bool:
    """Whether words name a kind of local body without its place: "Ban Thường vụ Tỉnh ủy", "Ủy ban nhân dân tỉnh"."""
    key = name_key(words)
    return any(key == opening or key in (f"{opening} {kind}" for kind in _KINDS) for opening, _ in _openings(rules))


def by_id(issuer: str, rules: Rules) -> Body | None:
    """The body with an id of the table `issuers`."""
    row = next((row for row in rules.issuers if row.id == issuer), None)
    return Body(row.id, row.names[0], row.family, True, row.parent) if row else None


def by_code(code: str, rules: Rules) -> tuple[Body, ...]:
    """The bodies that a code in a symbol means: "BYT"; none for a code that no table knows."""
    found = [Body(row.id, row.names[0], row.family, True, row.parent) for row in _codes(rules).get(code.upper(), ())]
    return tuple(found)


def local_kinds(code: str, rules: Rules) -> tuple[str, ...]:
    """The kinds of local bodies that a code means: "UBND" -> ("ubnd",)."""
    return tuple(row.id for row in rules.local_bodies if code.upper() in (item.upper() for item in row.codes))


def unknown(words: str, superior: Body | None, place: str, rules: Rules) -> Body:
    """A body that no table knows, named after itself and its place or its superior.

    "SỞ TƯ PHÁP" under "UBND TỈNH LÀO CAI" is "so-tu-phap-tinh-lao-cai"; "VĂN PHÒNG" under a ministry carries its id.
    """
    name, key = slug(words), name_key(words)
    above = superior.id if superior else None
    family = superior.family if superior else "state"
    if province_in(key, rules) is not None:
        return Body(name, words, family, False, above)
    if superior is not None and (tail := _place_of(superior.id)):
        return Body(f"{name}-{tail}", words, family, False, above)
    if superior is not None and len(key.split()) <= _SHORT_NAME:
        return Body(f"{name}-{superior.id}", words, family, False, above)
    if superior is None and (row := province(place, rules)) and _LOCAL_WORDS.match(key):
        return Body(f"{name}-{row.kind}-{row.id}", words, family, False)
    return Body(name, words, family, False, above)


def province(name: str, rules: Rules) -> ProvinceRow | None:
    """The province that a name means: "Lào Cai", "TP. Hồ Chí Minh", "tỉnh Hà Tĩnh"."""
    key = name_key(name)
    match = _PLACE.fullmatch(key)
    return _provinces(rules).get(match["name"] if match else key)


def province_in(key: str, rules: Rules) -> ProvinceRow | None:
    """The province whose name ends a folded key."""
    words = key.split(" ")
    for length in range(min(5, len(words) - 1), 0, -1):
        if row := _provinces(rules).get(" ".join(words[-length:])):
            return row
    return None


def _local(key: str, rules: Rules, provinces_only: bool) -> Body | None:
    if not key.startswith(_opening_words(rules)):
        return None
    for opening, row in _openings(rules):
        if key == opening or not key.startswith(opening + " "):
            continue
        rest = key[len(opening) + 1 :]
        match = _PLACE.fullmatch(rest)
        if provinces_only and (match["name"] if match else rest) not in _provinces(rules):
            continue
        if match is None:
            if not row.whole_name or len(rest.split()) > _LONGEST_PLACE:
                continue
            return Body(f"{row.id}-{slug(rest)}", row.names[0], row.family, True)
        place = _place(match["kind"], match["name"], rules)
        if place is not None:
            return Body(f"{row.id}-{place}", row.names[0], row.family, True)
    return None


def _place(kind: str, name: str, rules: Rules) -> str | None:
    """The place of an id ("tinh-ha-tinh") by kind and name; a province's kind is the table's."""
    row = _provinces(rules).get(name)
    if row is not None and kind in ("tinh", "thanh pho", "tp"):
        return f"{row.kind}-{row.id}"
    if len(name.split()) > (_LONGEST_PROVINCE if kind == "tinh" else _LONGEST_PLACE + 4):
        return None
    parts = [f"{_KINDS[kind]}"]
    inner = re.split(r" (tinh|thanh pho|huyen|quan|thi xa) ", name)
    if len(inner[0].split()) > _LONGEST_PLACE:
        return None
    parts.append(slug(inner[0]))
    for step in range(1, len(inner) - 1, 2):
        parts += [_KINDS[inner[step]], slug(inner[step + 1])]
    return "-".join(parts)


def _place_of(issuer: str) -> str:
    """The place at the end of a local body's id: "ubnd-tinh-lao-cai" -> "tinh-lao-cai"."""
    match = re.search(r"-((?:tinh|thanh-pho|huyen|quan|thi-xa|xa|phuong|thi-tran|dac-khu)-.+)$", issuer)
    return match[1] if match else ""


@cache
def _names(rules: Rules) -> dict[str, IssuerRow]:
    return {name_key(name): row for row in rules.issuers for name in (*row.posts, *row.names)}


@cache
def _codes(rules: Rules) -> dict[str, tuple[IssuerRow, ...]]:
    found: dict[str, tuple[IssuerRow, ...]] = {}
    for row in rules.issuers:
        for code in row.codes:
            found[code.upper()] = (*found.get(code.upper(), ()), row)
    return found


@cache
def _openings(rules: Rules) -> tuple[tuple[str, LocalBody], ...]:
    """The words that open local names, longest first."""
    pairs = [(name_key(name), row) for row in rules.local_bodies for name in row.names]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _opening_words(rules: Rules) -> tuple[str, ...]:
    return tuple(f"{opening} " for opening, _ in _openings(rules))


@cache
def _provinces(rules: Rules) -> dict[str, ProvinceRow]:
    return {name_key(name): row for row in rules.provinces for name in (row.name, *row.names)}
