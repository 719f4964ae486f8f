"""Words replaced, added and removed inside one unit and what is below it, and nowhere else."""

import re
from collections.abc import Callable
from functools import lru_cache

from vanban.consolidation.draft import Node
from vanban.model import Effect

_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=1024)
def shape(words: str) -> re.Pattern[str]:
    """Exactly these words as whole words; a line may break where they have a space."""
    words = words.strip()
    parts = r"\s+".join(re.escape(part) for part in _SPACES.split(words))
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(f"{before}{parts}{after}")


def change(effect: Effect) -> Callable[[str], tuple[str, int]] | None:
    """What the effect does to a stretch of words: the new stretch and how often; None: it does not say enough."""
    old, new = (effect.old or "").strip(), (effect.new or "").strip()
    if not old:
        return None
    pattern = shape(old)
    if effect.verb == "replace-words":
        return (lambda words: pattern.subn(lambda _: new, words)) if new else None
    if effect.verb == "add-words":
        if not new or effect.place is None:
            return None
        if effect.place == "before":
            return lambda words: pattern.subn(lambda found: joined(new, found[0]), words)
        return lambda words: pattern.subn(lambda found: joined(found[0], new), words)
    gone = re.compile(rf"(?P<gap>[^\S\n]*){pattern.pattern}(?P<end>(?=[,;.:)\s]|$)?)")
    return lambda words: gone.subn(_without, words)


def _without(found: re.Match[str]) -> str:
    """What is left where words are removed: the space before them goes, unless it is the only one left."""
    after = found.string[found.end() : found.end() + 1]
    return "" if after == "" or after.isspace() or after in ",;.:)" else found["gap"]


def joined(one: str, other: str) -> str:
    """Two stretches with the space that belongs between them: none before a comma, none after an opening bracket."""
    return one + other if other[:1] in ",;.:)" or one[-1:] in "(“" else f"{one} {other}"


def places_of(words: re.Pattern[str], node: Node) -> int:
    """How often the words stand in the unit and below it."""
    return sum(len(words.findall(piece)) for each in node.walk() for piece in each.pieces if isinstance(piece, str))
