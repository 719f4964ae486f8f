"""The words that name a type of document ("Thông tư liên tịch"), read backwards from what follows them."""

from functools import cache

from vanban.orthography import fold
from vanban.rules import Rules

_LONGEST = 5
_BEFORE = "(\"'-,;:.“"


@cache
def type_names(rules: Rules) -> dict[str, str]:
    """Folded name -> type id: "thong tu lien tich" -> "thong-tu-lien-tich"."""
    names: dict[str, str] = {}
    for row in rules.document_types:
        for name in (row.name, *row.printed):
            names.setdefault(fold(name), row.id)
    return names


@cache
def last_words(rules: Rules) -> frozenset[str]:
    """The words that a type's name ends with: a quick look tells most places apart."""
    return frozenset(name.rsplit(" ", 1)[-1] for name in type_names(rules))


def type_before(folded: str, at: int, rules: Rules) -> tuple[str, int] | None:
    """The type word that ends just before `at`, its id and its start; None for none. "số" may stand between."""
    low = max(0, at - 60)
    before = folded[low:at].rstrip(" :.\n\t")
    if before.endswith("so") and not before[-3:-2].isalnum():
        before = before[:-2].rstrip(" :.\n\t")
    words = before.rsplit(None, _LONGEST)[-_LONGEST:]
    if not words or words[-1].lstrip(_BEFORE) not in last_words(rules):
        return None
    names = type_names(rules)
    best: tuple[str, int] | None = None
    place = len(before)
    name = ""
    for word in reversed(words):
        plain = word.lstrip(_BEFORE)
        place = before.rfind(word, 0, place)
        name = f"{plain} {name}" if name else plain
        found = names.get(name)
        if found is not None:
            best = (found, low + place + len(word) - len(plain))
        if plain != word:
            break
    return best
