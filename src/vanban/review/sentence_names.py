"""The name of a body as a sentence writes it: heads print it in capitals ("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH")."""

from functools import lru_cache

from vanban.identification.bodies import by_name, name_key
from vanban.rules import Rules

_KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")


@lru_cache(maxsize=1 << 14)
def body_name(printed: str, rules: Rules) -> str:
    """The name in small letters where it is printed in capitals: "Ủy ban nhân dân tỉnh Hà Tĩnh", "Bộ Tài chính".

    A body of the tables gets its official name; of others the first word and the second begin with a capital ("Bộ Sông
    ngòi"), as Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III writes names of bodies.
    """
    words = " ".join(printed.split())
    if not words or words != words.upper():
        return words
    known = by_name(words, rules)
    if known is not None and any(row.id == known.id for row in rules.issuers):
        return known.name
    for row in rules.local_bodies:
        for name in sorted(row.names, key=len, reverse=True):
            if name_key(words).startswith(name_key(name) + " "):
                return f"{name} {_place(words.split()[len(name.split()) :])}"
    first, *rest = words.lower().split()
    return " ".join([first.capitalize(), *(word.capitalize() if at == 0 else word for at, word in enumerate(rest))])


def _place(words: list[str]) -> str:
    """The place behind the name of a local body: its kind small, its name in capitals at each syllable."""
    said = " ".join(words).lower()
    kind = next((each for each in _KINDS if said.startswith(each + " ")), "")
    name = said[len(kind) :].split()
    return " ".join([*kind.split(), *(word.capitalize() for word in name)])
