"""The name of a body as running text writes it: heads print it in capitals ("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH").

Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III: names of bodies have capitals at the body's kind and its field, names of
places at each syllable.
"""

from functools import cache, lru_cache

from vanban.identification.bodies import by_name, name_key
from vanban.rules import Rules

# The kinds of places, which stand between a body and its place: "Ủy ban nhân dân tỉnh Sông Lam".
_PLACES = ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")


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
    first, *rest = words.lower().split()
    return " ".join([first.capitalize(), *(word.capitalize() for word in rest[:1]), *rest[1:]])


def _place(words: list[str]) -> str:
    """A place: its kind in small letters, each syllable of its name with a capital."""
    said = " ".join(words).lower()
    kind = next((each for each in _PLACES if said.startswith(each + " ")), "")
    return " ".join([*kind.split(), *(word.capitalize() for word in said[len(kind) :].split())])
