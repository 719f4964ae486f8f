"""Whether the characters that were read are words: old encodings, missing diacritics, poor text layers.

General measures over all words, no list of faults: the share of words that can be Vietnamese syllables, the share
with diacritics, the share with letters that only an old 8-bit font can have put there.
"""

import re
import unicodedata
from typing import Literal

from vanban.model import Finding, Severity
from vanban.orthography.syllable import is_syllable

Fault = Literal["legacy-encoding", "no-diacritics", "text-layer-poor"]

_SAMPLE = 20_000  # characters looked at
_FEWEST = 40  # words: fewer say nothing
# A word torn in two ("lạ i", "g iờ"); a letter that names a point ("điểm c khoản 2") is none.
_TORN = re.compile(r"(?<!điểm)(?<!tiết)(?<!loại)(?<!nhóm)(?<!hạng)(?<=[^\W\d_]) [bcdghiklmnpqrstuvx](?= [^\W\d_])")
_BROKEN = 0.006  # of the words in small letters; texts as typed have 0.001, recognised ones 0.01 and more
_SMALL = re.compile(r"(?<![^\W\d_])[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ]{2,}(?![^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
# What TCVN3 and VNI fonts leave inside words: Latin-1 letters and signs that Vietnamese does not have.
_OLD_LETTERS = "¡¢£¤¥¦§¨©ª«¬®¯±¶·¸¹»¼½¾¿×÷äåæçëîïñöøûüþÿßÄÅÆÇËÎÏÑÖØÛÜÞ"
_OLD_FONT = re.compile(f"[A-Za-z][{_OLD_LETTERS}]|[{_OLD_LETTERS}][a-z]")


def legibility(content: str, odd: set[str], *, recognised: bool) -> Finding | None:
    """The finding for text that cannot be relied on, with the measured share; None for text that reads well.

    `odd` are its odd characters (`characters`). `recognised`: the characters come from a PDF's text layer, which may
    be machine recognition of a scan. Text in another language is left alone: few of its words are syllables and none
    has diacritics.
    """
    if content.isascii():
        return _without_marks(content[:_SAMPLE])
    if not recognised and odd.isdisjoint(_OLD_LETTERS):
        return None
    sample = unicodedata.normalize("NFC", content[:_SAMPLE])
    tokens = sample.split()
    old = sum(_OLD_FONT.search(token) is not None for token in tokens)
    if len(tokens) >= _FEWEST and old > 0.12 * len(tokens):
        return _finding("legacy-encoding", 1 - old / len(tokens))
    if recognised:
        written = [word for word in _SMALL.findall(sample) if not word.isascii()]
        # The range of letters with two marks holds capitals too: "Ủy".
        broken = sum(not is_syllable(word.lower()) for word in written) + len(_TORN.findall(sample))
        if len(written) < 0.15 * len(tokens):
            return _without_marks(sample)
        if broken > _BROKEN * len(written):
            return _finding("text-layer-poor", 1 - broken / len(written))
    return None


def _without_marks(sample: str) -> Finding | None:
    """The finding where words without any diacritics are those of Vietnamese ("quyet dinh") and not of English."""
    words = [word for word in _WORD.findall(sample.lower()) if len(word) > 1]
    bare = sum(is_syllable(word, toned=False) for word in words) / max(len(words), 1)
    return _finding("no-diacritics", bare) if len(words) >= _FEWEST and bare > 0.85 else None


def _finding(code: Fault, share: float) -> Finding:
    severity: Severity = "error" if code == "legacy-encoding" else "warning"
    return Finding(code, severity, details={"share": f"{round(100 * share)} %"})
