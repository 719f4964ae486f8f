"""The words that name a type of document ("Thông tư liên tịch"), read backwards from what follows them."""

import re
from functools import cache

import msgspec

from vanban.orthography import fold
from vanban.rules import Rules

_WORDS = 5
_LONGEST = 60
# Last words of names that hold another name: "Thông tư liên tịch", "Văn bản hợp nhất".
_GO_ON = frozenset({"tich", "nhat", "bo", "nganh", "te", "thu"})
_BEFORE = "(\"'-,;:."


@cache
def type_names(rules: Rules) -> dict[str, str]:
    """Folded name -> type id: "thong tu lien tich" -> "thong-tu-lien-tich"."""
    names: dict[str, str] = {}
    for row in rules.document_types:
        for name in (row.name, *row.printed):
            names.setdefault(fold(name), row.id)
    return names


class TypesBefore(msgspec.Struct, frozen=True):
    """The names of types as one pattern on words turned round; group 1 is the name, `ids` tells what it names."""

    pattern: re.Pattern[str]
    ids: dict[str, str]


@cache
def types_before(rules: Rules) -> TypesBefore:
    """What `type_before` asks. "Số" may stand between a name and the place.

    A name of one word ends longer ones ("bộ luật"), a longer one only where its last word is one of `_GO_ON`.
    """
    names = sorted((name for name in type_names(rules) if name.count(" ") < _WORDS), key=_order)
    # those with one last letter together: the engine looks at thirty letters, not at seventy names
    ending: dict[str, list[str]] = {}
    for name in names:
        rest = re.escape(name[-2::-1]).replace(r"\ ", r"[ \n]")
        # "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15": the number is the outer law's.
        ending.setdefault(name[-1], []).append(rest + "(?! pahp)" if name == "luat" else rest)
    turned = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in ending.items())
    pattern = rf"[ :.\n\t]*(?:os(?![a-z0-9])[ :.\n\t]*)?({turned})(?=[{re.escape(_BEFORE)}]*(?:[ \n]|$))"
    return TypesBefore(re.compile(pattern, re.ASCII), {name[::-1]: type_names(rules)[name] for name in names})


def _order(name: str) -> int:
    words = name.split(" ")
    if words[-1] in _GO_ON:
        return -len(words)
    return len(words) if len(words) > 1 else _WORDS + 1


def type_before(folded: str, at: int, types: TypesBefore) -> tuple[str, int] | None:
    """The type word that ends just before `at`, its id and its start; None for none. "số" may stand between."""
    match = types.pattern.match(folded[at - _LONGEST if at > _LONGEST else 0 : at][::-1])
    if match is None:
        return None
    name = match[1]
    return types.ids.get(name) or types.ids[name.replace("\n", " ")], at - match.end(1)
