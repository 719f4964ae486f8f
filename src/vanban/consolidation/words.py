"""Words replaced, added and removed inside one unit and what is below it, and nowhere else."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from vanban.consolidation.draft import Node
from vanban.model import Effect

_SPACES = re.compile(r"\s+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _two_spellings() -> dict[str, str]:
    """The vowel pairs oa, oe, uy with a tone on the first and on the second, each way, in every case."""
    found: dict[str, str] = {}
    for pair in ("oa", "oe", "uy", "Oa", "Oe", "Uy", "OA", "OE", "UY"):
        for tone in _TONES:
            first, second = (unicodedata.normalize("NFC", text) for text in (pair[0] + tone + pair[1], pair + tone))
            found[first], found[second] = second, first
    return found


_OTHER = _two_spellings()
# After q the u belongs to the consonant ("quý"), so that no second spelling exists.
_PAIRS = re.compile(f"(?<![qQ])(?:{'|'.join(_OTHER)})")


@lru_cache(maxsize=1024)
def shape(words: str) -> re.Pattern[str]:
    """Exactly these words as whole words; a line may break where they have a space, and a tone mark may stand on either
    vowel of a pair ("Tòa án" is "Toà án": one word in two spellings, both in official use).
    """
    words = words.strip()
    parts = r"\s+".join(_spellings(part) for part in _SPACES.split(words))
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(f"{before}{parts}{after}")


def _spellings(word: str) -> str:
    return _PAIRS.sub(lambda pair: f"(?:{pair[0]}|{_OTHER[pair[0]]})", re.escape(word))


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
