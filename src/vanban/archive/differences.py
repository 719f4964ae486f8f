"""Where the texts of one work say different things: for somebody to look at, never settled silently."""

import re

from vanban.model import Finding, Parsed
from vanban.orthography import fold

_LETTERS = re.compile(r"[^a-z0-9]+")
_TOLD = 12


def differences(base: Parsed, other: Parsed, sha256: str) -> tuple[Finding, ...]:
    """The articles in which `other` (the source `sha256`) reads otherwise than the base text, as one finding, or none.

    Only letters and digits are compared: line ends, punctuation, case and diacritics lost on the way are not wordings.
    What an incomplete text lacks is not a difference. Papers without articles are compared whole.
    """
    mine, theirs = _articles(base), _articles(other)
    if not mine or not theirs:
        if other.text.complete and other.work.complete and _letters(base.text.content) != _letters(other.text.content):
            return (Finding("texts-differ", "warning", details={"other": sha256[:12], "where": "*"}),)
        return ()
    cut = not (other.work.complete and other.text.complete)
    different = [eid for eid in mine if (eid in theirs or not cut) and theirs.get(eid) != mine[eid]]
    different += [eid for eid in theirs if eid not in mine]
    if not different:
        return ()
    told = ", ".join(different[:_TOLD]) + (f" (+{len(different) - _TOLD})" if len(different) > _TOLD else "")
    return (Finding("texts-differ", "warning", details={"other": sha256[:12], "where": told}),)


def _articles(parsed: Parsed) -> dict[str, str]:
    content = parsed.text.content
    return {
        unit.eid: _letters(content[unit.start : unit.end])
        for unit in parsed.provisions
        if unit.level == "article" and not unit.quoted
    }


def _letters(words: str) -> str:
    return _LETTERS.sub("", fold(words))
