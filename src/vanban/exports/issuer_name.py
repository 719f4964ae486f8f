"""The name of an issuing body as it is written in running text, where a document prints it in capitals.

Nghị định 30/2020/NĐ-CP, Phụ lục II: names of bodies have capital letters at the body's kind and its field, names of
places at each syllable.
"""

from functools import cache

from vanban.orthography import fold
from vanban.rules import Rules

# The kinds of places, which stand between a body and its place: "Ủy ban nhân dân tỉnh Sông Lam".
_PLACES = ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường")


@cache
def _known(rules: Rules) -> dict[str, str]:
    return {row.id: row.names[0] for row in rules.issuers}


@cache
def _local(rules: Rules) -> tuple[tuple[str, str], ...]:
    """The folded heads of local bodies' names and how they are written, the longest first."""
    names = {fold(name): name for row in rules.local_bodies for name in row.names}
    return tuple(sorted(names.items(), key=lambda each: -len(each[0])))


def issuer_name(issuer: str, printed: str, rules: Rules) -> str:
    """The body with the id `issuer` in running text: the table's name, else the printed one, capitals put right."""
    known = _known(rules).get(issuer)
    if known is not None:
        return known
    if not printed.isupper():
        return printed
    words = " ".join(printed.lower().split())
    for folded, name in _local(rules):
        if fold(words).startswith(folded + " "):
            return f"{name} {_place(words[len(folded) + 1 :])}"
    first, *rest = words.split()
    return " ".join([first.capitalize(), *(word.capitalize() for word in rest[:1]), *rest[1:]])


def _place(words: str) -> str:
    """A place: its kind in small letters, each syllable of its name with a capital."""
    for kind in _PLACES:
        if words.startswith(kind + " "):
            return f"{kind} {words[len(kind) + 1 :].title()}"
    return words.title()
