"""Words replaced, added and removed inside one unit and what is below it, and nowhere else."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from vanban.model import Effect

Change = Callable[[str], tuple[str, int]]
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
# The end of what stands before words that open a unit or a sentence.
_OPENS = re.compile(r"(?:\A|\n|[.:!?…]\s|[“\"])\s*(?:(?:\d+[a-zđ]?(?:\.\d+)*\.?|[a-zđ]\d?\)|[-–+])\s*)?\Z")


@lru_cache(maxsize=1024)
def shape(words: str) -> re.Pattern[str]:
    """Exactly these words as whole words; a line may break where they have a space, and a tone mark may stand on either
    vowel of a pair ("Tòa án" is "Toà án": one word in two spellings, both in official use). With a capital first letter
    they are the group "capital", which counts only where words open a unit or a sentence.
    """
    words = words.strip()
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    capital = f"|(?P<capital>{_parts(raised(words))})" if words[:1].islower() else ""
    return re.compile(f"{before}(?:{_parts(words)}{capital}){after}")


def _parts(words: str) -> str:
    return r"\s+".join(_spellings(part) for part in _SPACES.split(words))


def _spellings(word: str) -> str:
    return _PAIRS.sub(lambda pair: f"(?:{pair[0]}|{_OTHER[pair[0]]})", re.escape(word))


def change(effect: Effect, *, any_case: bool = False) -> Change | None:
    """What the effect does to a stretch of words: the new stretch and how often; None: it does not say enough.

    With `any_case` the old words are found with fewer capitals than the clause has ("Luật tương trợ tư pháp"), or all
    in capitals, and then so are the new ones. A capital where the clause has none begins a name and is another word.
    """
    old, _new = (effect.old or "").strip(), (effect.new or "").strip()
    if not old or (effect.verb != "remove-words" and not _new) or (effect.verb == "add-words" and effect.place is None):
        return None
    pattern = re.compile(shape(old).pattern, re.IGNORECASE) if any_case else shape(old)

    def written(found: re.Match[str]) -> str:
        new = _new.upper() if any_case and found[0].isupper() and not old.isupper() else _new
        if effect.verb == "replace-words":
            return new
        if effect.verb == "remove-words":
            return ""
        return joined(new, lowered(found[0], old)) if effect.place == "before" else joined(found[0], new)

    def meant(found: re.Match[str]) -> bool:
        if not any_case or found[0].isupper():
            return True
        one, other = "".join(found[0].split()), "".join(old.split())
        return len(one) == len(other) and not any(a.isupper() and b.islower() for a, b in zip(one, other, strict=True))

    return lambda words: _rewritten(words, pattern, written, meant)


def _rewritten(
    words: str,
    pattern: re.Pattern[str],
    written: Callable[[re.Match[str]], str],
    meant: Callable[[re.Match[str]], bool],
) -> tuple[str, int]:
    """The stretch with each occurrence written anew, and how many there were.

    Words that open a unit or a sentence stand there with a capital ("e) Quyết định xử lý …" holds “quyết định xử lý
    …”): they are found, and what comes to stand first gets the capital.
    """
    if pattern.search(words) is None:
        return words, 0
    kept: list[str] = []
    at = times = 0
    capital = False
    for found in pattern.finditer(words):
        opens = _OPENS.search(words, max(0, found.start() - 16), found.start()) is not None
        if (found.lastgroup == "capital" and not opens) or not meant(found):
            continue
        times += 1
        capital = _stretch(kept, words[at : found.start()], capital)
        put = written(found)
        upper = opens and found[0][:1].isupper()
        if put:
            kept.append(raised(put) if upper or capital else put)
            capital = False
        else:
            capital = upper or capital
            _close_gap(kept, words[found.end() : found.end() + 1], found[0])
        at = found.end()
    _stretch(kept, words[at:], capital)
    return "".join(kept), times


def _stretch(kept: list[str], words: str, capital: bool) -> bool:
    """Keep words as they stand, the first letter raised where a capital is due; whether it is still due."""
    bare = words.lstrip(" ,;")
    if not capital or not bare:
        kept.append(words)
        return capital
    kept.append(words[: len(words) - len(bare)] + raised(bare))
    return False


def _close_gap(kept: list[str], after: str, gone: str) -> None:
    """Where words went, the space before them goes too, unless it is the only one left; and so does the comma that
    joined them to the words before ("thôn, ấp, bản có" without “ấp, bản” is "thôn có").
    """
    before = "".join(kept)
    if after == "" or after.isspace() or after in ",;.:)":
        before = before.rstrip(" \t")
        if before.endswith(",") and not gone.rstrip().endswith(","):
            before = before[:-1]
    kept[:] = [before]


def raised(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def lowered(words: str, like: str) -> str:
    """The words with their first letter as `like` has it."""
    return like[:1] + words[1:] if like[:1].lower() == words[:1].lower() else words


def joined(one: str, other: str) -> str:
    """Two stretches with the space that belongs between them: none before a comma, none after an opening bracket."""
    return one + other if other[:1] in ",;.:)" or one[-1:] in "(“" else f"{one} {other}"
