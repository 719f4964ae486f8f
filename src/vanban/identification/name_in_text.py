"""The name of a body as running text writes it: heads print it in capitals ("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH").

Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III: names of bodies have capitals at the body's kind and its field, names of
places at each syllable.
"""

from functools import cache, lru_cache

from vanban.identification.bodies import by_name, name_key, province
from vanban.rules import Rules

# The kinds of places, which stand between a body and its place: "Ủy ban nhân dân tỉnh Sông Lam".
_PLACES = ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")
# What follows such a word where it names no place: "xã hội", "tỉnh ủy", "huyện đoàn", "xã đội".
_NO_NAMES = frozenset(("hội", "ủy", "uỷ", "đoàn", "đội"))


@cache
def _official(rules: Rules) -> dict[str, str]:
    return {row.id: row.names[0] for row in rules.issuers}


@lru_cache(maxsize=1 << 13)
def name_in_text(issuer: str, printed: str, rules: Rules) -> str:
    """The body with the id `issuer` ("": not known) in running text: the table's name, or the printed one, capitals put
    right; joint issuers ("a--b") one after the other.
    """
    official = _official(rules)
    known = [official.get(each) for each in issuer.split("--")]
    if issuer and all(known):
        return ", ".join(name for name in known if name)
    words = " ".join(printed.split())
    if not words.isupper():
        return words
    body = by_name(words, rules)
    if body is not None and body.id in official:
        return body.name
    for row in rules.local_bodies:
        for name in sorted(row.names, key=len, reverse=True):
            if name_key(words).startswith(name_key(name) + " "):
                return f"{name} {_place(words.split()[len(name.split()) :])}"
    said = words.split()
    cut = _place_at(said, rules)
    first, *rest = words.lower().split()[:cut] or said
    name = " ".join([first.capitalize(), *(word.capitalize() for word in rest[:1]), *rest[1:]])
    return f"{name} {_place(said[cut:])}" if 0 < cut < len(said) else name


def _place_at(words: list[str], rules: Rules) -> int:
    """Where the place at the end of a name begins: the last kind of place with a name behind it, or the name of a
    province; the number of words where there is none.
    """
    lower = [word.lower() for word in words]
    for at in range(len(words) - 2, 0, -1):
        here, following = " ".join(lower[at : at + 2]), lower[at + 1]
        if here in _PLACES and at + 2 < len(words):
            return at
        if lower[at] in _PLACES and following not in _NO_NAMES and " ".join(lower[at - 1 : at + 1]) not in _PLACES:
            return at
    known = (at for at in range(1, len(words)) if province(" ".join(words[at:]), rules) is not None)
    return next(known, len(words))


def _place(words: list[str]) -> str:
    """A place: its kind in small letters, each syllable of its name with a capital."""
    said = " ".join(words).lower()
    kind = next((each for each in _PLACES if said.startswith(each + " ")), "")
    return " ".join([*kind.split(), *(word.capitalize() for word in said[len(kind) :].split())])
