"""Where the words stand that a pattern can only match around: found by plain string search, thirty times as fast as one
pattern of alternatives over the whole text.
"""

from collections.abc import Iterable, Mapping


def find(folded: str, literals: Iterable[str]) -> list[int]:
    """Where any of the literals begins, in order; a literal that overlaps itself counts at each place."""
    found: list[int] = []
    seek = folded.find
    several = 0
    for literal in literals:
        place = seek(literal)
        several += place >= 0
        while place >= 0:
            found.append(place)
            place = seek(literal, place + 1)
    if several > 1:
        found.sort()
    return found


def find_capital(content: str, folded: str, words: Mapping[str, str]) -> list[int]:
    """Where words begin with a capital, in order: capital -> the folded word; a text has few capitals, so most is
    skipped.
    """
    found: list[int] = []
    seek = content.find
    for capital, word in words.items():
        place = seek(capital)
        while place >= 0:
            if folded.startswith(word, place):
                found.append(place)
            place = seek(capital, place + 1)
    found.sort()
    return found


def around(folded: str, places: Iterable[int], literals: Mapping[str, Iterable[str]]) -> list[int]:
    """The same for literals grouped by a piece that stands in each of the group, where the pieces, among other words,
    are known to stand only at `places`.
    """
    found: list[int] = []
    groups = [(piece, [(literal.index(piece), literal) for literal in group]) for piece, group in literals.items()]
    begins = folded.startswith
    for at in places:
        for piece, group in groups:
            if begins(piece, at):
                found += [at - inside for inside, literal in group if at >= inside and begins(literal, at - inside)]
    found.sort()
    return found
