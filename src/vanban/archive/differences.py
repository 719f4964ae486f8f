"""Where the texts of one work say different things: for somebody to look at, never settled silently."""

import string

from vanban.model import Finding, Parsed
from vanban.orthography import fold_bytes

_NO_LETTERS = bytes(set(range(128)) - set((string.ascii_lowercase + string.digits).encode()))
_TOLD = 12
CODE = "texts-differ"


def differences(base: Parsed, other: Parsed, sha256: str) -> tuple[Finding, ...]:
    """The articles in which `other` (the source `sha256`) reads otherwise than the base text, as one finding, or none.

    Only letters and digits are compared: line ends, punctuation, case and diacritics lost on the way are not wordings.
    What an incomplete text lacks is not a difference. Papers without articles are compared whole.
    """
    mine, theirs = _articles(base), _articles(other)
    if not mine or not theirs:
        if other.text.complete and other.work.complete and _letters(base.text.content) != _letters(other.text.content):
            return (Finding(CODE, "warning", details={"other": short(sha256), "where": "*"}),)
        return ()
    cut = not (other.work.complete and other.text.complete)
    different = [eid for eid in mine if (eid in theirs or not cut) and theirs.get(eid) != mine[eid]]
    different += [eid for eid in theirs if eid not in mine]
    if not different:
        return ()
    told = ", ".join(different[:_TOLD]) + (f" (+{len(different) - _TOLD})" if len(different) > _TOLD else "")
    return (Finding(CODE, "warning", details={"other": short(sha256), "where": told}),)


def short(sha256: str) -> str:
    """How a finding names the other source."""
    return sha256[:12]


def _articles(parsed: Parsed) -> dict[str, bytes]:
    content = parsed.text.content
    return {
        unit.eid: _letters(content[unit.start : unit.end])
        for unit in parsed.provisions
        if unit.level == "article" and not unit.quoted
    }


def _letters(words: str) -> bytes:
    return fold_bytes(words).translate(None, _NO_LETTERS)
