"""The words that name a type of document ("Thông tư liên tịch"), read backwards from what follows them."""

from functools import cache

from vanban.orthography import fold
from vanban.rules import Rules

_WORDS = 5
_LONGEST = 40
# Last words of names that hold another name: "Thông tư liên tịch", "Văn bản hợp nhất".
_GO_ON = frozenset({"tich", "nhat", "bo", "nganh", "te", "thu"})
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
    end = at
    while end and folded[end - 1] in " :.\n\t":
        end -= 1
    if folded.endswith("so", 0, end) and not folded[end - 3 : end - 2].isalnum():
        end -= 2
        while end and folded[end - 1] in " :.\n\t":
            end -= 1
    last = last_words(rules)
    names = type_names(rules)
    stop = max(0, end - _LONGEST)
    place = end
    best: tuple[str, int] | None = None
    for count in range(_WORDS):
        place = max(folded.rfind(" ", stop, place), folded.rfind("\n", stop, place))
        word = folded[place + 1 : end]
        bare = word.lstrip(_BEFORE)
        if count == 0 and bare not in last:
            return None
        found = names.get(bare) or ("\n" in bare and names.get(bare.replace("\n", " ")))
        if found:
            best = (found, end - len(bare))
        if place < stop or bare != word or (best is not None and count > 0 and bare.rsplit(" ", 1)[-1] not in _GO_ON):
            break
    # "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15": the number is the outer law's.
    if best is not None and best[0] == "luat" and folded.endswith("phap ", 0, best[1]):
        return None
    return best
