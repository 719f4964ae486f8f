"""The line that names a document's type: "NGHỊ ĐỊNH", "Thông tư", "LUẬT ĐƯỜNG BỘ"."""

import re
from functools import cache

from vanban.identification.lines import Line
from vanban.orthography import fold
from vanban.rules import Rules

_NUMBERED = re.compile(r"so\s*[:.]?\s*\d*\s*[/\d]")


def title_line(lines: tuple[Line, ...], start: int, body: int, soft: bool, rules: Rules) -> tuple[int, tuple[str, ...]]:
    """The index of the first line that names a type, from `start` on, and the types; (`body`, ()) where none does."""
    for index in range(start, body):
        types = types_named(lines[index], rules, soft=soft or index == 0)
        if types:
            return index, types
    return body, ()


def types_named(line: Line, rules: Rules, *, soft: bool = False) -> tuple[str, ...]:
    """The types that a line names as its first words in capitals, or as all its words with a capital.

    `soft`: small letters will do, where the whole head is set in them; "nghị định của Chính phủ" then too.
    """
    match = _names(rules).match(line.folded)
    if match is None:
        return ()
    name = line.text[: match.end()]
    rest = line.folded[match.end() :].strip(" :.*-")
    if rest and _NUMBERED.match(rest):
        return ()
    alone = not rest or (soft and rest.startswith("cua "))
    if not (name.isupper() or (alone and (soft or name[:1].isupper()))):
        return ()
    candidates = _by_name(rules)[" ".join(match[0].split())]
    # Names that differ only in their marks fold alike: they are settled on the letters as printed.
    exact = tuple(row for row, words in candidates if " ".join(name.upper().split()) == words.upper())
    return exact or tuple(row for row, _ in candidates)


def type_name_end(line: Line, rules: Rules) -> int:
    """How many characters of a line are the name of a type; 0 where it begins with none."""
    match = _names(rules).match(line.folded)
    return match.end() if match else 0


def names_pattern(rules: Rules) -> str:
    """An expression over folded text for the name of any type, longest first."""
    names = sorted(_by_name(rules), key=len, reverse=True)
    return "|".join(name.replace(" ", r"\s+") for name in names)


@cache
def _by_name(rules: Rules) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rules.document_types:
        for words in (row.name, *row.printed):
            found[fold(words)] = (*found.get(fold(words), ()), (row.id, words))
    return found


@cache
def _names(rules: Rules) -> re.Pattern[str]:
    return re.compile(rf"(?:{names_pattern(rules)})(?![a-z0-9])")
